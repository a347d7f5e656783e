package org.sarhad.core.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A few nodes that write, mirror each other over links that fail, and order what they have; and
/// the checker of I8, which looks after every step.
///
/// Some writers are *stale*: they write with an older `seen` than they could, but never an older
/// one than before.
final class OrderWorld {
  /// I8 does not hold.
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
      super(message);
    }
  }

  private record Written(EntryId id, Seen seen, boolean isAck) {}

  private static final class Party {
    final Origin log;
    final boolean stale;
    final JointOrder order;
    final List<Written> own = new ArrayList<>();
    final List<EntryId> given = new ArrayList<>();
    Seen lastSeen = Seen.NOTHING;

    /// The largest number among entries of others that are not acknowledgements.
    long toAnswer;

    Party(Origin log, boolean stale, JointOrder order) {
      this.log = log;
      this.stale = stale;
      this.order = order;
    }

    void deliver(Written entry) {
      given.addAll(order.deliver(entry.id, entry.seen));
      List<EntryId> tentative = order.tentative();
      EntryId last = tentative.isEmpty() ? given.getLast() : tentative.getLast();
      require(
          order.isLast(entry.id) == entry.id.equals(last),
          "%s says of %s whether it comes last, which is %s",
          log,
          entry.id,
          last);
      if (!entry.isAck && !entry.id.origin().equals(log)) {
        toAnswer = Math.max(toAnswer, order.lamport(entry.id));
      }
    }
  }

  private final SplittableRandom random;
  private final List<Party> parties;
  private final boolean[][] cut;
  private final Map<EntryId, Integer> agreed = new LinkedHashMap<>();
  private final List<EntryId> longest = new ArrayList<>();

  OrderWorld(SplittableRandom random, int size, Function<List<Origin>, JointOrder> newOrder) {
    this.random = random;
    List<Origin> logs =
        IntStream.range(0, size).mapToObj(i -> Origin.of("log-" + (char) ('a' + i))).toList();
    this.parties =
        logs.stream()
            .map(log -> new Party(log, random.nextInt(4) == 0, newOrder.apply(logs)))
            .toList();
    this.cut = new boolean[size][size];
  }

  /// One random thing happens: a write, a delivery, a link cut or restored.
  void step() {
    int at = random.nextInt(parties.size());
    int from = random.nextInt(parties.size());
    switch (random.nextInt(12)) {
      case 0 -> cut[at][from] = true;
      case 1 -> cut[at][from] = false;
      case 2, 3, 4 -> write(parties.get(at), false);
      default -> {
        if (!cut[at][from]) {
          deliverOne(parties.get(at), parties.get(from));
        }
      }
    }
  }

  /// All links are restored, everybody acknowledges what they have: everything said must become
  /// final.
  void heal() {
    for (boolean moved = true; moved; ) {
      moved = false;
      for (Party reader : parties) {
        for (Party writer : parties) {
          while (deliverOne(reader, writer)) {
            moved = true;
          }
        }
        if (reader.toAnswer > reader.order.lastLamport(reader.log)) {
          write(reader, true);
          moved = true;
        }
      }
    }
    for (Party party : parties) {
      for (EntryId tentative : party.order.tentative()) {
        require(
            isAck(tentative),
            "%s is not final on %s after all have acknowledged",
            tentative,
            party.log);
        require(!party.order.waitingFor(tentative).isEmpty(), "%s waits for nobody", tentative);
      }
    }
  }

  /// How many entries are final on the node that is farthest.
  int agreedSize() {
    return longest.size();
  }

  int writtenSize() {
    return parties.stream().mapToInt(party -> party.own.size()).sum();
  }

  /// The whole order, from the numbers alone: what an outsider with all logs computes.
  void checkAgainstSorting() {
    Party any = parties.getFirst();
    List<EntryId> all = new ArrayList<>();
    parties.forEach(party -> party.own.forEach(entry -> all.add(entry.id)));
    all.removeIf(id -> id.index() >= any.order.deliveredSize(id.origin()));
    all.sort(
        (x, y) -> {
          int byNumber = Long.compare(any.order.lamport(x), any.order.lamport(y));
          return byNumber != 0 ? byNumber : x.origin().compareTo(y.origin());
        });
    List<EntryId> computed = new ArrayList<>(any.given);
    computed.addAll(any.order.tentative());
    require(computed.equals(all), "sorted by number: %s, computed: %s", all, computed);
  }

  private void write(Party party, boolean isAck) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (Party other : parties) {
      long known = other == party ? 0 : party.order.deliveredSize(other.log);
      long least = party.lastSeen.sizeOf(other.log);
      // A stale writer tells less than it knows. An acknowledgement is for telling all.
      long told =
          party.stale && !isAck && known > least ? random.nextLong(least, known + 1) : known;
      if (told > 0) {
        heads = heads.put(other.log, new SeenHead(told, root(other.log, told)));
      }
    }
    party.lastSeen = new Seen(heads, List.of());
    Written entry = new Written(new EntryId(party.log, party.own.size()), party.lastSeen, isAck);
    party.own.add(entry);
    party.deliver(entry);
    check(party);
  }

  private boolean deliverOne(Party reader, Party writer) {
    long next = reader.order.deliveredSize(writer.log);
    if (reader == writer || next >= writer.own.size()) {
      return false;
    }
    Written entry = writer.own.get((int) next);
    // With three and more, an entry can arrive before what it has seen; it waits.
    if (!reader.order.isDeliverable(entry.id, entry.seen)) {
      return false;
    }
    reader.deliver(entry);
    check(reader);
    return true;
  }

  /// I8 after every step: what a node has given out is a prefix of the longest sequence that any
  /// has given out, or the other way round; no entry twice; each after what it had seen.
  private void check(Party party) {
    require(party.given.size() == party.order.finalCount(), "%s lost count", party.log);
    for (int i = 0; i < Math.min(party.given.size(), longest.size()); i++) {
      require(
          party.given.get(i).equals(longest.get(i)),
          "agreement: %s has %s as number %d, another node has %s",
          party.log,
          party.given.get(i),
          i,
          longest.get(i));
    }
    for (int i = longest.size(); i < party.given.size(); i++) {
      EntryId id = party.given.get(i);
      require(agreed.put(id, i) == null, "%s is given out twice", id);
      longest.add(id);
      checkCausality(id, i);
    }
  }

  private void checkCausality(EntryId id, int place) {
    Written entry = written(id);
    List<EntryId> before = new ArrayList<>();
    if (id.index() > 0) {
      before.add(new EntryId(id.origin(), id.index() - 1));
    }
    entry.seen.heads().forEach(h -> before.add(new EntryId(h.key(), h.value().size() - 1)));
    for (EntryId cause : before) {
      Integer causePlace = agreed.getOrDefault(cause, Integer.MAX_VALUE);
      require(causePlace < place, "causality: %s comes before %s, which it had seen", id, cause);
    }
  }

  private boolean isAck(EntryId id) {
    return written(id).isAck;
  }

  private Written written(EntryId id) {
    Party author =
        parties.stream().filter(p -> p.log.equals(id.origin())).findFirst().orElseThrow();
    return author.own.get((int) id.index());
  }

  private static Hash root(Origin log, long size) {
    return Merkle.sha256(Bytes.ofUtf8(log + " at " + size));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation lives in a library we do without
  private static void require(boolean holds, String message, Object... args) {
    if (!holds) {
      throw new Violation(message.formatted(args));
    }
  }
}
