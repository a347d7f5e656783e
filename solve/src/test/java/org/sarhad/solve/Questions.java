package org.sarhad.solve;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.MedianProblem;
import org.sarhad.core.posture.Reach;

/// Made-up questions about sites.
final class Questions {
  private static final int KM_PER_HOUR = 32;
  private static final int MINUTES_PER_HOUR = 60;

  private Questions() {}

  /// Two sides along a line, whose points count more near towns: so many kilometres, points, and
  /// sites and units of each.
  static CoverageProblem line(
      SplittableRandom random, int km, int points, int sites, int units, Assistance assistance) {
    int[] towns = random.ints(1 + km / 16, 0, km).toArray();
    return new CoverageProblem(
        IntStream.range(0, points)
            .mapToObj(i -> new CoverageProblem.Demand(i % 2, weight(km * i / points, towns)))
            .toList(),
        List.of(side(random, km, points, sites, units), side(random, km, points, sites, units)),
        MINUTES_PER_HOUR,
        BusyFraction.permille(250),
        assistance);
  }

  private static long weight(int km, int... towns) {
    return 100
        + IntStream.of(towns).mapToLong(town -> Math.max(0, 800 - 40L * Math.abs(km - town))).sum();
  }

  private static CoverageProblem.Side side(
      SplittableRandom random, int km, int points, int sites, int units) {
    return new CoverageProblem.Side(
        Reach.of(
            points,
            IntStream.range(0, sites)
                .mapToObj(_ -> row(random.nextInt(km), random.nextInt(2, 30), km, points))
                .toList()),
        units,
        1);
  }

  private static List<Integer> row(int at, int off, int km, int points) {
    return IntStream.range(0, points)
        .mapToObj(i -> (off + Math.abs(at - km * i / points)) * MINUTES_PER_HOUR / KM_PER_HOUR)
        .toList();
  }

  /// Costs without any order.
  static MedianProblem median(SplittableRandom random, int size, int open) {
    int[][] costs = new int[size][size];
    for (int[] row : costs) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(100);
      }
    }
    return MedianProblem.of(size, size, open, (site, point) -> costs[site][point]);
  }
}
