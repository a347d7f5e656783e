package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.market.MarketScene.HOUR;
import static org.sarhad.core.market.MarketScene.IR;
import static org.sarhad.core.market.MarketScene.PK;
import static org.sarhad.core.market.MarketScene.SALT;
import static org.sarhad.core.market.MarketScene.SETTINGS;
import static org.sarhad.core.market.MarketScene.each;
import static org.sarhad.core.market.MarketScene.index;
import static org.sarhad.core.market.MarketScene.need;
import static org.sarhad.core.market.MarketScene.offer;
import static org.sarhad.core.market.MarketScene.proposed;
import static org.sarhad.core.market.MarketScene.rice;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Merkle;

/// A market from its protocol to a match in force: protocol clauses 17-2 to 17-5.
class MarketTest {
  private final MarketScene scene = MarketScene.open();

  private Round round(EntryId protocol) {
    return scene.state.rounds().get(protocol);
  }

  /// Rice for gas, all bids in: 24 000 units of account for a wagon, 10 000 for a lot of gas.
  private EntryId bidden() {
    EntryId protocol = scene.agree(scene.protocol());
    scene.bid(PK, protocol, offer("rice", 6, "380"));
    scene.bid(IR, protocol, need("rice", 6, "420"));
    scene.bid(IR, protocol, offer("gas", 20, "9"));
    scene.bid(PK, protocol, need("gas", 12, "11"));
    scene.after(HOUR);
    return protocol;
  }

  @Test
  void whatIsMatchedIsAgreedByBothAndCheckedWhereItTakesEffect() {
    EntryId protocol = bidden();
    MatchTerms match = scene.match(protocol);
    // Six wagons with their tolerance are 151 200, of which 12 lots of gas give back 120 000.
    assertThat(match.certificate().value()).isEqualTo(Money.ofUnits(6 * 24_000 + 12 * 10_000));
    assertThat(match.certificate().gap()).isLessThan(100);
    EntryId act = scene.sign(IR, proposed(match));
    assertThat(round(protocol).match()).contains(new Round.Matched(act, match));
  }

  @Test
  void nothingMovesInTheAccountByAMatch() {
    EntryId protocol = bidden();
    Money before = scene.book.room(IR);
    scene.sign(IR, proposed(scene.match(protocol)));
    assertThat(scene.book.room(IR)).isEqualTo(before);
  }

  @Test
  void goodsTheOtherWayGiveRoomAndToleranceTakesIt() {
    EntryId protocol = scene.agree(scene.protocol());
    scene.bid(PK, protocol, offer("rice", 6, "380"));
    scene.bid(IR, protocol, need("rice", 6, "420"));
    scene.after(HOUR);
    // 50 000 are room for two wagons of 24 000, if none came heavier: 25 200 each.
    assertThat(scene.match(protocol).certificate().placed())
        .extracting(Placed::lots)
        .containsExactly(1L);
  }

  @Test
  void aProtocolMayLetASideOweLessThanTheAccountDoes() {
    PeriodProtocol careful =
        scene.protocol(rice(), index("5"), each(IR, Money.ofUnits(9), PK, Money.ofUnits(60_000)));
    assertThat(MarketState.room(scene.book, careful))
        .contains(each(IR, Money.ofUnits(9), PK, Money.ofUnits(50_000)));
  }

  @Test
  void thePriceIsThatOfTheLineOrTheNearestThatBothCanLiveWith() {
    Rational line = Rational.of(400);
    assertThat(need("rice", 1, "420").price(offer("rice", 1, "380"), line)).isEqualTo(line);
    assertThat(need("rice", 1, "390").price(offer("rice", 1, "380"), line))
        .isEqualTo(Rational.of(390));
    assertThat(need("rice", 1, "420").price(offer("rice", 1, "410"), line))
        .isEqualTo(Rational.of(410));
    Bid any = new Bid(Bid.Way.NEED, "rice", 1, Optional.empty());
    assertThat(any.price(new Bid(Bid.Way.OFFER, "rice", 1, Optional.empty()), line))
        .isEqualTo(line);
    assertThat(need("rice", 1, "379").meets(offer("rice", 1, "380"))).isFalse();
    assertThat(need("rice", 1, "380").meets(offer("rice", 1, "380"))).isTrue();
    assertThat(any.meets(offer("rice", 1, "380"))).isTrue();
  }

  @Test
  void whatIsSealedIsMatchedWhenItIsShown() {
    EntryId protocol = scene.agree(scene.protocol());
    Bid hidden = offer("rice", 1, "380");
    EntryId seal = scene.say(PK, scene.seal(PK, protocol, hidden));
    scene.bid(IR, protocol, need("rice", 1, "420"));
    scene.after(HOUR);
    assertThat(round(protocol).isComplete(scene.voices.time())).isFalse();
    assertThat(scene.match(protocol).certificate().placed()).isEmpty();
    scene.say(PK, new MarketFact.Revealed(seal, SALT, hidden));
    assertThat(round(protocol).isComplete(scene.voices.time())).isTrue();
    assertThat(scene.match(protocol).certificate().placed())
        .extracting(Placed::offer)
        .containsExactly(seal);
  }

