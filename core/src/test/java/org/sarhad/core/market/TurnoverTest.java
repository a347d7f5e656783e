package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.market.MarketScene.HOUR;
import static org.sarhad.core.market.MarketScene.IR;
import static org.sarhad.core.market.MarketScene.PK;
import static org.sarhad.core.market.MarketScene.need;
import static org.sarhad.core.market.MarketScene.offer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.Money;
import org.sarhad.core.entry.EntryId;

/// What a match makes of what was offered, what it takes of what is short, and what it leaves.
class TurnoverTest {
  private final MarketScene scene = MarketScene.open();
  private final EntryId protocol = scene.agree(scene.protocol());

  private Round round() {
    return scene.state.rounds().get(protocol);
  }

  private MatchProblem problem() {
    return round().problem(MarketState.room(scene.book, round().protocol()).orElseThrow());
  }

  private List<Placed> matched() {
    return scene.match(protocol).certificate().placed();
  }

  private static Money units(long units) {
    return Money.ofUnits(units);
  }

  @Test
  void servingBidsAsTheyComeTrapsABalanceThatTheMatchAvoids() {
    scene.bid(PK, protocol, offer("rice", 6, "380"));
    scene.bid(IR, protocol, need("rice", 6, "420"));
    scene.bid(IR, protocol, offer("gas", 3, "9"));
    scene.bid(PK, protocol, need("gas", 12, "11"));
    scene.after(HOUR);
    Turnover turnover = Turnover.of(round(), problem(), matched());
    assertThat(turnover.offered()).isEqualTo(units(6 * 24_000 + 3 * 10_000));
    assertThat(turnover.asTheyCame()).isEqualTo(units(6 * 24_000 + 3 * 10_000));
    assertThat(turnover.trapped()).isEqualTo(units(6 * 24_000 - 3 * 10_000));
    // 50 000 of room and 30 000 of gas, at 25 200 a wagon with its tolerance.
    assertThat(turnover.matched()).isEqualTo(units(3 * 24_000 + 3 * 10_000));
    assertThat(turnover.balance()).isEqualTo(units(3 * 24_000 - 3 * 10_000));
  }

  @Test
  void anOfferThatNobodyNeedsIsOfferedAtItsOwnPrice() {
    scene.bid(PK, protocol, offer("rice", 1, "410"));
    scene.after(HOUR);
    Turnover turnover = Turnover.of(round(), problem(), matched());
    assertThat(turnover)
        .isEqualTo(new Turnover(units(60 * 410), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO));
  }

  @Test
  void whoBidFirstIsServedFirst() {
    scene.bid(IR, protocol, need("rice", 6, "420"));
    scene.bid(PK, protocol, offer("rice", 6, "410"));
    scene.bid(PK, protocol, offer("rice", 6, "380"));
    scene.after(HOUR);
    assertThat(Turnover.of(round(), problem(), matched()).asTheyCame())
        .isEqualTo(units(6 * 60 * 410));
  }

  @Test
  void whatIsLeftOfABidIsToldAndWhatWasTakenBackIsNot() {
    EntryId offer = scene.bid(PK, protocol, offer("rice", 6, "380"));
    EntryId need = scene.bid(IR, protocol, need("rice", 2, "420"));
    EntryId gone = scene.bid(IR, protocol, need("rice", 2, "500"));
    scene.say(IR, new MarketFact.Withdrawn(gone));
    assertThat(Unmet.of(round(), List.of(new Placed(offer, need, 2))))
        .containsExactly(new Unmet(offer, 4));
    assertThat(Unmet.of(round(), List.of()))
        .containsExactlyInAnyOrder(new Unmet(offer, 6), new Unmet(need, 2));
  }

  @Test
  void everyRowSaysWhatIsUsedOfIt() {
    EntryId offer = scene.bid(PK, protocol, offer("rice", 6, "380"));
    EntryId need = scene.bid(IR, protocol, need("rice", 6, "420"));
    List<Usage> usage = Usage.of(problem(), List.of(new Placed(offer, need, 2)));
    assertThat(usage)
        .filteredOn(row -> row.used() != 0)
        .extracting(row -> row.row().id() + " " + row.used())
        .containsExactly(
            "LOTS rice 2",
            "VALUE rice " + units(48_000).minor(),
            "QUOTA food " + units(48_000).minor(),
            "CORRIDOR rail 2",
            "SWING ir " + units(50_400).minor(),
            "SWING pk " + units(-45_600).minor());
    assertThat(Usage.of(problem(), List.of(new Placed(need, offer, 2))))
        .allMatch(row -> row.used() == 0);
  }
}
