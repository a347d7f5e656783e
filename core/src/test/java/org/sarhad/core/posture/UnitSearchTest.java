package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// What a search keeps at hand, against what is reckoned anew.
class UnitSearchTest {
  private static final int SHAKES = 20;

  /// Two sides that reach each other's points, several units at a site.
  private static CoverModel model(SplittableRandom random) {
    int points = 5 + random.nextInt(20);
    return new CoverModel(
        new CoverageProblem(
            IntStream.range(0, points)
                .mapToObj(i -> new CoverageProblem.Demand(i % 2, random.nextInt(1, 50)))
                .toList(),
            List.of(side(random, points), side(random, points)),
            60,
            new BusyFraction(random.nextInt(4), 5),
            new Assistance.Crossing(random.nextInt(30))));
  }

  private static CoverageProblem.Side side(SplittableRandom random, int points) {
    List<List<Integer>> rows =
        IntStream.range(0, 3 + random.nextInt(5))
            .mapToObj(_ -> random.ints(points, 10, 120).boxed().toList())
            .toList();
    return new CoverageProblem.Side(Reach.of(points, rows), 3, 2);
  }

  private static UnitSearch search(CoverModel model, int[] start, long... floors) {
    return new UnitSearch(model, new UnitWorth.OfSoil(model), start, floors);
  }

  private static long worth(CoverModel model, int... units) {
    return LongStream.of(model.worth(units)).sum();
  }

  @Test
  void whatIsKeptAtHandIsWhatIsReckonedAnewAndNoMoveIsLeftThatHelps() {
    Seeded.check(
        60,
        random -> {
          CoverModel model = model(random);
          UnitSearch search = search(model, model.empty(), 0, 0);
          search.fill();
          SplitMix chance = new SplitMix(random.nextLong());
          for (int shake = 0; shake < SHAKES; shake++) {
            search.shake(chance);
            search.improve();
            int[] units = search.remember();
            assertThat(search.merit()).isEqualTo(worth(model, units));
            assertThat(best(model, units)).isLessThanOrEqualTo(search.merit());
          }
        });
  }

  /// The most that one unit moved within its side brings about.
  private static long best(CoverModel model, int... units) {
    long best = 0;
    for (int from = 0; from < units.length; from++) {
      for (int to = 0; to < units.length; to++) {
        boolean isMove =
            units[from] > 0
                && units[to] < model.perSite(model.sideOf(to))
                && model.sideOf(from) == model.sideOf(to);
        if (isMove) {
          int[] moved = units.clone();
          moved[from]--;
          moved[to]++;
          best = Math.max(best, worth(model, moved));
        }
      }
    }
    return best;
  }

  @Test
  void whateverIsDisturbedEverySideKeepsItsUnitsAndItsFloor() {
    int[] changed = new int[1];
    Seeded.check(
        60,
        random -> {
          CoverModel model = model(random);
          UnitSearch filled = search(model, model.empty(), 0, 0);
          filled.fill();
          int[] start = filled.remember();
          long[] floors = {filled.had(0), filled.had(1) / 2};
          UnitSearch search = search(model, start, floors);
          SplitMix chance = new SplitMix(random.nextLong());
          for (int shake = 0; shake < SHAKES; shake++) {
            search.shake(chance);
            assertThat(search.had(0)).isGreaterThanOrEqualTo(floors[0]);
            assertThat(search.had(1)).isGreaterThanOrEqualTo(floors[1]);
            int[] units = search.remember();
            for (int side = 0; side < 2; side++) {
              assertThat(
                      Arrays.stream(units, model.firstSite(side), model.firstSite(side + 1)).sum())
                  .isEqualTo(model.units(side));
            }
            changed[0] += Arrays.equals(units, start) ? 0 : 1;
          }
        });
    assertThat(changed[0]).as("shakes that did something").isGreaterThan(60 * SHAKES / 4);
  }

  @Test
  void whatIsRestoredIsWhatWasRemembered() {
    Seeded.check(
        30,
        random -> {
          CoverModel model = model(random);
          UnitSearch search = search(model, model.empty(), 0, 0);
          search.fill();
          int[] plan = search.remember();
          long merit = search.merit();
          SplitMix chance = new SplitMix(random.nextLong());
          IntStream.range(0, SHAKES).forEach(_ -> search.shake(chance));
          search.restore(plan);
          assertThat(search.remember()).isEqualTo(plan);
          assertThat(search.merit()).isEqualTo(merit);
        });
  }
}
