package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Assent;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Sides that say things in an inquiry, folded at once: the order of the calls is the joint order.
/// Each side has seen everything, unless it is told to be blind.
final class InquiryScene {
  static final Instant T0 = Instant.parse("2019-04-22T08:00:00.000Z");
  static final InquirySettings SETTINGS = InquirySettings.defaults();
  static final Words WHY = Words.en("because of the hospital list");
  static final Set<Role> INVESTIGATOR = Ordered.set(Role.INVESTIGATOR);
  static final Provenance AGENCY = Provenance.own(Basis.OWN_AGENCY);
  static final PartyId IR = PartyId.of("ir");
  static final PartyId PK = PartyId.of("pk");
  static final PartyId OM = PartyId.of("om");

  private final List<PartyId> sides;
  private final Map<PartyId, Long> sizes = new TreeMap<>();
  private final Map<PartyId, Seen> blind = new TreeMap<>();
  private final Map<EntryId, Act> acts = new TreeMap<>();
  private InquiryState state;
  private Instant time = T0;

  /// A channel of these parties, in this order of columns.
  static InquiryScene of(String... parties) {
    return new InquiryScene(Arrays.stream(parties).map(PartyId::of).toList());
  }

  InquiryScene(List<PartyId> sides) {
    this.sides = List.copyOf(sides);
    this.state = InquiryState.of(sides);
    sides.forEach(side -> sizes.put(side, 0L));
  }

  // ---- entries --------------------------------------------------------------------------------

  static Origin log(PartyId side) {
    return Origin.of(side + ".sarhad.example/joint");
  }

  static OfficerId officer(PartyId side) {
    return OfficerId.of(side + ".sarhad.example/officer/1a2b");
  }

  long size(PartyId side) {
    return sizes.getOrDefault(side, 0L);
  }

  /// From now on `side` sees nothing new.
  InquiryScene blinded(PartyId side) {
    blind.put(side, seen(side));
    return this;
  }

  /// It sees everything again.
  InquiryScene sighted(PartyId side) {
    blind.remove(side);
    return this;
  }

  private Seen seen(PartyId side) {
    Seen known = blind.get(side);
    if (known != null) {
      return known;
    }
    Seen seen = Seen.NOTHING;
    for (PartyId other : sides) {
      if (!other.equals(side) && size(other) > 0) {
        seen = seen.with(log(other), new SeenHead(size(other), Merkle.EMPTY_ROOT));
      }
    }
    return seen;
  }

  /// The next entry of `side`, signed by an officer with `roles`.
  ActEntry next(PartyId side, Set<Role> roles) {
    EntryId id = new EntryId(log(side), size(side));
    FactContext context = new FactContext(id, side, true, time, Optional.of(officer(side)), roles);
    return new ActEntry(context, seen(side), leaf(id));
  }

  static Hash leaf(EntryId id) {
    return Merkle.sha256(Bytes.ofUtf8("leaf " + id));
  }

  private void count(PartyId side) {
    sizes.merge(side, 1L, Long::sum);
    time = time.plusSeconds(1);
  }

  // ---- saying ---------------------------------------------------------------------------------

  /// An investigator of `side` says `fact`, which must hold.
  EntryId say(PartyId side, InquiryFact fact) {
    ActEntry entry = next(side, INVESTIGATOR);
    Decision<InquiryFact, InquiryFact, InquiryRefusal> decision =
        InquiryRules.decide(state, entry, fact, SETTINGS);
    assertThat(decision).as("%s", fact).isInstanceOf(Decision.Accepted.class);
    force(entry, fact);
    assertThat(state.voids().find(entry.id())).isEmpty();
    return entry.id();
  }

  /// Why an investigator of `side` is refused `fact`; said all the same, it is void for that
  /// reason.
  InquiryRefusal refuse(PartyId side, InquiryFact fact) {
    return refuse(next(side, INVESTIGATOR), fact);
  }