  @Test
  void whatIsNotShownInTimeTakesNoPartAndHoldsNobodyUp() {
    EntryId protocol = scene.agree(scene.protocol());
    scene.say(PK, scene.seal(PK, protocol, offer("rice", 1, "380")));
    scene.after(HOUR.plus(HOUR));
    assertThat(round(protocol).isComplete(scene.voices.time())).isTrue();
    scene.sign(IR, proposed(scene.match(protocol)));
  }

  @Test
  void aSealIsTakenBackUnseen() {
    EntryId protocol = scene.agree(scene.protocol());
    EntryId seal = scene.say(PK, scene.seal(PK, protocol, offer("rice", 1, "380")));
    scene.say(PK, new MarketFact.Withdrawn(seal));
    scene.after(HOUR);
    assertThat(round(protocol).isComplete(scene.voices.time())).isTrue();
    assertThat(scene.refuse(PK, new MarketFact.Revealed(seal, SALT, offer("rice", 1, "380"))))
        .isEqualTo(MarketRefusal.BID_UNKNOWN);
  }

  @Test
  void aBidIsNotTakenBackWhenTheTimeForBidsIsOver() {
    EntryId protocol = scene.agree(scene.protocol());
    EntryId bid = scene.bid(PK, protocol, offer("rice", 1, "380"));
    scene.after(HOUR);
    assertThat(scene.refuse(PK, new MarketFact.Withdrawn(bid))).isEqualTo(MarketRefusal.CLOSED);
  }

  @Test
  void aSideThatHasNotSeenTheRevealMayHaveBidBefore() {
    EntryId protocol = scene.agree(scene.protocol());
    EntryId seal = scene.say(PK, scene.seal(PK, protocol, offer("rice", 1, "380")));
    var seen = scene.voices.all(IR);
    scene.after(HOUR);
    scene.say(PK, new MarketFact.Revealed(seal, SALT, offer("rice", 1, "380")));
    scene.at(scene.voices.time().minus(HOUR));
    var early = scene.voices.seeing(IR, seen, Role.CLERK);
    scene.state = scene.state.apply(early, new MarketFact.Stated(protocol, need("rice", 1, "400")));
    assertThat(round(protocol).bids().containsKey(early.id())).isTrue();
  }

  @Test
  void whatIsTakenBackIsNotMatched() {
    EntryId protocol = scene.agree(scene.protocol());
    EntryId bid = scene.bid(PK, protocol, offer("rice", 1, "380"));
    scene.bid(IR, protocol, need("rice", 1, "420"));
    scene.say(PK, new MarketFact.Withdrawn(bid));
    scene.after(HOUR);
    MatchTerms match = scene.match(protocol);
    assertThat(match.certificate().placed()).isEmpty();
    assertThat(match.certificate().gap()).isZero();
  }

  @Test
  void anotherProtocolTakesThePlaceOfOneWithAllThatWasBid() {
    PeriodProtocol first = scene.protocol();
    EntryId old = scene.agree(first);
    EntryId next =
        scene.sign(PK, proposed(scene.protocol()).superseding(new ActRef(old, Merkle.EMPTY_ROOT)));
    scene.move(old, first, ActStage.SUPERSEDED);
    assertThat(scene.state.round(old)).isEmpty();
    assertThat(scene.state.round(next)).isPresent();
    assertThat(scene.refuse(PK, new MarketFact.Stated(old, offer("rice", 1, "380"))))
        .isEqualTo(MarketRefusal.PROTOCOL_UNKNOWN);
  }

  @Test
  void anotherMatchTakesThePlaceOfOne() {
    EntryId protocol = bidden();
    MatchTerms match = scene.match(protocol);
    EntryId old = scene.sign(IR, proposed(match));
    EntryId next = scene.sign(IR, proposed(match).superseding(new ActRef(old, Merkle.EMPTY_ROOT)));
    assertThat(round(protocol).match()).map(Round.Matched::act).contains(next);
    scene.move(old, match, ActStage.SUPERSEDED);
    assertThat(round(protocol).match()).map(Round.Matched::act).contains(next);
  }

  @Test
  void aMatchThatWasContestedIsNone() {
    EntryId protocol = bidden();
    MatchTerms match = scene.match(protocol);
    EntryId act = scene.sign(IR, proposed(match));
    scene.move(act, match, ActStage.VOIDED);
    assertThat(round(protocol).match()).isEmpty();
    scene.sign(IR, proposed(match));
  }

