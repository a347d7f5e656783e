package org.sarhad.node.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.link.Hello;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;

/// How far every log on this node is, who has signed what of it, and who the peers are: the fold of
/// the intake, except for what the entries *say*, which is [Facts].
///
/// A value. The newest one decides; the one of the last durable frame is shown.
///
/// @param own the own log
/// @param journal the private journal
/// @param peers by party
/// @param answers requests that must not be done twice
/// @param evidence what speaks against a log, in the order in which it was found
record Standing(
    OwnStanding own,
    Frontier journal,
    PersistentMap<PartyId, PeerStanding> peers,
    Answers answers,
    PersistentMap<Integer, EvidenceView> evidence) {
  static final Standing EMPTY =
      new Standing(
          OwnStanding.EMPTY,
          Frontier.EMPTY,
          PersistentMap.empty(),
          Answers.NONE,
          PersistentMap.empty());

  /// What a fold needs to know beside the records.
  ///
  /// @param ownKeys that sign heads of the own log
  /// @param ownHashes of the own log, for cutting it back
  record Context(List<VerifierKey> ownKeys, HashReader ownHashes) {}

  /// The latest time this node has put on a head of its own, or on a cosignature for whichever log.
  /// None it gives may be earlier: its own words would contradict each other (07-7.6).
  Optional<Instant> lastSignedAt() {
    var cosigned = peers.values().flatMap(peer -> peer.mirror().receiptTimes().newest().stream());
    return Stream.concat(own.times().newest().stream(), cosigned).max(Instant::compareTo);
  }

  /// The standing after `record`. A record of entries that are held already adds nothing: it is
  /// read twice after a crash.
  Standing apply(IntakeRecord record, Context context) {
    return switch (record) {
      case IntakeRecord.OwnEntry(long index, Stored entry) ->
          with(own.withTree(grown(own.tree(), index, List.of(entry))));
      case IntakeRecord.JournalEntry(long index, Stored entry) ->
          withJournal(grown(journal, index, List.of(entry)));
      case IntakeRecord.OwnHead(Bytes note) -> {
        var head = head(note);
        yield with(own.withHead(head, time(head, context.ownKeys())));
      }
      case IntakeRecord.PeerCosigned(PartyId peer, Bytes note) ->
          change(peer, known -> known.with(cosigned(known, head(note))));
      case IntakeRecord.PeerHead(Bytes note) -> {
        var head = head(note);
        yield change(
            author(head.origin()),
            known -> known.with(known.mirror().withPending(head, time(head, known.card().log()))));
      }
      case IntakeRecord.PeerEntries(var origin, long start, var entries) ->
          change(
              author(origin.value()),
              known -> known.with(known.mirror().withNext(start + entries.size())));
      case IntakeRecord.MirrorCosigned(Bytes note, Instant at) -> {
        var head = head(note);
        yield change(
            author(head.origin()), known -> known.with(known.mirror().withReceipt(head, at)));
      }
      case IntakeRecord.OwnRestored(long start, var entries, Bytes note) ->
          restored(start, entries, head(note), context);
      case IntakeRecord.Displaced(long from, long size) ->
          with(own.withTree(Frontier.of(from, context.ownHashes())).withDisplaced(from, size));
      case IntakeRecord.Paired(Bytes card) -> paired(card);
      case IntakeRecord.Unpaired(PartyId peer) -> change(peer, PeerStanding::unpaired);
      case IntakeRecord.EvidenceKept kept -> withEvidence(kept);
      case IntakeRecord.ForkLocated(String name, long index) -> located(name, index);
      case IntakeRecord.Answered answered ->
          new Standing(own, journal, peers, answers.with(answered), evidence);
      case IntakeRecord.GuardWaived _ -> this;
      case IntakeRecord.Advanced(var origin, long size) ->
          change(author(origin.value()), known -> known.with(known.mirror().withNext(size)));
      case IntakeRecord.Kept _ -> this;
    };
  }

  /// The standing after a record that is read back at the start, when the entries of the own log
  /// and the journal are in their directories already: see [#withTrees].
  Standing replay(IntakeRecord record, Context context) {
    return switch (record) {
      case IntakeRecord.OwnEntry _, IntakeRecord.JournalEntry _ -> this;
      case IntakeRecord.Displaced(long from, long size) -> with(own.withDisplaced(from, size));
      case IntakeRecord.OwnRestored(long start, var entries, Bytes note) -> {
        var head = head(note);
        yield start + entries.size() == head.size()
            ? with(own.withHead(head, time(head, context.ownKeys())))
            : this;
      }
      case IntakeRecord _ -> apply(record, context);
    };
  }

  /// With the trees of the own log and the journal as they are in their directories.
  Standing withTrees(Frontier ownTree, Frontier journalTree) {
    return with(own.withTree(ownTree)).withJournal(journalTree);
  }

  /// The peer whose log is called `origin`.
  Optional<PeerStanding> peerOf(String origin) {
    return peers.values().filter(peer -> peer.card().origin().value().equals(origin)).findFirst();
  }

  private PartyId author(String origin) {
    return peerOf(origin)
        .orElseThrow(() -> new BugException("a record of the unknown log " + origin))
        .party();
  }

  private Standing with(OwnStanding next) {
    return new Standing(next, journal, peers, answers, evidence);
  }

  private Standing withJournal(Frontier next) {
    return new Standing(own, next, peers, answers, evidence);
  }

  private Standing change(PartyId peer, UnaryOperator<PeerStanding> change) {
    var known =
        peers.find(peer).orElseThrow(() -> new BugException("a record of the unknown " + peer));
    return new Standing(own, journal, peers.put(peer, change.apply(known)), answers, evidence);
  }

  private Standing restored(
      long start, List<Stored> entries, SignedCheckpoint head, Context context) {
    var next = own.withTree(grown(own.tree(), start, entries));
    return with(
        next.tree().size() == head.size()
            ? next.withHead(head, time(head, context.ownKeys()))
            : next);
  }

  private Standing paired(Bytes bytes) {
    try {
      var card = Hello.parseCard(bytes);
      var known = peers.find(card.party()).map(peer -> peer.confirmed(card));
      var next = peers.put(card.party(), known.orElseGet(() -> PeerStanding.of(card)));
      return new Standing(own, journal, next, answers, evidence);
    } catch (MalformedException e) {
      throw new BugException("kept a card that does not read back: " + e.getMessage());
    }
  }

  private Standing withEvidence(IntakeRecord.EvidenceKept kept) {
    var next =
        new Standing(
            own, journal, peers, answers, evidence.put(evidence.size(), EvidenceView.of(kept)));
    return kept.kind() == EvidenceKind.FORK && peerOf(kept.about().value()).isPresent()
        ? next.change(author(kept.about().value()), peer -> peer.with(peer.mirror().frozen()))
        : next;
  }

  private Standing located(String name, long index) {
    var next = evidence;
    for (var kept : evidence) {
      if (kept.value().name().equals(name)) {
        next = next.put(kept.key(), kept.value().locatedAt(index));
      }
    }
    return new Standing(own, journal, peers, answers, next);
  }

  private static Delivery cosigned(PeerStanding peer, SignedCheckpoint head) {
    var at =
        time(head, peer.card().mirror())
            .orElseThrow(() -> new BugException("a cosignature without a time"));
    return peer.delivery().with(head, at);
  }

  /// `tree` with those of the entries from index `start` on that it does not have.
  private static Frontier grown(Frontier tree, long start, List<Stored> entries) {
    Check.that(start <= tree.size(), "entries from %d behind a tree of %d", start, tree.size());
    var grown = tree;
    for (int i = (int) Math.min(tree.size() - start, entries.size()); i < entries.size(); i++) {
      grown = grown.append(Merkle.leaf(entries.get(i).bytes()));
    }
    return grown;
  }

  /// The time that one of `keys` put beside its signature, if any did.
  static Optional<Instant> time(SignedCheckpoint head, List<VerifierKey> keys) {
    for (var line : head.note().signatures()) {
      for (var key : keys) {
        if (key.type().isCosignature() && line.claims(key)) {
          var seconds = Cosignature.timeSeconds(key, line);
          if (seconds.isPresent()) {
            return Optional.of(Instant.ofEpochSecond(seconds.getAsLong()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// A head that we wrote down ourselves.
  static SignedCheckpoint head(Bytes note) {
    try {
      return SignedCheckpoint.parse(note);
    } catch (MalformedException e) {
      throw new BugException("kept a head that does not read back: " + e.getMessage());
    }
  }
}