  InquiryRefusal refuse(ActEntry entry, InquiryFact fact) {
    Decision<InquiryFact, InquiryFact, InquiryRefusal> decision =
        InquiryRules.decide(state, entry, fact, SETTINGS);
    if (!(decision
        instanceof
        Decision.Refused<InquiryFact, InquiryFact, InquiryRefusal>(
            InquiryRefusal refusal,
            String detail))) {
      throw new AssertionError(fact + " was accepted");
    }
    assertThat(detail).isEqualTo(fact.kind().kind().value());
    InquiryState before = state;
    force(entry, fact);
    assertThat(state.voids().find(entry.id())).contains(refusal);
    assertThat(state.matters()).isEqualTo(before.matters());
    assertThat(state.where()).isEqualTo(before.where());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refusal;
  }

  /// Folds `fact` at `entry`, whether or not it holds.
  void force(ActEntry entry, InquiryFact fact) {
    state = state.apply(entry, fact, SETTINGS);
    count(entry.context().author());
  }

  // ---- acts -----------------------------------------------------------------------------------

  static ActFact.Proposed proposal(InquiryTerms terms) {
    return ActFact.Proposed.of(terms.kind().kind(), terms.toJson(), Capacity.of(Role.CHIEF));
  }

  /// `side` proposes an act with these terms.
  EntryId propose(PartyId side, InquiryTerms terms) {
    return propose(side, proposal(terms));
  }

  EntryId propose(PartyId side, ActFact.Proposed said) {
    ActEntry entry = next(side, INVESTIGATOR);
    Quorum quorum = Quorum.alike(sides, Seats.of(Role.CHIEF, 1));
    Proposal proposal = new Proposal(entry.id(), side, entry.leaf(), said, quorum);
    Assent signed = new Assent(entry.id(), officer(side), said.as());
    PersistentMap<PartyId, PersistentMap<OfficerId, Assent>> assents =
        PersistentMap.of(side, PersistentMap.of(signed.officer(), signed));
    move(entry, new Act(proposal, assents, Optional.empty(), ActStage.PROPOSED, entry.id()));
    return entry.id();
  }

  private void move(ActEntry entry, Act act) {
    acts.put(act.id(), act);
    state = state.moved(entry, act, SETTINGS);
    count(entry.context().author());
  }

  /// `side` brings the act `id` to `stage`.
  ActEntry bring(PartyId side, EntryId id, ActStage stage) {
    ActEntry entry = next(side, INVESTIGATOR);
    Act act = Objects.requireNonNull(acts.get(id), () -> id + " was never proposed");
    move(entry, new Act(act.proposal(), act.assents(), act.withdrawal(), stage, entry.id()));
    return entry;
  }

  /// The first side proposes, the last one assents.
  EntryId agree(InquiryTerms terms) {
    EntryId id = propose(sides.getFirst(), terms);
    assertThat(state.act(id)).as("%s: %s", terms, state.voids()).isPresent();
    bring(sides.getLast(), id, ActStage.EFFECTIVE);
    return id;
  }

  /// As [#agree], in the place of the act `old`.
  EntryId supersede(EntryId old, InquiryTerms terms) {
    EntryId id = propose(sides.getFirst(), proposal(terms).superseding(new ActRef(old, leaf(old))));
    bring(sides.getLast(), id, ActStage.EFFECTIVE);
    bring(sides.getLast(), old, ActStage.SUPERSEDED);
    return id;
  }

  /// Why a proposal with `terms` is refused; made all the same, the inquiry takes no notice of it.
  InquiryRefusal refuseTerms(PartyId side, InquiryTerms terms) {
    return refuseTerms(side, proposal(terms));
  }

  InquiryRefusal refuseTerms(PartyId side, ActFact.Proposed said) {
    Optional<InquiryRefusal> objection =
        InquiryRules.objectionToProposal(state, next(side, INVESTIGATOR), said, SETTINGS);
    assertThat(objection).isPresent();
    InquiryState before = state;
    EntryId id = propose(side, said);
    assertThat(state.voids().find(id)).isEqualTo(objection);
    assertThat(state.act(id)).isEmpty();
    assertThat(state.matters()).isEqualTo(before.matters());
    return objection.orElseThrow();
  }

