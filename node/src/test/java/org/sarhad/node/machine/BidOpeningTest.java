package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.Round;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What lies in the journal for a sealed bid opens that bid and no other one.
class BidOpeningTest {
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");
  private static final EntryId PROTOCOL = entry(3);
  private static final EntryId SEAL = entry(7);
  private static final BidOpening OPENING = opening("380", 1);

  private static EntryId entry(long index) {
    return new EntryId(Origin.of("ir.sarhad.example/joint"), index);
  }

  private static BidOpening opening(String limit, int salt) {
    var bid = new Bid(Bid.Way.OFFER, "rice", 6, Optional.of(Rational.ofDecimal(limit)));
    return new BidOpening(new MarketFact.Stated(PROTOCOL, bid), salt(salt));
  }

  private static Bytes salt(int number) {
    return Merkle.sha256(Bytes.ofUtf8("salt " + number)).toBytes();
  }

  private static Round.Hidden sealed(BidOpening opening, PartyId by) {
    return new Round.Hidden(by, opening.seal(IR), Round.Hidden.Stage.WAITING);
  }

  private static Json.Obj kept(BidOpening opening) {
    var draft = opening.draft(SEAL);
    assertThat(draft.isReleased()).as("it never leaves the journal").isFalse();
    assertThat(draft.kind()).isEqualTo(BidOpening.KIND);
    return draft.body().orElseThrow();
  }

  @Test
  void whatIsKeptIsWhatRevealsTheSeal() {
    assertThat(BidOpening.reveal(SEAL, sealed(OPENING, IR), kept(OPENING)))
        .contains(new MarketFact.Revealed(SEAL, salt(1), OPENING.said().bid()));
  }

  /// A seal that was displaced (06-6.5) is known by another entry; its commitment is the same.
  @Test
  void aDisplacedSealIsStillOpened() {
    assertThat(BidOpening.reveal(entry(9), sealed(OPENING, IR), kept(OPENING)))
        .map(MarketFact.Revealed::seal)
        .contains(entry(9));
  }

  @Test
  void nothingElseOpensIt() {
    var seal = sealed(OPENING, IR);
    assertThat(BidOpening.reveal(SEAL, seal, kept(opening("381", 1)))).isEmpty();
    assertThat(BidOpening.reveal(SEAL, seal, kept(opening("380", 2)))).isEmpty();
    assertThat(BidOpening.reveal(SEAL, sealed(OPENING, PK), kept(OPENING)))
        .as("a seal that another side copied")
        .isEmpty();
    assertThat(BidOpening.reveal(SEAL, seal, Json.obj().put("seal", "none").build())).isEmpty();
  }
}
