package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// A channel on which sides say things about acts, in real entries with real signatures. What is
/// said is folded at once: the order of the calls is the joint order. What a side has seen is what
/// it was told to see.
final class ActScene {
  static final ActKind CROSSING = ActKind.of("crossing");
  static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  static final Instant LATER = Sides.EIGHT.plusSeconds(3600);
  static final String REASON = "not tonight";
  static final Json.Obj QUIET = Json.obj().put("text", "all quiet").build();

  private final List<TestSide> sides;
  private final Quorums quorums;
  private ChannelState channel;
  private ActsState acts;

  /// A channel of these parties, each begun, under the default quorum.
  static ActScene of(String... parties) {
    return new ActScene(Quorums.DEFAULT, parties);
  }

  ActScene(Quorums quorums, String... parties) {
    sides = Arrays.stream(parties).map(party -> new TestSide(Sides.CHANNEL, party)).toList();
    channel = ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES);
    for (TestSide side : sides) {
      channel = channel.with(side.card());
    }
    this.quorums = quorums;
    acts = ActsState.NONE;
    for (TestSide side : sides) {
      side.begin();
      enter(side, side.said().getLast().entry());
      record(side, side.genesis());
    }
  }

  // ---- who ------------------------------------------------------------------------------------

  TestSide side(String party) {
    return sides.stream()
        .filter(side -> side.party().value().equals(party))
        .findFirst()
        .orElseThrow();
  }

  static NoteSigner chief(TestSide side) {
    return side.officer("c0c0");
  }

  // ---- saying ---------------------------------------------------------------------------------

  /// `side` sees everything the others have said so far.
  ActScene sees(TestSide side) {
    sides.stream().filter(other -> other != side).forEach(side::sees);
    return this;
  }

  /// The chief of `side` says `fact`, which must hold.
  EntryId say(TestSide side, ActFact fact) {
    return say(side, chief(side), fact);
  }

  /// The node of `side` says `fact` by itself; it must hold.
  EntryId sayByNode(TestSide side, ActFact fact) {
    return say(side, null, fact);
  }

  EntryId say(TestSide side, @Nullable NoteSigner officer, ActFact fact) {
    Optional<ActRefusal> objection = objection(side, officer, fact);
    assertThat(objection).as("%s of %s", fact.kind(), side.party()).isEmpty();
    EntryId entry = force(side, officer, fact);
    assertThat(acts.voids().find(entry)).isEmpty();
    return entry;
  }

  /// Why the chief of `side` is refused `fact`; said all the same, it is void for that reason.
  ActRefusal refuse(TestSide side, ActFact fact) {
    return refuse(side, chief(side), fact);
  }

  ActRefusal refuse(TestSide side, @Nullable NoteSigner officer, ActFact fact) {
    Optional<ActRefusal> objection = objection(side, officer, fact);
    assertThat(objection).as("%s of %s", fact.kind(), side.party()).isPresent();
    ActsState before = acts;
    EntryId entry = force(side, officer, fact);
    assertThat(acts.voids().find(entry)).isEqualTo(objection);
    assertThat(acts.acts()).isEqualTo(before.enter(last(side)).acts());
    assertThat(acts.digest()).isNotEqualTo(before.digest());
    return objection.orElseThrow();
  }

  private Optional<ActRefusal> objection(
      TestSide side, @Nullable NoteSigner officer, ActFact fact) {
    Entry draft = entry(side, officer, fact.kind().kind(), fact.toJson());
    Decision<ActFact, ActFact, ActRefusal> decision =
        ActRules.decide(acts, who(), channel.context(draft), draft.envelope().seen(), fact);
    return switch (decision) {
      case Decision.Accepted<ActFact, ActFact, ActRefusal> _ -> Optional.empty();
      case Decision.Refused<ActFact, ActFact, ActRefusal>(ActRefusal refusal, String _) ->
          Optional.of(refusal);
    };
  }

  /// `side` says `fact`, whether or not it holds.
  EntryId force(TestSide side, @Nullable NoteSigner officer, ActFact fact) {
    Entry entry = entry(side, officer, fact.kind().kind(), fact.toJson());
    side.add(entry, Optional.empty());
    enter(side, entry);
    acts = acts.apply(who(), last(side), fact);
    return entry.id();
  }

  /// `side` says something that is no act.
  EntryId note(TestSide side) {
    Entry entry = entry(side, null, Kind.of("response.note"), QUIET);
    side.add(entry, Optional.empty());
    enter(side, entry);
    return entry.id();
  }

  /// `side` says something about the channel.
  void record(TestSide side, NoteSigner officer, RecordFact fact) {
    Entry entry = side.say(fact, officer).entry();
    enter(side, entry);
    record(side, fact);
  }

  private void record(TestSide side, RecordFact fact) {
    channel = channel.apply(channel.context(side.said().getLast().entry()), fact);
  }

  private void enter(TestSide side, Entry entry) {
    channel = channel.enter(entry);
    acts = acts.enter(last(side));
  }

  private ActEntry last(TestSide side) {
    Entry entry = side.said().getLast().entry();
    return new ActEntry(channel.context(entry), entry.envelope().seen(), entry.leafHash());
  }

  private static Entry entry(
      TestSide side, @Nullable NoteSigner officer, Kind kind, Json.Obj body) {
    Payload payload = Payload.salted(body, salt(side.size()));
    EntryBuilder entry = side.next(kind).payload(payload.ref(PayloadRef.BODY));
    if (officer != null) {
      entry.by(officer);
    }
    return entry.seal(side.node());
  }

  /// The salt of the entry at `index` of a log: known, so that the same talk is the same bytes.
  static Bytes salt(long index) {
    return Merkle.sha256(Bytes.ofUtf8("salt " + index)).toBytes();
  }

  // ---- short cuts -----------------------------------------------------------------------------

  static ActFact.Proposed crossing() {
    return ActFact.Proposed.of(CROSSING, Json.obj().put("area", "Mirjaveh").build(), CHIEF);
  }

  /// The chief of `side` proposes a crossing, and everybody sees it.
  ActRef proposed(TestSide side) {
    return proposed(side, crossing());
  }

  ActRef proposed(TestSide side, ActFact.Proposed fact) {
    ActRef ref = act(say(side, fact)).ref();
    sides.forEach(this::sees);
    return ref;
  }

  /// `by` proposes, all others assent, everybody sees it.
  ActRef agreed(TestSide by) {
    ActRef ref = proposed(by);
    sides.stream().filter(side -> side != by).forEach(side -> say(side, assent(ref)));
    sides.forEach(this::sees);
    return ref;
  }

  static ActFact.Assented assent(ActRef ref) {
    return new ActFact.Assented(ref, 0, CHIEF);
  }

  static ActFact.Refused refusal(ActRef ref) {
    return new ActFact.Refused(ref, CHIEF, REASON);
  }

  static ActFact.Withdrawn withdrawal(ActRef ref) {
    return new ActFact.Withdrawn(ref, CHIEF, REASON);
  }

  // ---- asking ---------------------------------------------------------------------------------

  ActsState acts() {
    return acts;
  }

  ChannelState channel() {
    return channel;
  }

  /// Who may sign what, as it stands now.
  Signatories who() {
    return new Signatories(channel, quorums);
  }

  Act act(EntryId id) {
    return acts.act(id).orElseThrow();
  }

  ActStage stage(ActRef ref) {
    return act(ref.entry()).stage();
  }

  // ---- heads ----------------------------------------------------------------------------------

  /// The head of `side`'s log at `size`, signed by the log at `timeSeconds`.
  static SignedCheckpoint head(TestSide side, long size, long timeSeconds) {
    Checkpoint head = new Checkpoint(side.log().value(), size, side.rootAt(size));
    String name = side.log().value();
    return SignedCheckpoint.of(
        head,
        List.of(
            Cosignature.sign(name, Keys.signer(name).key(), head, timeSeconds),
            Cosignature.sign(name, TestSide.secret(name, KeyType.ML_DSA_44), head, timeSeconds)));
  }

  /// `head` with the cosignature of `by`'s mirror.
  static SignedCheckpoint cosigned(SignedCheckpoint head, TestSide by, long timeSeconds) {
    String name = by.party() + ".sarhad.example/mirror";
    return head.with(
        List.of(
            Cosignature.sign(
                name,
                TestSide.secret(name, KeyType.ED25519_COSIGNATURE),
                head.checkpoint(),
                timeSeconds)));
  }

  /// That the entry at `index` of `side`'s log is under its head of `size`.
  static List<Hash> inclusion(TestSide side, long index, long size) {
    return Tree.inclusionProof(index, size, (level, at) -> subtree(side, level, at));
  }

  private static Hash subtree(TestSide side, int level, long at) {
    return level == 0
        ? side.said().get((int) at).entry().leafHash()
        : Merkle.node(subtree(side, level - 1, 2 * at), subtree(side, level - 1, 2 * at + 1));
  }
}