  // ---- short cuts -----------------------------------------------------------------------------

  /// `side` opens a matter.
  EntryId opened(PartyId side) {
    return say(side, MatterFact.Opened.of(MatterKind.INCIDENT, Words.en("attack on a bus")));
  }

  static Statement killed(long count) {
    return killed(Span.exactly(count));
  }

  static Statement killed(Span span) {
    return Statement.of(
        Property.KILLED, Value.Quantity.persons(span, Category.SECURITY), T0, AGENCY);
  }

  static Statement label(Property property, String text) {
    return Statement.of(property, new Value.Label(text), T0, AGENCY);
  }

  static Statement press(String outlet, Span span) {
    return Statement.of(
        Property.KILLED,
        Value.Quantity.persons(span, Category.SECURITY),
        T0,
        Provenance.press(Source.named(outlet)));
  }

  EntryId claim(PartyId side, EntryId matter, Statement says) {
    return say(side, new ClaimFact.Stated(matter, says));
  }

  EntryId position(PartyId side, EntryId claim, Stance stance) {
    return say(side, ClaimFact.PositionTaken.of(claim, stance, Optional.of(WHY)));
  }

  static ExhibitFact.Registered file(EntryId matter, String content) {
    return new ExhibitFact.Registered(
        matter,
        Merkle.sha256(Bytes.ofUtf8(content)),
        CopyClass.EVIDENTIARY,
        Optional.empty(),
        Level.EXISTS,
        Optional.empty());
  }

  static final Custodian LAB = new Custodian("district laboratory", "evidence room");
  static final Custodian COURT = new Custodian("district court", "registry");

  static Description description(long size) {
    return new Description(
        Words.en("video of the road"),
        "video/mp4",
        size,
        new Value.Interval(T0.minusSeconds(7200), T0.minusSeconds(3600)),
        Place.named("km 12"),
        LAB);
  }

  static VisitTerms visit(EntryId matter) {
    return new VisitTerms(
        matter,
        IR,
        Place.named("km 12"),
        new Value.Interval(T0, T0.plus(Duration.ofDays(2))),
        List.of(new VisitTerms.Experts(PK, "forensic examiner", 2)));
  }

  static FindingTerms finding(EntryId matter, FindingTerms.Item... items) {
    return new FindingTerms(
        matter,
        FindingTerms.Standard.REASONABLE_GROUNDS,
        new ArrayList<>(List.of(items)),
        List.of(),
        List.of());
  }

  static FindingTerms.Item item(Statement says, Outcome outcome, EntryId... grounds) {
    return new FindingTerms.Item(says.subject(), outcome, Arrays.stream(grounds).sorted().toList());
  }

  static Bytes salt(int number) {
    return Merkle.sha256(Bytes.ofUtf8("salt " + number)).toBytes();
  }

  ClaimFact.Sealed seal(PartyId side, EntryId matter, Statement says, int salt) {
    return new ClaimFact.Sealed(
        matter,
        ClaimFact.commitment(side, matter, says, salt(salt)),
        time.plus(Duration.ofHours(24)));
  }

  // ---- asking ---------------------------------------------------------------------------------

  InquiryState state() {
    return state;
  }

  Instant time() {
    return time;
  }

  void pass(Duration duration) {
    time = time.plus(duration);
  }

  Claim claim(EntryId id) {
    return state.claim(id).orElseThrow();
  }

  Board board(EntryId matter) {
    return Board.of(state, matter, new BoardView(time, SETTINGS, BoardView.Receipts.NONE));
  }

  BoardRow row(EntryId matter, Property property) {
    return board(matter).rows().stream()
        .filter(row -> row.subject().property() == property)
        .findFirst()
        .orElseThrow();
  }
}
