package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.market.MarketScene.GROUNDS;
import static org.sarhad.core.market.MarketScene.HOUR;
import static org.sarhad.core.market.MarketScene.IR;
import static org.sarhad.core.market.MarketScene.PK;
import static org.sarhad.core.market.MarketScene.SALT;
import static org.sarhad.core.market.MarketScene.index;
import static org.sarhad.core.market.MarketScene.need;
import static org.sarhad.core.market.MarketScene.offer;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Voices;

/// What follows from a match: the contract that it is drafted into, and who has kept what sealed.
class ContractDraftTest {
  private final MarketScene scene = MarketScene.open();
  private final EntryId protocol = scene.agree(scene.protocol());

  private Round round() {
    return scene.state.rounds().get(protocol);
  }

  private ContractTerms drafted(Bid offer, Bid need) {
    EntryId offered = scene.bid(IR, protocol, offer);
    EntryId needed = scene.bid(PK, protocol, need);
    return new ContractDraft(round(), new Placed(offered, needed, 3))
        .terms(
            1,
            "seller-1",
            "buyer-7",
            AccountCode.ENERGY,
            ContractTerms.Weighed.LOADED,
            Ordered.set());
  }

  @Test
  void aContractIsOfTheLotsThatWerePlacedAtThePriceThatWasMatched() {
    ContractTerms terms = drafted(offer("gas", 5, "10.5"), need("gas", 4, "11"));
    assertThat(terms.quantity()).isEqualTo(new Quantity(3_000, UnitCode.GV));
    assertThat(terms.price().formula().print()).isEqualTo("min(max(2 * p, 10.5), 11)");
    assertThat(terms.price().price(terms.indices())).contains(Rational.of(21, 2));
    assertThat(terms.goods().exporter()).isEqualTo(IR);
    assertThat(terms.goods().commodity()).isEqualTo("271121");
    assertThat(terms.until()).isEqualTo(round().protocol().until());
  }

  @Test
  void thePriceGoesOnFollowingItsIndicesWithinTheLimits() {
    ContractTerms terms = drafted(offer("gas", 5, "9"), need("gas", 4, "11"));
    assertThat(terms.price().price(index("5.2"))).contains(Rational.of(52, 5));
    assertThat(terms.price().price(index("1"))).contains(Rational.of(9));
    assertThat(terms.price().price(index("80"))).contains(Rational.of(11));
  }

  @Test
  void whereThereAreNoLimitsThePriceIsThatOfTheLine() {
    Bid offer = new Bid(Bid.Way.OFFER, "gas", 5, Optional.empty());
    Bid need = new Bid(Bid.Way.NEED, "gas", 5, Optional.empty());
    assertThat(drafted(offer, need).price()).isEqualTo(MarketScene.gas().price());
  }

  @Test
  void theBookTakesTheContract() {
    ContractTerms terms = drafted(offer("gas", 5, "9"), need("gas", 4, "11"));
    Act act =
        Voices.act(
            scene.voices.says(IR, Role.CHIEF),
            scene.voices.says(PK, Role.CHIEF),
            ActFact.Proposed.of(
                terms.kind().act().orElseThrow(), terms.toJson(), Capacity.of(Role.CHIEF)),
            scene.voices.parties());
    scene.book = scene.book.moved(scene.voices.says(PK, Role.CHIEF), act, GROUNDS);
    assertThat(scene.book.trade().contracts().get(act.id()).price()).isEqualTo(Rational.of(10));
  }

  @Test
  void whatIsNotOfTheRoundIsNoContractOfIt() {
    Placed other = new Placed(protocol, protocol, 1);
    assertThatThrownBy(() -> new ContractDraft(round(), other))
        .hasMessageContaining("not of this round");
  }

  @Test
  void everybodyCountsWhatWasSealed() {
    Bid rice = offer("rice", 1, "380");
    EntryId shown = scene.say(PK, scene.seal(PK, protocol, rice));
    EntryId takenBack = scene.say(PK, scene.seal(PK, protocol, offer("rice", 2, "380")));
    scene.say(PK, scene.seal(PK, protocol, offer("rice", 3, "380")));
    scene.say(IR, scene.seal(IR, protocol, need("rice", 3, "380")));
    scene.say(PK, new MarketFact.Withdrawn(takenBack));
    scene.after(HOUR);
    scene.say(PK, new MarketFact.Revealed(shown, SALT, rice));
    Instant now = scene.voices.time();
    assertThat(BidTally.of(round(), PK, now)).isEqualTo(new BidTally(3, 1, 1, 0));
    assertThat(BidTally.of(round(), PK, now.plus(HOUR))).isEqualTo(new BidTally(3, 1, 1, 1));
    assertThat(BidTally.of(round(), IR, now)).isEqualTo(new BidTally(1, 0, 0, 0));
  }
}
