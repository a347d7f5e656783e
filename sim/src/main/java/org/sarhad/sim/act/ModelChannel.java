package org.sarhad.sim.act;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.act.StaleProof;
import org.sarhad.core.act.Withdrawal;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.sim.world.FakeSignatures;
import org.sarhad.sim.world.SimIdentity;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// Turns the lines of the model into what the production code takes: facts, contexts, hashes, heads
/// with signatures. Two sides that have begun; nothing about them changes.
final class ModelChannel {
  private static final Instant TIME = Instant.parse("2019-04-22T08:00:00Z");
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final ActFact.Proposed PROPOSED =
      ActFact.Proposed.of(ActKind.of("crossing"), Json.obj().build(), CHIEF).expiring(TIME);
  private static final String REASON = "no";

  /// POSIX seconds at which a model node cosigns; a head that is dated later has one more.
  private static final long SECOND = TIME.getEpochSecond();

  private final List<SimIdentity> sides;
  private final Signatories who;
  private final Map<String, Hash> leaves = new HashMap<>();

  ModelChannel() {
    var signatures = new FakeSignatures();
    sides =
        List.of(
            SimIdentity.of(PartyId.of("ir"), signatures::key, true),
            SimIdentity.of(PartyId.of("pk"), signatures::key, true));
    var begun = ChannelState.of(identity(0).channel(), signatures);
    for (var side : sides) {
      begun = begun.with(side.node().card().keys());
    }
    for (var side : sides) {
      var genesis =
          new RecordFact.Genesis(
              side.node().card().keys(),
              side.founding().recovery(),
              side.founding().custodians(),
              List.of());
      var entry = entry(side.node(), genesis);
      var entered = begun.enter(entry);
      begun = entered.apply(entered.context(entry), genesis);
    }
    who = new Signatories(begun, Quorums.DEFAULT);
  }

  private static Entry entry(NodeIdentity node, RecordFact.Genesis genesis) {
    var body = Payload.salted(genesis.toJson(), Merkle.EMPTY_ROOT.toBytes());
    return EntryBuilder.at(
            node.channel(), new EntryId(node.origin(), 0), RecordKind.GENESIS.kind(), TIME)
        .payload(body.ref(PayloadRef.BODY))
        .seal(node.node());
  }

  private NodeIdentity identity(int side) {
    return sides.get(side).node();
  }

  /// Who may sign what.
  Signatories who() {
    return who;
  }

  Origin log(int side) {
    return identity(side).origin();
  }

  List<Origin> logs() {
    return List.of(log(0), log(1));
  }

  int sideOf(Origin log) {
    return log.equals(log(0)) ? 0 : 1;
  }

  EntryId id(int side, int index) {
    return new EntryId(log(side), index);
  }

  // ---- entries --------------------------------------------------------------------------------

  /// The line at `index` of the log of `side`, as acts see an entry.
  ActEntry entry(int side, int index, String log) {
    var line = Line.at(log, index);
    return new ActEntry(
        context(side, index, line.move()), seen(1 - side, line.seen()), leaf(side, index, log));
  }

  /// Who says `move` at `index` of the log of `side`.
  FactContext context(int side, int index, Move move) {
    boolean isByNode =
        switch (move) {
          case BEGIN, ACK, EXPIRE, CONTEST, CONTEST_SAME_SECOND -> true;
          case PROPOSE, COUNTER, SUPERSEDE, ASSENT, STALE_ASSENT, REFUSE, WITHDRAW -> false;
        };
    return new FactContext(
        id(side, index),
        identity(side).party(),
        true,
        TIME,
        isByNode ? Optional.empty() : Optional.of(sides.get(side).chief().officer()),
        isByNode ? Set.of() : Set.of(Role.CHIEF));
  }

  /// Having seen `size` lines of the log of `other`.
  Seen seen(int other, int size) {
    return size == 0 ? Seen.NOTHING : Seen.of(log(other), new SeenHead(size, Merkle.EMPTY_ROOT));
  }

