package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// "Sealed N, revealed M, lapsed L": whoever seals many alternatives and reveals the lucky one is
/// seen doing it.
///
/// @param sealed claims of one side in one matter that were ever sealed
/// @param revealed how many of them were shown, in time or late
/// @param late how many of those were shown after the promised time
/// @param lapsed how many were not shown in time, and not since
public record SealTally(int sealed, int revealed, int late, int lapsed) {
  static SealTally of(Stream<SealedClaim> seals, Instant now) {
    Map<SealedClaim.Stage, Integer> counts = new EnumMap<>(SealedClaim.Stage.class);
    seals.forEach(seal -> counts.merge(seal.stage(now), 1, Integer::sum));
    int late = counts.getOrDefault(SealedClaim.Stage.LATE, 0);
    int revealed = counts.getOrDefault(SealedClaim.Stage.REVEALED, 0) + late;
    int lapsed = counts.getOrDefault(SealedClaim.Stage.LAPSED, 0);
    int waiting = counts.getOrDefault(SealedClaim.Stage.SEALED, 0);
    return new SealTally(waiting + revealed + lapsed, revealed, late, lapsed);
  }
}
