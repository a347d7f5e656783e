package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.JointState;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.response.ResponseState;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.tree.Hash;

/// What the sides have said to each other, folded once, in the joint order, as far as it is final:
/// the state whose hash both nodes publish and compare (06-9.3). Released entries only.
///
/// Entries are handed over as they become known here. One that has seen something that is not here
/// yet (after this node was restored) is held back until that has come. For several threads.
///
/// **Erasure** (03-5.3). From the place of an erasure on, the joint state is the fold without the
/// fact it took away. A fold that lacks a fact's body knows no hash from the place of the fact up
/// to that of its erasure; one that had it knows none after the erasure, and has to begin anew.
/// What is not known is neither published nor compared, so nothing false is said while the two
/// nodes carry an erasure out at different times.
final class JointFold {
  /// How many entries are kept in memory between known and final; beyond that they are read again.
  private static final int ENTRIES_KEPT = 4096;

  /// For how many of the newest places hash and entry can still be named.
  static final int PLACES_KEPT = 1 << 16;

  private final JointOrder order;
  private final Function<EntryId, Entry> reader;
  private final Map<EntryId, Waiting> waiting = new HashMap<>();
  private final Map<Origin, ArrayDeque<Told>> heldBack = new TreeMap<>();
  private final Map<Long, Place> places =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Place> eldest) {
          return size() > PLACES_KEPT;
        }
      };

  /// Bodies that are not here, of facts that have their place: by log and SHA-256.
  private final Map<Origin, Set<Hash>> lacking = new TreeMap<>();

  private JointState joint;
  private Hash state;
  private boolean isStale;
  private Known known;

  /// After how many final entries the book of the barter account became what it is, at the latest:
  /// of a fold that was made from an image, those of the image.
  private long bookSince;

  /// Who may sign what, after all that is known here.
  private ChannelState channel;

  /// What stands between the sides with all that waits; empty until somebody asks, and after the
  /// order has changed.
  private Optional<Accord> expected = Optional.empty();

  private long reorders;

  /// Those waiting that take an act back.
  private final SortedSet<EntryId> withdrawals = new TreeSet<>();

  private record Waiting(Told told, Optional<Entry> entry) {}

  /// A place in the joint order.
  ///
  /// @param entry which entry has it
  /// @param state the hash of the joint state after it, if that is known here
  record Place(EntryId entry, Optional<Hash> state) {}

  /// The newest hash that is known.
  ///
  /// @param count after how many final entries
  record Known(long count, Hash state) {}

  /// Nothing said yet.
  ///
  /// @param logs of all sides
  /// @param reader reads an entry that this node holds
  JointFold(
      List<Origin> logs,
      ChannelState channel,
      ResponseState response,
      Function<EntryId, Entry> reader) {
    this.order = new JointOrder(logs);
    this.joint = JointState.of(channel, response);
    this.channel = channel;
    this.reader = reader;
    this.state = joint.digest();
    this.known = new Known(0, state);
  }

  /// All of a fold, as values.
  ///
  /// @param order who was delivered and what is final; belongs to whoever has the image
  /// @param waiting what was told and is not final, in any order
  /// @param places the newest ones, the last of them that of the last final entry
  /// @param lacking bodies that are not here, by log
  /// @param joint what the final entries say
  record Image(
      JointOrder order,
      List<Told> waiting,
      List<Place> places,
      PersistentMap<Origin, Set<Hash>> lacking,
      JointState joint,
      boolean isStale,
      Hash state,
      Known known) {}

  /// The fold that `image` shows. What its entries are is read when they become final.
  ///
  /// @param channel who may sign what, after all that is known
  /// @throws IllegalArgumentException if no fold looks like that
  JointFold(Image image, ChannelState channel, Function<EntryId, Entry> reader) {
    this.order = image.order();
    this.channel = channel;
    this.joint = image.joint();
    this.reader = reader;
    this.isStale = image.isStale();
    this.state = image.state();
    this.bookSince = joint.count();
    this.known = image.known();
    long firstPlace = joint.count() - image.places().size() + 1;
    if (joint.count() != order.finalCount() || firstPlace < 1 || !state.equals(joint.digest())) {
      throw new IllegalArgumentException("a joint state that is not after its final entries");
    }
    for (int i = 0; i < image.places().size(); i++) {
      places.put(firstPlace + i, image.places().get(i));
    }
    for (var log : image.lacking()) {
      lackingOf(log.key()).addAll(log.value());
    }
    for (var told : image.waiting().stream().sorted(Comparator.comparing(Told::id)).toList()) {
      waiting.put(told.id(), new Waiting(told, Optional.empty()));
      noteWithdrawal(told);
      if (!isDelivered(told.id())) {
        heldBack.computeIfAbsent(told.id().origin(), _ -> new ArrayDeque<>()).add(told);
      }
    }
  }

  /// This fold as it is now. O(what is not final, and the newest places): copies references.
  synchronized Image image() {
    var missing = PersistentMap.<Origin, Set<Hash>>empty();
    for (var log : lacking.entrySet()) {
      missing = missing.put(log.getKey(), Ordered.set(log.getValue()));
    }
    return new Image(
        order.copy(),
        waiting.values().stream().map(Waiting::told).toList(),
        List.copyOf(places.values()),
        missing,
        joint,
        isStale,
        state,
        known);
  }

  /// An entry is known here; nothing happens if it was known already. Returns how many entries
  /// became final by it.
  ///
  /// @param after who may sign what, with that entry
  synchronized int deliver(Told told, Optional<Entry> entry, ChannelState after) {
    if (waiting.containsKey(told.id()) || isDelivered(told.id())) {
      reorders++;
      return 0;
    }
    channel = after;
    heldBack.computeIfAbsent(told.id().origin(), _ -> new ArrayDeque<>()).add(told);
    waiting.put(
        told.id(), new Waiting(told, waiting.size() < ENTRIES_KEPT ? entry : Optional.empty()));
    noteWithdrawal(told);
    long before = joint.count();
    int delivered = 0;
    while (deliverNext()) {
      // Each one delivered may be what another one waits for.
      delivered++;
    }
    if (delivered != 1) {
      reorders++;
    }
    return (int) (joint.count() - before);
  }

  private boolean deliverNext() {
    for (var log : heldBack.values()) {
      var told = log.peek();
      if (told != null && order.isDeliverable(told.id(), told.seen())) {
        log.remove();
        var settled = order.deliver(told.id(), told.seen());
        carryOn(told);
        settled.forEach(this::fold);
        return true;
      }
    }
    return false;
  }

  /// What becomes final was expected in that order, so it changes nothing of what is expected.
  private void carryOn(Told told) {
    if (order.isLast(told.id())) {
      expected = expected.map(accord -> accord.take(channel, told.place(), told.said()));
    } else {
      expected = Optional.empty();
      reorders++;
    }
  }

  private void fold(EntryId id) {
    var due = waiting(id);
    waiting.remove(id);
    var told = due.told();
    withdrawals.remove(id);
    var entry = due.entry().orElseGet(() -> reader.apply(id));
    var book = joint.accord().book().digest();
    joint = joint.take(told.place(), entry, told.said());
    state = joint.digest();
    if (!joint.accord().book().digest().equals(book)) {
      bookSince = joint.count();
    }
    told.lacking().ifPresent(sha256 -> lackingOf(id.origin()).add(sha256));
    told.record().ifPresent(fact -> erase(told, fact));
    if (isKnown()) {
      known = new Known(joint.count(), state);
    }
    places.put(joint.count(), new Place(id, isKnown() ? Optional.of(state) : Optional.empty()));
  }

  private void erase(Told told, RecordFact fact) {
    boolean holds = !joint.channel().voids().containsKey(told.id());
    if (holds && fact instanceof RecordFact.Erased(PayloadId payload, String _)) {
      var entry = reader.apply(payload.entry());
      // What nobody may erase (02-7.5) is still here, whatever its author says.
      if (!RecordRules.isKept(entry.envelope().kind())) {
        boolean wasLacking = lackingOf(payload.entry().origin()).remove(payload.sha256());
        isStale |= !wasLacking && Told.isFact(entry, payload.sha256());
      }
    }
  }

  private boolean isKnown() {
    return !isStale && lacking.values().stream().allMatch(Set::isEmpty);
  }

  private Set<Hash> lackingOf(Origin log) {
    return lacking.computeIfAbsent(log, _ -> new HashSet<>());
  }

  /// How many entries are final.
  synchronized long finalCount() {
    return joint.count();
  }

  /// The hash of the joint state after all final entries, as far as their facts are here.
  synchronized Hash state() {
    return state;
  }

  /// The newest hash that may be published.
  synchronized Known known() {
    return known;
  }

  /// The place of the `count`-th final entry, from 1, if it is one of the newest.
  synchronized Optional<Place> place(long count) {
    return Optional.ofNullable(places.get(count));
  }

  /// What stands between the sides, as far as it is final.
  synchronized Accord accord() {
    return joint.accord();
  }

  /// The book of the barter account, so far, and since when it is what it is.
  synchronized NodeView.FinalBook book() {
    return new NodeView.FinalBook(joint.accord().book(), joint.count(), bookSince);
  }

  /// What stands between the sides by all that is known, in the order that it has by now: what can
  /// be decided on. O(1); O(what is not final) at first and after the order has changed.
  synchronized Accord expected() {
    if (expected.isEmpty()) {
      var accord = joint.accord();
      for (var id : order.tentative()) {
        var told = waiting(id).told();
        accord = accord.take(channel, told.place(), told.said());
      }
      expected = Optional.of(accord);
    }
    return expected.get();
  }

  /// How often an entry that was handed over did not take the last place, alone and at once: it
  /// came before others, waits for one, was waited for, or was here. Whoever carries on what is
  /// [#expected] begins anew when this changes.
  synchronized long reorders() {
    return reorders;
  }

  private void noteWithdrawal(Told told) {
    if (told.isWithdrawal()) {
      withdrawals.add(told.id());
    }
  }

  /// Whether `told`, which is to be delivered next, is the first of its log to have seen that an
  /// act was taken back: it may have ended it (07-5.10). O(acts that are being taken back).
  synchronized boolean isFirstToKnow(Told told) {
    var before = lastSeen(told.id());
    return Stream.concat(withdrawals.stream(), joint.accord().acts().leaving().keys())
        .anyMatch(taken -> knows(told.seen(), taken) && !knows(before, taken));
  }

  private static boolean knows(Seen seen, EntryId entry) {
    return entry.index() < seen.sizeOf(entry.origin());
  }

  /// What the entry before `id` had seen.
  private Seen lastSeen(EntryId id) {
    if (id.index() == 0) {
      return Seen.NOTHING;
    }
    var previous = waiting.get(new EntryId(id.origin(), id.index() - 1));
    return previous == null
        ? joint.accord().acts().seen().getOrElse(id.origin(), Seen.NOTHING)
        : previous.told().seen();
  }

  private Waiting waiting(EntryId id) {
    var due = waiting.get(id);
    if (due == null) {
      throw new BugException(id + " is delivered and was never told");
    }
    return due;
  }

  /// Whether the place of `entry` can no longer change.
  synchronized boolean isFinal(EntryId entry) {
    return order.logs().contains(entry.origin()) && order.isFinal(entry);
  }

  /// The Lamport number of `entry`, if it is delivered.
  synchronized Optional<Long> lamport(EntryId entry) {
    return isDelivered(entry) ? Optional.of(order.lamport(entry)) : Optional.empty();
  }

  private boolean isDelivered(EntryId entry) {
    return order.logs().contains(entry.origin())
        && entry.index() < order.deliveredSize(entry.origin());
  }

  /// The Lamport number of the last entry of `log` that is delivered; 0 for none.
  synchronized long lastLamport(Origin log) {
    return order.lastLamport(log);
  }

  /// The largest Lamport number of an entry of another log than `own`, if it is beyond the last of
  /// `own`; 0 otherwise.
  synchronized long highestUnanswered(Origin own) {
    return order.logs().stream()
        .filter(log -> !log.equals(own))
        .mapToLong(order::lastLamport)
        .filter(number -> number > order.lastLamport(own))
        .max()
        .orElse(0);
  }

  /// How many entries wait for others that are not here yet.
  synchronized int heldBack() {
    return heldBack.values().stream().mapToInt(ArrayDeque::size).sum();
  }
}