  private Hash leaf(int side, int index, String log) {
    // A line's bytes are its place and what it says; a rewritten one is another entry.
    return leaves.computeIfAbsent(
        side + "#" + index + " " + Line.at(log, index), text -> Merkle.leaf(Bytes.ofUtf8(text)));
  }

  // ---- facts ----------------------------------------------------------------------------------

  /// What `line` says about acts, if it does.
  ///
  /// @param logs both, as far as its author has them
  /// @param acts what is known before it: a contest has to name the withdrawal
  Optional<ActFact> fact(Line line, List<String> logs, ActsState acts) {
    return switch (line.move()) {
      case BEGIN, ACK -> Optional.empty();
      case PROPOSE -> Optional.of(PROPOSED);
      case COUNTER -> Optional.of(PROPOSED.countering(ref(line, logs)));
      case SUPERSEDE -> Optional.of(PROPOSED.superseding(ref(line, logs)));
      case ASSENT, STALE_ASSENT -> Optional.of(new ActFact.Assented(ref(line, logs), 0, CHIEF));
      case REFUSE -> Optional.of(new ActFact.Refused(ref(line, logs), CHIEF, REASON));
      case WITHDRAW -> Optional.of(new ActFact.Withdrawn(ref(line, logs), CHIEF, REASON));
      case EXPIRE -> Optional.of(new ActFact.Expired(ref(line, logs)));
      case CONTEST -> contest(line, logs, acts, 1);
      case CONTEST_SAME_SECOND -> contest(line, logs, acts, 0);
    };
  }

  private ActRef ref(Line line, List<String> logs) {
    return new ActRef(
        id(line.side(), line.index()), leaf(line.side(), line.index(), logs.get(line.side())));
  }

  private Optional<ActFact> contest(
      Line line, List<String> logs, ActsState acts, int secondsLater) {
    var assent = Line.at(logs.get(line.side()), line.index());
    return acts.act(id(assent.side(), assent.index()))
        .filter(act -> act.withdrawal().isPresent())
        .map(
            act ->
                new ActFact.Contested(
                    act.ref(),
                    id(line.side(), line.index()),
                    proof(act, line, logs, secondsLater)));
  }

  /// The smallest head over the withdrawal, cosigned; the largest head without the assent, dated.
  private StaleProof proof(Act act, Line contested, List<String> logs, int secondsLater) {
    var withdrawal = act.withdrawal().map(Withdrawal::entry).orElseThrow();
    int proposer = sideOf(withdrawal.origin());
    int covering = (int) withdrawal.index() + 1;
    var cosigned = head(proposer, covering, logs, SECOND);
    var mirror = identity(contested.side()).mirror().getFirst();
    return new StaleProof(
        cosigned.with(List.of(signed(mirror, cosigned.checkpoint(), SECOND))),
        head(contested.side(), contested.index(), logs, SECOND + secondsLater),
        Tree.inclusionProof(
            withdrawal.index(), covering, (level, at) -> subtree(proposer, level, at, logs)));
  }

  private SignedCheckpoint head(int side, int size, List<String> logs, long seconds) {
    var root = Tree.root(size, (level, at) -> subtree(side, level, at, logs));
    var head = new Checkpoint(log(side).value(), size, root);
    return SignedCheckpoint.of(
        head, identity(side).log().stream().map(key -> signed(key, head, seconds)).toList());
  }

  private static SignatureLine signed(NamedKey key, Checkpoint head, long seconds) {
    return Cosignature.sign(key.name(), key.key(), head, seconds);
  }

  private Hash subtree(int side, int level, long at, List<String> logs) {
    return level == 0
        ? leaf(side, (int) at, logs.get(side))
        : Merkle.node(
            subtree(side, level - 1, 2 * at, logs), subtree(side, level - 1, 2 * at + 1, logs));
  }
}
