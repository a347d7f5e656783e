package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// What the simplex finds fits, and its prices prove that nothing is better: no other solver is
/// needed to know that it is the optimum.
class SimplexTest {
  private static final double NEAR = 1e-6;

  @Test
  void whatFitsIsWorthAsMuchAsPricesProve() {
    Seeded.check(
        200,
        random -> {
          Programme some = new Programme(random, 1 + random.nextInt(6), 1 + random.nextInt(30));
          double[] amounts = some.solved.amounts();
          double[] prices = some.solved.prices();
          double worth = 0;
          double bound = 0;
          for (int column = 0; column < amounts.length; column++) {
            assertThat(amounts[column]).isBetween(-NEAR, some.most[column] + NEAR);
            worth += amounts[column] * some.worth[column];
            double earns = some.worth[column];
            for (int row = 0; row < prices.length; row++) {
              earns -= prices[row] * some.takes[row][column];
            }
            bound += Math.max(0, earns) * some.most[column];
          }
          for (int row = 0; row < prices.length; row++) {
            double taken = 0;
            for (int column = 0; column < amounts.length; column++) {
              taken += some.takes[row][column] * amounts[column];
            }
            assertThat(taken).isLessThanOrEqualTo(some.holds[row] + NEAR);
            assertThat(prices[row]).isNotNegative();
            bound += prices[row] * some.holds[row];
          }
          assertThat(worth).isCloseTo(bound, within(NEAR));
        });
  }

  @Test
  void nothingToShareGivesAllOfEverything() {
    Simplex all =
        new Simplex(new double[0][0], new double[0], new double[] {1, 2}, new double[] {3, 4});
    all.run();
    assertThat(all.amounts()).containsExactly(3, 4);
  }

  @Test
  void rowsThatHoldNothingAndEqualColumnsComeToAnEnd() {
    double[][] takes = new double[4][12];
    for (double[] row : takes) {
      Arrays.fill(row, 1);
    }
    double[] worth = new double[12];
    Arrays.fill(worth, 1);
    double[] most = worth.clone();
    Simplex none = new Simplex(takes, new double[4], worth, most);
    none.run();
    assertThat(none.amounts()).containsOnly(0);
    assertThat(Arrays.stream(none.prices()).sum()).isCloseTo(1, within(NEAR));
  }

  /// A programme with its solution: what some columns take, others give.
  private static final class Programme {
    private final double[][] takes;
    private final double[] holds;
    private final double[] worth;
    private final double[] most;
    private final Simplex solved;

    private Programme(SplittableRandom random, int rows, int columns) {
      takes = new double[rows][columns];
      for (double[] row : takes) {
        Arrays.setAll(row, _ -> random.nextInt(3) == 0 ? random.nextInt(-3, 6) : 0);
      }
      holds = new double[rows];
      Arrays.setAll(holds, _ -> random.nextInt(20));
      worth = new double[columns];
      Arrays.setAll(worth, _ -> random.nextInt(-2, 12));
      most = new double[columns];
      Arrays.setAll(most, _ -> 1 + random.nextInt(9));
      solved = new Simplex(takes, holds, worth, most);
      solved.run();
    }
  }
}
