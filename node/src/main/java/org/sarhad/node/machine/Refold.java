package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Hash;

/// Folds everything the log directories hold: at the start of a node, after a restore, and when
/// another side is accepted. From the beginning, or from where a snapshot stands.
///
/// Nothing but the logs is needed. Each entry names what its author had seen, so cause comes before
/// effect; an internal entry names how far the own log was, which is its place among the released
/// ones. The result is the same as if the entries had just come in.
final class Refold {
  private static final int CHUNK = 256;

  private final NodeIdentity self;
  private final Logs logs;
  private final Standing standing;
  private final Map<Origin, Set<PayloadId>> excused = new HashMap<>();
  private final Cursor own;
  private final Cursor journal;
  private final List<Cursor> mirrors = new ArrayList<>();
  private final Optional<JointFold> joint;
  private Facts facts;
  private boolean isCausal = true;

  /// What a fold gives.
  ///
  /// @param facts what is said
  /// @param joint what is said and final; empty as long as there is no peer
  /// @param excused payloads of stored, not yet cosigned entries that are not here, by log
  /// @param isCausal whether every entry came after all that it had seen
  record Result(
      Facts facts,
      Optional<JointFold> joint,
      Map<Origin, Set<PayloadId>> excused,
      boolean isCausal) {}

  private Refold(NodeIdentity self, Logs logs, Standing standing, Verifier verifier) {
    this.self = self;
    this.logs = logs;
    this.standing = standing;
    this.own = new Cursor(self.origin(), logs.own(), 0, logs.own().size());
    this.journal = new Cursor(self.journal(), logs.journal(), 0, logs.journal().size());
    var channel = ChannelState.of(self.channel(), verifier).with(self.card().keys());
    var parties = new ArrayList<>(List.of(self.party()));
    var origins = new ArrayList<>(List.of(self.origin()));
    for (var peer : standing.peers()) {
      var origin = peer.value().card().origin();
      channel = channel.with(peer.value().card().keys());
      parties.add(peer.key());
      origins.add(origin);
      logs.find(origin)
          .ifPresent(
              log -> mirrors.add(new Cursor(origin, log, 0, peer.value().mirror().state().next())));
    }
    var response = ResponseState.of(parties.toArray(PartyId[]::new));
    this.facts = Facts.of(channel, response);
    this.joint =
        standing.peers().isEmpty()
            ? Optional.empty()
            : Optional.of(new JointFold(origins, channel, response, this::entry));
  }

  /// Goes on from `image`, in which are so many entries of each log as it says.
  private Refold(NodeIdentity self, Logs logs, Standing standing, StateImage image) {
    this.self = self;
    this.logs = logs;
    this.standing = standing;
    this.facts = image.facts();
    this.own = new Cursor(self.origin(), logs.own(), image.size(self.origin()), logs.own().size());
    this.journal =
        new Cursor(self.journal(), logs.journal(), image.journal(), logs.journal().size());
    for (var peer : standing.peers().values().toList()) {
      var origin = peer.card().origin();
      long next = peer.mirror().state().next();
      logs.find(origin)
          .ifPresent(log -> mirrors.add(new Cursor(origin, log, image.size(origin), next)));
    }
    this.joint = image.joint().map(shown -> new JointFold(shown, facts.channel(), this::entry));
  }

  /// Folds the logs, which hold what `standing` says.
  static Result run(NodeIdentity self, Logs logs, Standing standing, Verifier verifier) {
    var refold = new Refold(self, logs, standing, verifier);
    refold.run();
    return refold.result();
  }

  /// The same, of what is not in `image` yet. The logs must begin with what is in it.
  ///
  /// @throws IllegalArgumentException if it is no image of a fold
  static Result goOn(NodeIdentity self, Logs logs, Standing standing, StateImage image) {
    var refold = new Refold(self, logs, standing, image);
    refold.mirrors.forEach(refold::catchUp);
    refold.run();
    return refold.result();
  }

  private Result result() {
    return new Result(facts, joint, excused, isCausal);
  }

  /// What was stored when the image was made may have been cosigned since, or is still waiting.
  private void catchUp(Cursor mirror) {
    long known = Math.min(cosigned(mirror.origin), mirror.next());
    var below = facts.below(mirror.origin, known);
    if (!below.isEmpty()) {
      facts = facts.cosigned(mirror.origin, known);
      joint.ifPresent(fold -> below.forEach(told -> deliver(fold, told, Optional.empty())));
    }
    for (long index = known; index < mirror.next(); index++) {
      var entry = entry(EntryId.of(mirror.origin, index));
      noteMissing(mirror, entry, mirror.found(entry));
    }
  }

  private void run() {
    while (step()) {
      // Each step may be what another log waits for.
    }
    // What is left has seen more than is here, as after a restore: told all the same, for own eyes.
    isCausal = own.peek().isEmpty() && mirrors.stream().allMatch(log -> log.peek().isEmpty());
    while (own.peek().isPresent()) {
      foldOwn();
      foldJournal();
    }
    for (var mirror : mirrors) {
      while (mirror.peek().isPresent()) {
        foldMirror(mirror);
      }
    }
  }

