package org.sarhad.core.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sarhad.core.posture.Reach;

/// What was counted of the calls on some soil. Mutable.
final class Tally {
  private static final int TENTHS = 10;

  /// In the counts of a sector.
  private static final int CALLS = 0;

  private static final int IN_TIME = 1;
  private static final int LATE_NEAR = 2;
  private static final int COUNTS = 3;

  private final List<Integer> minutes = new ArrayList<>();
  private final Map<String, int[]> sectors = new TreeMap<>();
  private int inTime;
  int given;
  int received;
  int sealed;

  /// Adds a call in `sector`.
  ///
  /// @param taken minutes until somebody was there
  /// @param isNear whether units of the other side may go there at all
  void add(String sector, int taken, int withinMin, boolean isNear) {
    minutes.add(taken);
    boolean isInTime = taken <= withinMin;
    inTime += isInTime ? 1 : 0;
    int[] counts = sectors.computeIfAbsent(sector, _ -> new int[COUNTS]);
    counts[CALLS]++;
    counts[IN_TIME] += isInTime ? 1 : 0;
    counts[LATE_NEAR] += isNear && !isInTime ? 1 : 0;
  }

  void addAll(Tally other) {
    minutes.addAll(other.minutes);
    other.sectors.forEach(
        (sector, counts) -> {
          int[] sum = sectors.computeIfAbsent(sector, _ -> new int[COUNTS]);
          Arrays.setAll(sum, count -> sum[count] + counts[count]);
        });
    inTime += other.inTime;
    given += other.given;
    received += other.received;
    sealed += other.sealed;
  }

  Figures figures(int busyPermille) {
    List<Integer> reached =
        minutes.stream().filter(taken -> taken != Reach.NEVER).sorted().toList();
    return new Figures(
        minutes.size(),
        inTime,
        minutes.size() - reached.size(),
        at(reached, 5),
        at(reached, 9),
        busyPermille,
        given,
        received,
        sealed,
        sectors.entrySet().stream()
            .map(sector -> figures(sector.getKey(), sector.getValue()))
            .toList());
  }

  private static Figures.SectorFigures figures(String sector, int... counts) {
    return new Figures.SectorFigures(sector, counts[CALLS], counts[IN_TIME], counts[LATE_NEAR]);
  }

  /// The least number that so many tenths of `sorted` do not exceed; 0 where there is none.
  private static int at(List<Integer> sorted, int tenths) {
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * tenths, TENTHS) - 1));
  }
}
