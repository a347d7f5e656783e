package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.market.Round;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;

/// What it takes to reveal a bid that was sealed here (protocol clause 17-3.7), kept as a
/// [SealOpening] is: in the journal, as the body of the very entry that will reveal it.
///
/// @param said what would have been said openly
/// @param salt 32 bytes that nobody can guess
public record BidOpening(MarketFact.Stated said, Bytes salt) {
  /// Under this word it lies in the journal.
  public static final Kind KIND = Kind.of("node.bid_opening");

  /// The commitment to it, as `party` publishes it.
  MarketFact.Sealed seal(PartyId party) {
    return new MarketFact.Sealed(
        said.protocol(), MarketFact.commitment(party, said.protocol(), said.bid(), salt));
  }

  /// For the journal, after the entry `seal`.
  Draft draft(EntryId seal) {
    return Draft.internal(KIND, new MarketFact.Revealed(seal, salt, said.bid()).toJson());
  }

  /// What reveals the seal in `entry`, if `body`, from the journal, is what it takes. An entry that
  /// was displaced (06-6.5) may have another name now than when its opening was kept: the
  /// commitment decides.
  public static Optional<MarketFact.Revealed> reveal(
      EntryId entry, Round.Hidden seal, Json.Obj body) {
    return Statement.read(MarketFactKind.REVEALED.kind(), body)
        .flatMap(
            said ->
                said instanceof Statement.OnMarket(MarketFact.Revealed kept)
                    ? Optional.of(kept)
                    : Optional.empty())
        .filter(kept -> isOf(seal, kept))
        .map(kept -> new MarketFact.Revealed(entry, kept.salt(), kept.bid()));
  }

  private static boolean isOf(Round.Hidden seal, MarketFact.Revealed kept) {
    return new BidOpening(new MarketFact.Stated(seal.said().protocol(), kept.bid()), kept.salt())
        .seal(seal.by())
        .equals(seal.said());
  }
}