  @Test
  void aBidIsNoMatchThatCouldBeReplaced() {
    EntryId protocol = bidden();
    EntryId bid = round(protocol).bids().at(0).key();
    assertThat(
            scene.refuse(
                IR,
                proposed(scene.match(protocol)).superseding(new ActRef(bid, Merkle.EMPTY_ROOT)),
                scene.voices.parties()))
        .isEqualTo(MarketRefusal.SUPERSEDES);
  }

  @Test
  void lessRoomThanThereIsMayBeCountedOn() {
    EntryId protocol = bidden();
    var room = each(IR, Money.ofUnits(1), PK, Money.ofUnits(1));
    MatchTerms careful =
        new MatchTerms(protocol, room, Matching.found(round(protocol).problem(room)));
    scene.sign(IR, proposed(careful));
  }

  @Test
  void everyRowOfTheProtocolIsThereWithWhatALotTakesOfIt() {
    EntryId protocol = scene.agree(scene.protocol());
    var room = each(IR, Money.of(1), PK, Money.of(2));
    MatchProblem problem = round(protocol).problem(room);
    assertThat(problem.rows())
        .extracting(row -> row.id() + " " + row.capacity())
        .containsExactly(
            "LOTS gas 20",
            "LOTS rice 10",
            "VALUE gas 10000000000",
            "VALUE rice 10000000000",
            "QUOTA food 5000000000",
            "CORRIDOR rail 8",
            "SWING ir 1",
            "SWING pk 2");
    assertThat(problem.uses().get(1))
        .containsExactly(
            new Row.Use(1, Row.Use.By.LOT, 1),
            new Row.Use(3, Row.Use.By.VALUE, 1),
            new Row.Use(4, Row.Use.By.VALUE, 1),
            new Row.Use(5, Row.Use.By.LOT, 1),
            new Row.Use(6, Row.Use.By.MOST, 1),
            new Row.Use(7, Row.Use.By.LESS_LEAST, 1));
  }

  @Test
  void whatIsLackingInALineIsSeenAndBreaksNoRule() {
    EntryId protocol = scene.agree(scene.protocol());
    EntryId offer = scene.bid(IR, protocol, offer("gas", 1, "9"));
    EntryId need = scene.bid(PK, protocol, need("gas", 1, "11"));
    assertThat(Shortfall.of(round(protocol), List.of()))
        .containsExactly(new Shortfall("gas", 1, Money.ZERO));
    assertThat(Shortfall.of(round(protocol), List.of(new Placed(offer, need, 1)))).isEmpty();
    scene.after(HOUR);
    MatchTerms nothing =
        new MatchTerms(
            protocol,
            each(IR, Money.ZERO, PK, Money.ZERO),
            new Certificate(
                List.of(),
                Prices.NONE,
                Money.ZERO,
                Prices.NONE.bound(round(protocol).problem(each(IR, Money.ZERO, PK, Money.ZERO)))));
    scene.sign(IR, proposed(nothing));
  }

  @Test
  void theLeastWorthOfALineIsReckonedAtThePricesOfTheMatch() {
    CommodityLine rice = rice();
    CommodityLine aiming =
        new CommodityLine(
            rice.name(),
            rice.commodity(),
            rice.text(),
            rice.exporter(),
            rice.lot(),
            rice.price(),
            rice.tolerance(),
            rice.lots(),
            new CommodityLine.Range(Money.ofUnits(50_000).minor(), rice.value().most()));
    EntryId protocol =
        scene.agree(scene.protocol(aiming, index("5"), each(IR, Money.ZERO, PK, Money.ZERO)));
    EntryId offer = scene.bid(PK, protocol, offer("rice", 2, "410"));
    EntryId need = scene.bid(IR, protocol, need("rice", 2, "420"));
    assertThat(Shortfall.of(round(protocol), List.of(new Placed(offer, need, 2))))
        .containsExactly(
            new Shortfall("gas", 1, Money.ZERO),
            new Shortfall("rice", 0, Money.ofUnits(50_000 - 2 * 60 * 410)));
  }

  @Test
  void twoNodesThatHaveFoldedTheSameHaveTheSameMarket() {
    MarketScene other = MarketScene.open();
    for (MarketScene one : List.of(scene, other)) {
      EntryId protocol = one.agree(one.protocol());
      one.bid(PK, protocol, offer("rice", 1, "380"));
    }
    assertThat(scene.state).isEqualTo(other.state);
    assertThat(scene.state.digest()).isEqualTo(other.state.digest());
  }

  @Test
  void actsOfOthersAreNoneOfItsBusiness() {
    MarketState before = scene.state;
    scene.openAccount(1);
    assertThat(scene.state).isEqualTo(before);
    assertThat(
            MarketRules.objectionToProposal(
                scene.state,
                scene.book,
                scene.voices.says(IR, Role.CHIEF),
                scene.voices.parties(),
                ActFact.Proposed.of(
                    ActKind.of("barter_contract"), Json.obj().build(), Capacity.of(Role.CHIEF)),
                SETTINGS))
        .isEmpty();
  }
}
