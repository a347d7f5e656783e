package org.sarhad.core.market;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.sarhad.core.party.PartyId;

/// "Sealed N, revealed M, lapsed L": whoever seals many alternatives and shows the lucky ones is
/// seen doing it (protocol clause 17-3.5).
///
/// @param sealed bids of one side in one round that were ever sealed
/// @param revealed how many of them were shown
/// @param withdrawn how many were taken back unseen
/// @param lapsed how many were not shown in time
public record BidTally(int sealed, int revealed, int withdrawn, int lapsed) {
  /// The bids of `side` in `round`, as they stand at `now`, by the clock of whoever looks. O(bids).
  public static BidTally of(Round round, PartyId side, Instant now) {
    Map<Round.Hidden.Stage, Integer> counts =
        round
            .seals()
            .values()
            .filter(seal -> seal.by().equals(side))
            .collect(Collectors.toMap(Round.Hidden::stage, _ -> 1, Integer::sum));
    boolean isOver = !now.isBefore(round.protocol().revealBy());
    int waiting = counts.getOrDefault(Round.Hidden.Stage.WAITING, 0);
    return new BidTally(
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts.getOrDefault(Round.Hidden.Stage.REVEALED, 0),
        counts.getOrDefault(Round.Hidden.Stage.WITHDRAWN, 0),
        isOver ? waiting : 0);
  }
}
