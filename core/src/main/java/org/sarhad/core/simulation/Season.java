package org.sarhad.core.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.SplitMix;

/// How often calls come, and where: in each second one call or none, by itself, so that they come
/// as good as by a *Poisson process* whose rate is that of the hour; and at each point in
/// proportion to its weight.
///
/// @param days how long, 1 to 3660
/// @param callsPerDay how many in the mean, 1 to 1000
/// @param hours how the calls of a day lie in its 24 hours: weights, 0 to 1000 each and not all 0
/// @param seed another one is another season
public record Season(int days, int callsPerDay, List<Integer> hours, long seed) {
  /// Seconds of a day.
  static final int DAY = 24 * 3_600;

  private static final int HOUR = 3_600;
  private static final int HOURS = 24;
  private static final int DAYS_MAX = 3_660;
  private static final int CALLS_MAX = 1_000;
  private static final int WEIGHT_MAX = 1_000;

  /// @throws IllegalArgumentException when a number is not in its range
  public Season {
    hours = List.copyOf(hours);
    if (days < 1 || days > DAYS_MAX || callsPerDay < 1 || callsPerDay > CALLS_MAX) {
      throw new IllegalArgumentException(
          "%d days with %d calls each; expected 1 to %d, and 1 to %d"
              .formatted(days, callsPerDay, DAYS_MAX, CALLS_MAX));
    }
    boolean isProfile =
        hours.size() == HOURS
            && hours.stream().allMatch(weight -> weight >= 0 && weight <= WEIGHT_MAX);
    if (!isProfile || total(hours) == 0) {
      throw new IllegalArgumentException(
          "hours %s; expected %d of 0 to %d, and not only 0".formatted(hours, HOURS, WEIGHT_MAX));
    }
  }

  /// One whose hours are alike.
  public static Season even(int days, int callsPerDay, long seed) {
    return new Season(days, callsPerDay, Collections.nCopies(HOURS, 1), seed);
  }

  /// Another season of the same kind, as the one before it: as many calls, at other times and
  /// places.
  Season before() {
    return new Season(days, callsPerDay, hours, ~seed);
  }

  private static int total(List<Integer> hours) {
    return hours.stream().mapToInt(Integer::intValue).sum();
  }

  /// How long it is, in seconds.
  public long seconds() {
    return (long) days * DAY;
  }

  /// The calls, in their order; none where no point has a weight. O(seconds).
  ///
  /// @param demand the points
  public List<Call> calls(List<CoverageProblem.Demand> demand) {
    long[] upTo = upTo(demand);
    int whole = (int) upTo[upTo.length - 1];
    List<Call> calls = new ArrayList<>();
    if (whole == 0) {
      return calls;
    }
    SplitMix chance = new SplitMix(seed);
    int one = HOUR * total(hours);
    for (long second = 0; second < seconds(); second++) {
      int hour = (int) (second / HOUR % HOURS);
      if (chance.below(one) < (long) callsPerDay * hours.get(hour)) {
        calls.add(new Call(second, point(upTo, chance.below(whole))));
      }
    }
    return calls;
  }

  /// The sums of the weights of the points up to each.
  private static long[] upTo(List<CoverageProblem.Demand> demand) {
    long[] sums = demand.stream().mapToLong(CoverageProblem.Demand::weight).toArray();
    for (int point = 1; point < sums.length; point++) {
      sums[point] += sums[point - 1];
    }
    return sums;
  }

  /// The first point whose sum is above `drawn`.
  private static int point(long[] upTo, int drawn) {
    int found = Arrays.binarySearch(upTo, drawn + 1L);
    int point = found >= 0 ? found : -found - 1;
    while (point > 0 && upTo[point - 1] == upTo[point]) {
      point--;
    }
    return point;
  }
}
