package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookGrounds;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;

/// A market of two sides in a test: Pakistan sends rice in wagons of 60 t at 400 for a tonne, Iran
/// sends gas at 2 p for a gigajoule with p at 5. Each may owe 50 000 in the account.
final class MarketScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final PartyId OM = PartyId.of("om");
  static final Bytes SALT = Bytes.of(new byte[32]);
  static final Duration HOUR = Duration.ofHours(1);

  /// Ceiling 100 000, and five per cent more than was reserved.
  static final BarterSettings SETTINGS =
      new BarterSettings(
          Money.ofUnits(100_000), Money.ZERO, Money.ZERO, 0, 500, 50, 1, 30, Ordered.set());

  static final BookGrounds GROUNDS = new BookGrounds(SETTINGS, Books.ALL_CLEAR);

  final Voices voices;
  MarketState state;
  BookState book;

  MarketScene(String... parties) {
    voices = Voices.of(parties);
    state = MarketState.of(voices.parties());
    book = BookState.of(voices.parties());
  }

  /// With an account that is open.
  static MarketScene open() {
    MarketScene scene = new MarketScene("ir", "pk");
    scene.openAccount(50_000);
    return scene;
  }

  void openAccount(long units) {
    BarterTerms terms =
        new AccountTerms(1, DueDate.parse("2019-04-01+05:00"), "UA", both(Money.ofUnits(units)));
    Act act =
        Voices.act(
            voices.says(IR, Role.CHIEF),
            voices.says(PK, Role.CHIEF),
            ActFact.Proposed.of(
                terms.kind().act().orElseThrow(), terms.toJson(), Capacity.of(Role.CHIEF)),
            voices.parties());
    book = book.moved(voices.says(PK, Role.CHIEF), act, GROUNDS);
    assertThat(book.account()).isPresent();
  }

  static SortedMap<PartyId, Money> both(Money each) {
    return each(IR, each, PK, each);
  }

  static SortedMap<PartyId, Money> each(PartyId a, Money first, PartyId b, Money second) {
    TreeMap<PartyId, Money> sums = new TreeMap<>();
    sums.put(a, first);
    sums.put(b, second);
    return sums;
  }

  // ---- terms ----------------------------------------------------------------------------------

  static CommodityLine rice() {
    return new CommodityLine(
        "rice",
        "100630",
        Wording.of("en", "Rice of the harvest of 2018"),
        PK,
        new Quantity(60, UnitCode.TNE),
        PriceRule.fixed(Rational.of(400), UnitCode.TNE),
        50,
        new CommodityLine.Range(0, 10),
        new CommodityLine.Range(0, Money.ofUnits(1_000_000).minor()));
  }

  static CommodityLine gas() {
    return new CommodityLine(
        "gas",
        "271121",
        Wording.of("en", "Gas at the border"),
        IR,
        new Quantity(1_000, UnitCode.GV),
        new PriceRule(PriceFormula.parse("2 * p"), UnitCode.GV, new TreeMap<>()),
        0,
        new CommodityLine.Range(1, 20),
        new CommodityLine.Range(0, Money.ofUnits(1_000_000).minor()));
  }

  static SortedMap<String, Rational> index(String value) {
    TreeMap<String, Rational> indices = new TreeMap<>();
    indices.put("p", Rational.ofDecimal(value));
    return indices;
  }

  static Corridor rail(long wagons) {
    TreeMap<String, Long> uses = new TreeMap<>();
    uses.put("rice", 1L);
    return new Corridor("rail", new Quantity(wagons, UnitCode.H87), uses);
  }

  static Quota food(long units) {
    return new Quota("food", Ordered.set("rice"), Money.ofUnits(units));
  }

  PeriodProtocol protocol() {
    return protocol(rice(), index("5"), both(Money.ofUnits(1_000_000)));
  }

  PeriodProtocol protocol(
      CommodityLine rice, SortedMap<String, Rational> indices, SortedMap<PartyId, Money> swing) {
    return new PeriodProtocol(
        DueDate.parse("2019-05-01+05:00"),
        DueDate.parse("2019-07-31+05:00"),
        voices.time().plus(HOUR),
        voices.time().plus(HOUR).plus(HOUR),
        indices,
        List.of(gas(), rice),
        List.of(food(500_000)),
        List.of(rail(8)),
        swing);
  }

  /// The whole match of what is bid under `protocol`, with the room that there is.
  MatchTerms match(EntryId protocol) {
    Round round = state.rounds().get(protocol);
    SortedMap<PartyId, Money> room =
        MarketState.room(book, round.protocol()).orElseGet(() -> both(Money.ZERO));
    return new MatchTerms(protocol, room, Matching.found(round.problem(room)));
  }

  static Bid need(String line, long lots, String limit) {
    return new Bid(Bid.Way.NEED, line, lots, Optional.of(Rational.ofDecimal(limit)));
  }

  static Bid offer(String line, long lots, String limit) {
    return new Bid(Bid.Way.OFFER, line, lots, Optional.of(Rational.ofDecimal(limit)));
  }

  MarketFact.Sealed seal(PartyId by, EntryId protocol, Bid bid) {
    return new MarketFact.Sealed(protocol, MarketFact.commitment(by, protocol, bid, SALT));
  }

  // ---- saying and signing ---------------------------------------------------------------------

  /// The protocol is agreed: its act.
  EntryId agree(PeriodProtocol protocol) {
    return sign(PK, proposed(protocol));
  }

  /// Everybody's clock goes on by so much.
  void after(Duration time) {
    voices.at(voices.time().plus(time));
  }

  void at(Instant time) {
    voices.at(time);
  }

  EntryId say(PartyId side, MarketFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    Verdict.accepted(MarketRules.decide(state, entry.context(), entry.seen(), fact), fact);
    state = state.apply(entry, fact);
    assertThat(state.voids().find(entry.id())).isEmpty();
    return entry.id();
  }

  EntryId bid(PartyId side, EntryId protocol, Bid bid) {
    return say(side, new MarketFact.Stated(protocol, bid));
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  MarketRefusal refuse(ActEntry entry, MarketFact fact) {
    MarketState before = state;
    var refused =
        Verdict.refused(MarketRules.decide(state, entry.context(), entry.seen(), fact), fact);
    state = state.apply(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertUntouched(before);
    return refused.refusal();
  }

  MarketRefusal refuse(PartyId side, MarketFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  private void assertUntouched(MarketState before) {
    assertThat(state.rounds()).isEqualTo(before.rounds());
    assertThat(state.places()).isEqualTo(before.places());
    assertThat(state.digest()).isNotEqualTo(before.digest());
  }

  static ActFact.Proposed proposed(MarketTerms terms) {
    return ActFact.Proposed.of(terms.kind().act(), terms.toJson(), Capacity.of(Role.CHIEF));
  }

  EntryId sign(PartyId proposer, ActFact.Proposed said) {
    Act act = signed(proposer, said, voices.parties());
    assertThat(state.voids().find(act.by())).as("%s", said).isEmpty();
    return act.id();
  }

  private Act signed(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    ActEntry proposal = voices.says(proposer, Role.CHIEF);
    ActEntry assent = voices.says(proposer.equals(IR) ? PK : IR, Role.CHIEF);
    Act act = Voices.act(proposal, assent, said, sides);
    state = state.moved(assent, act, book, SETTINGS);
    return act;
  }

  /// The act `id` of these terms comes to another stage.
  void move(EntryId id, MarketTerms terms, ActStage stage) {
    ActEntry entry = voices.says(IR, Role.CHIEF);
    Act act = Voices.act(voices.says(PK, Role.CHIEF), entry, proposed(terms), voices.parties());
    Act known =
        new Act(
            new Proposal(
                id,
                act.proposal().proposer(),
                act.proposal().leaf(),
                act.proposal().said(),
                act.proposal().quorum()),
            act.assents(),
            act.withdrawal(),
            stage,
            entry.id());
    state = state.moved(entry, known, book, SETTINGS);
  }

  /// Why terms change nothing: asked before, and where they come into force all the same.
  MarketRefusal refuse(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    MarketState before = state;
    ActEntry proposal = voices.says(proposer, Role.CHIEF);
    ActEntry assent = voices.says(proposer.equals(IR) ? PK : IR, Role.CHIEF);
    Act act = Voices.act(proposal, assent, said, sides);
    Optional<MarketRefusal> asked =
        MarketRules.objectionToProposal(state, book, proposal, sides, said, SETTINGS);
    assertThat(MarketRules.objectionToAssent(state, book, assent, act, SETTINGS)).isEqualTo(asked);
    state = state.moved(assent, act, book, SETTINGS);
    assertThat(state.voids().find(act.by())).isEqualTo(asked);
    assertUntouched(before);
    return asked.orElseThrow();
  }

  MarketRefusal refuse(PartyId proposer, MarketTerms terms) {
    return refuse(proposer, proposed(terms), voices.parties());
  }

  MarketRefusal refuse(PartyId proposer, MarketActKind kind, Json.Obj terms) {
    return refuse(
        proposer,
        ActFact.Proposed.of(kind.act(), terms, Capacity.of(Role.CHIEF)),
        voices.parties());
  }
}
