package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A channel on which sides agree on modalities and speak about them. The acts are folded by the
/// code of chapter 07, the modalities beside it as a node does it. The order of the calls is the
/// joint order; what a side has seen is what it was told to see.
final class ModalitiesScene {
  /// Who signs an entry, and where it stands.
  record Speaker(Optional<OfficerId> officer, Set<Role> roles, boolean released) {
    static final Speaker NODE = new Speaker(Optional.empty(), Set.of(), true);

    static Speaker officer(Role... roles) {
      return new Speaker(Optional.of(OfficerId.of("officer/7f3a")), Set.of(roles), true);
    }

    Speaker internally() {
      return new Speaker(officer, roles, false);
    }
  }

  static final Speaker CHIEF = Speaker.officer(Role.CHIEF);

  /// Sides and the channel they have begun; making keys and signing takes longer than all else.
  private record Begun(List<TestSide> sides, ChannelState channel) {
    static Begun of(String parties) {
      List<TestSide> sides =
          Arrays.stream(parties.split(" "))
              .map(party -> new TestSide(Sides.CHANNEL, party).begin())
              .toList();
      ChannelState channel = ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES);
      for (TestSide side : sides) {
        channel = channel.with(side.card()).enter(side.said().getFirst().entry());
      }
      return new Begun(sides, channel);
    }
  }

  private static final ConcurrentHashMap<String, Begun> BEGUN = new ConcurrentHashMap<>();

  private final List<UnaryOperator<ModalitiesState>> steps = new ArrayList<>();
  private final List<TestSide> sides;
  private PersistentMap<Origin, Long> sizes = PersistentMap.empty();
  private PersistentMap<Origin, Seen> seen = PersistentMap.empty();
  private final ChannelState channel;
  private Quorums quorums;
  private ActsState acts = ActsState.NONE;
  private ModalitiesState state = ModalitiesState.of();
  private Instant now = Sides.EIGHT;

  ModalitiesScene(String... parties) {
    this(Quorums.DEFAULT, parties);
  }

  /// @param first what says who signs the first act; from then on the modalities do
  ModalitiesScene(Quorums first, String... parties) {
    quorums = first;
    Begun begun = BEGUN.computeIfAbsent(String.join(" ", parties), Begun::of);
    sides = begun.sides();
    channel = begun.channel();
    for (TestSide side : sides) {
      sizes = sizes.put(side.log(), 1L);
      seen = seen.put(side.log(), Seen.NOTHING);
    }
  }

  // ---- who and when ---------------------------------------------------------------------------

  TestSide side(String party) {
    return sides.stream().filter(s -> s.party().value().equals(party)).findFirst().orElseThrow();
  }

  List<TestSide> sides() {
    return sides;
  }

  /// All clocks show `time` from now on.
  ModalitiesScene at(Instant time) {
    now = time;
    return this;
  }

  Instant now() {
    return now;
  }

  /// `side` sees everything the others have said so far.
  void sees(TestSide side) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (TestSide other : sides) {
      if (other != side) {
        heads = heads.put(other.log(), Sides.head(sizes.get(other.log())));
      }
    }
    seen = seen.put(side.log(), new Seen(heads, List.of()));
  }

  void allSee() {
    sides.forEach(this::sees);
  }

  // ---- acts -----------------------------------------------------------------------------------

  /// `side` says `fact` about an act, whether or not it holds.
  EntryId act(TestSide side, ActFact fact) {
    ActEntry entry = next(side, CHIEF, fact.toJson().toString());
    ActsState before = acts;
    acts = acts.enter(entry).apply(new Signatories(channel, quorums), entry, fact);
    moved(entry, before);
    return entry.id();
  }

  private void moved(ActEntry entry, ActsState before) {
    for (Act act : acts.acts().values().toList()) {
      Optional<ActStage> was = before.act(act.id()).map(Act::stage);
      if (!was.equals(Optional.of(act.stage()))) {
        step(known -> known.moved(entry, act));
      }
    }
    quorums = state.quorums();
  }

  /// `side` proposes `document` in the place of the last one, and everybody sees it.
  ActRef offered(TestSide side, Document document) {
    return offered(side, Docs.proposal(document, inForce(), state.toBeSuperseded()));
  }

  ActRef offered(TestSide side, ActFact.Proposed proposal) {
    EntryId id = act(side, proposal);
    allSee();
    assertThat(acts.act(id)).as("%s", acts.voids()).isPresent();
    return act(id).ref();
  }

  /// All sides but the proposer assent to `ref`, and everybody sees it.
  void assented(ActRef ref) {
    Act act = act(ref.entry());
    for (TestSide side : sides) {
      if (!side.party().equals(act.proposal().proposer())) {
        act(side, new ActFact.Assented(ref, act.proposal().said().modalities(), Docs.CHIEF));
      }
    }
    allSee();
    assertThat(act(ref.entry()).isEffective()).isTrue();
  }

  /// All sides sign `document`.
  ActRef signed(Document document) {
    ActRef ref = offered(sides.getFirst(), document);
    assented(ref);
    return ref;
  }

  /// An assent to the act is proven to be stale: that is chapter 07's business, and what it tells
  /// the modalities is this.
  void voided(ActRef ref) {
    ActEntry entry = next(sides.getFirst(), CHIEF, "contest of " + ref);
    Act act = act(ref.entry());
    Act next =
        new Act(act.proposal(), act.assents(), act.withdrawal(), ActStage.VOIDED, entry.id());
    ActsState before = acts;
    acts =
        new ActsState(
            acts.acts().put(next.id(), next),
            acts.leaving(),
            acts.delegations(),
            acts.seen(),
            acts.voids(),
            acts.statements(),
            List.of(next),
            acts.digest());
    moved(entry, before);
    allSee();
  }

  Act act(EntryId id) {
    return acts.act(id).orElseThrow();
  }

  ActsState acts() {
    return acts;
  }

  // ---- modalities -----------------------------------------------------------------------------

  /// `side` says `fact`, which must hold.
  EntryId say(TestSide side, Speaker speaker, ModalitiesFact fact) {
    assertThat(decided(side, speaker, fact)).as("%s of %s", fact, side.party()).isEmpty();
    EntryId entry = force(side, speaker, fact);
    assertThat(state.voids().find(entry)).isEmpty();
    return entry;
  }

  /// Why `side` is refused `fact`; said all the same, it is void for that reason, and changes
  /// nothing.
  ModalitiesRefusal refuse(TestSide side, Speaker speaker, ModalitiesFact fact) {
    Optional<ModalitiesRefusal> refusal = decided(side, speaker, fact);
    assertThat(refusal).as("%s of %s", fact, side.party()).isPresent();
    ModalitiesState before = state;
    EntryId entry = force(side, speaker, fact);
    assertThat(state.voids().find(entry)).isEqualTo(refusal);
    assertThat(state.offers()).isEqualTo(before.offers());
    assertThat(state.versions()).isEqualTo(before.versions());
    assertThat(state.suspensions()).isEqualTo(before.suspensions());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refusal.orElseThrow();
  }

  private Optional<ModalitiesRefusal> decided(TestSide side, Speaker speaker, ModalitiesFact fact) {
    ActEntry draft = entry(side, speaker, sizes.get(side.log()), Merkle.EMPTY_ROOT);
    return switch (ModalitiesRules.decide(state, draft, fact)) {
      case Decision.Accepted<ModalitiesFact, ModalitiesFact, ModalitiesRefusal> accepted -> {
        assertThat(accepted.reply()).isEqualTo(fact);
        yield Optional.empty();
      }
      case Decision.Refused<ModalitiesFact, ModalitiesFact, ModalitiesRefusal>(
              ModalitiesRefusal refusal,
              String detail) -> {
        assertThat(detail).isEqualTo(fact.kind().kind().value());
        yield Optional.of(refusal);
      }
    };
  }

  /// `side` says `fact`, whether or not it holds.
  EntryId force(TestSide side, Speaker speaker, ModalitiesFact fact) {
    ActEntry entry = next(side, speaker, fact.toJson().toString());
    ActsState before = acts;
    acts = acts.enter(entry);
    moved(entry, before);
    step(known -> known.apply(entry, fact));
    moved(entry, acts);
    return entry.id();
  }

  private ActEntry next(TestSide side, Speaker speaker, String said) {
    long index = sizes.get(side.log());
    sizes = sizes.put(side.log(), index + 1);
    return entry(
        side, speaker, index, Merkle.sha256(Bytes.ofUtf8(side.log() + "#" + index + " " + said)));
  }

  private ActEntry entry(TestSide side, Speaker speaker, long index, Hash leaf) {
    FactContext context =
        new FactContext(
            new EntryId(side.log(), index),
            side.party(),
            speaker.released(),
            now,
            speaker.officer(),
            speaker.roles());
    return new ActEntry(context, seen.get(side.log()), leaf);
  }

  private void step(UnaryOperator<ModalitiesState> next) {
    steps.add(next);
    state = next.apply(state);
  }

  /// The same, folded once more from the beginning.
  ModalitiesState refolded() {
    ModalitiesState again = ModalitiesState.of();
    for (UnaryOperator<ModalitiesState> next : steps) {
      again = next.apply(again);
    }
    return again;
  }

  /// `side` says `fact`, whatever comes of it: the same as was decided.
  Optional<ModalitiesRefusal> attempt(TestSide side, Speaker speaker, ModalitiesFact fact) {
    Optional<ModalitiesRefusal> refusal = decided(side, speaker, fact);
    ModalitiesState before = state;
    EntryId entry = force(side, speaker, fact);
    assertThat(state.voids().find(entry)).isEqualTo(refusal);
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refusal;
  }

  // ---- asking ---------------------------------------------------------------------------------

  ModalitiesState state() {
    return state;
  }

  /// Where the next entry of `side` will stand.
  EntryId nextEntry(TestSide side) {
    return new EntryId(side.log(), sizes.get(side.log()));
  }

  /// The number in force; 0 for none.
  long inForce() {
    return state.inForce().map(Version::number).orElse(0L);
  }

  VersionStage stage(ActRef ref) {
    return state.stage(ref.entry()).orElseThrow();
  }
}