  private boolean step() {
    foldJournal();
    if (own.peek().filter(this::isNext).isPresent()) {
      foldOwn();
      return true;
    }
    for (var mirror : mirrors) {
      if (mirror.peek().filter(this::isNext).isPresent()) {
        foldMirror(mirror);
        return true;
      }
    }
    return false;
  }

  /// Whether everything that `entry` has seen is folded.
  private boolean isNext(Entry entry) {
    for (var head : entry.envelope().seen().heads()) {
      long folded =
          head.key().equals(self.origin())
              ? own.next()
              : mirrors.stream()
                  .filter(mirror -> mirror.origin.equals(head.key()))
                  .mapToLong(Cursor::next)
                  .findFirst()
                  .orElse(Long.MAX_VALUE);
      if (head.value().size() > folded) {
        return false;
      }
    }
    return true;
  }

  private void foldOwn() {
    var entry = own.take();
    var step = facts.own(entry, own.payloads(entry));
    facts = step.facts();
    joint.ifPresent(fold -> deliver(fold, step.told(), Optional.of(entry)));
  }

  private void foldJournal() {
    while (journal.peek().filter(entry -> placeOf(entry) <= own.next()).isPresent()) {
      var entry = journal.take();
      facts = facts.internal(entry, self.origin(), journal.payloads(entry)).facts();
    }
  }

  /// After how many own entries an internal one comes.
  private long placeOf(Entry internal) {
    long seen = internal.envelope().seen().sizeOf(self.origin());
    return Math.min(own.end, standing.own().placeOf(internal.id().index(), seen));
  }

  private void foldMirror(Cursor mirror) {
    var entry = mirror.take();
    var payloads = mirror.payloads(entry);
    var step = facts.stored(entry, payloads);
    facts = step.facts();
    if (entry.id().index() < cosigned(mirror.origin)) {
      facts = facts.cosigned(mirror.origin, entry.id().index() + 1);
      joint.ifPresent(fold -> deliver(fold, step.told(), Optional.of(entry)));
    } else {
      noteMissing(mirror, entry, payloads);
    }
  }

  private void deliver(JointFold fold, Told told, Optional<Entry> entry) {
    fold.deliver(told, entry, facts.channel());
  }

  private long cosigned(Origin origin) {
    return standing.peerOf(origin.value()).map(peer -> peer.mirror().size()).orElse(0L);
  }

  private void noteMissing(Cursor mirror, Entry entry, List<Bytes> payloads) {
    for (PayloadRef ref : entry.envelope().payloads()) {
      if (!ref.isSealed() && payloads.stream().noneMatch(ref::isOf)) {
        excused
            .computeIfAbsent(mirror.origin, _ -> new HashSet<>())
            .add(new PayloadId(entry.id(), ref.sha256()));
      }
    }
  }

  private Entry entry(EntryId id) {
    return logs.entry(id);
  }

  /// An entry that was admitted once.
  static Entry parsed(Bytes bytes) {
    try {
      return Entry.parse(bytes);
    } catch (MalformedException e) {
      throw new BugException("kept an entry that does not read back: " + e.getMessage());
    }
  }

  /// A log that is read entry by entry.
  private static final class Cursor {
    private final Origin origin;
    private final LogDirectory log;
    private final long end;
    private final Deque<Entry> ahead = new ArrayDeque<>();
    private long read;
    private Function<Hash, Optional<Bytes>> payloads = _ -> Optional.empty();

    Cursor(Origin origin, LogDirectory log, long from, long end) {
      this.origin = origin;
      this.log = log;
      this.read = from;
      this.end = end;
    }

    /// The index of the next entry.
    long next() {
      return read - ahead.size();
    }

    Optional<Entry> peek() {
      if (ahead.isEmpty() && read < end) {
        long to = Math.min(end, (read / CHUNK + 1) * CHUNK);
        log.entries(read, to).forEach(bytes -> ahead.add(parsed(bytes)));
        payloads = log.payloadsAround(read);
        read = to;
      }
      return Optional.ofNullable(ahead.peek());
    }

    Entry take() {
      peek();
      return ahead.remove();
    }

    /// The payloads of `entry`, which was folded before.
    List<Bytes> found(Entry entry) {
      return entry.envelope().payloads().stream()
          .flatMap(ref -> log.findPayload(entry.id().index(), ref.sha256()).stream())
          .toList();
    }

    /// The payloads of `entry`, the one taken last, as far as they are here.
    List<Bytes> payloads(Entry entry) {
      var found = new ArrayList<Bytes>();
      for (PayloadRef ref : entry.envelope().payloads()) {
        payloads.apply(ref.sha256()).ifPresent(found::add);
      }
      return found;
    }
  }
}
