package org.sarhad.core.delivery;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Whether two scales, or two meters, disagree *systematically*: a two-sided cumulative sum (CUSUM)
/// over their differences (protocol clause 18-6).
///
/// A single delivery says little. Two honest scales differ every time, and over two hundred
/// deliveries some difference will be a large one; two that are off by a fifth of a per cent differ
/// by no more than they may, every time, the same way. So each difference is counted in standard
/// deviations, what exceeds the slack is added up, once for each direction, and a sum beyond the
/// threshold is what the test tells of. It is about instruments, never about people.
///
/// Whole numbers only: two nodes come to the same. A difference counts as three deviations at most,
/// because one spilt wagon is a difference and no bias.
///
/// @param deviationPpm the agreed standard deviation of a difference between the two, in parts per
///   million of what is weighed; 1 to 100 000. Two scales of 0.15 per cent each have 2 121
/// @param slack how much of each difference is let pass, in thousandths of that; 0 to 3 000
/// @param threshold from which sum on they disagree, in thousandths of the same; 1 000 to 50 000
public record BiasTest(long deviationPpm, long slack, long threshold) {
  /// The numbers for which it is published how often it errs (protocol clause 18-6.4).
  public static final BiasTest PUBLISHED = new BiasTest(2_121, 500, 6_000);

  /// How often [#PUBLISHED] tells of honest scales within 200 deliveries, in thousandths.
  public static final int FALSE_ALARMS_PERMILLE = 135;

  /// Most deviations that one difference counts for.
  public static final int MOST = 3;

  private static final long MILLION = 1_000_000;
  private static final long THOUSAND = 1_000;

  /// @throws IllegalArgumentException when a value is out of range
  public BiasTest {
    requireWithin("deviation", deviationPpm, 1, 100_000);
    requireWithin("slack", slack, 0, 3_000);
    requireWithin("threshold", threshold, 1_000, 50_000);
  }

  private static void requireWithin(String what, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s %d of a bias test; expected %d to %d".formatted(what, value, min, max));
    }
  }

  /// What both weighed of the same thing, in one unit.
  ///
  /// @param first what the one says, as the sending scale; 0 or more
  /// @param second what the other says; 0 or more
  public record Pair(long first, long second) {
    /// @throws IllegalArgumentException when a value is negative
    public Pair {
      if (first < 0 || second < 0) {
        throw new IllegalArgumentException("weighed %d and %d".formatted(first, second));
      }
    }

    /// By how much the second says more than the first, in parts per million of their mean, as
    /// neither is the measure of the other; rounded towards nothing.
    public long differencePpm() {
      BigInteger sum = BigInteger.valueOf(first).add(BigInteger.valueOf(second));
      return sum.signum() == 0
          ? 0
          : BigInteger.valueOf(second)
              .subtract(BigInteger.valueOf(first))
              .multiply(BigInteger.valueOf(2 * MILLION))
              .divide(sum)
              .longValueExact();
    }
  }

  /// What `pairs` say, in the order in which they were weighed. The first crossing of the threshold
  /// ends it: after a calibration one begins anew. O(n).
  public BiasFinding of(List<Pair> pairs) {
    Sum more = Sum.NONE;
    Sum less = Sum.NONE;
    for (int i = 0; i < pairs.size(); i++) {
      long difference = clamped(pairs.get(i).differencePpm());
      more = more.after(i, difference, allowance());
      less = less.after(i, -difference, allowance());
      if (isBeyond(more)) {
        return systematic(more, i, 1);
      }
      if (isBeyond(less)) {
        return systematic(less, i, -1);
      }
    }
    return new BiasFinding.NoneFound(pairs.size());
  }

  /// How the sums go, pair by pair, for a chart: through the threshold and on. O(n).
  public List<BiasStep> steps(List<Pair> pairs) {
    List<BiasStep> steps = new ArrayList<>();
    Sum more = Sum.NONE;
    Sum less = Sum.NONE;
    for (int i = 0; i < pairs.size(); i++) {
      long exact = pairs.get(i).differencePpm();
      more = more.after(i, clamped(exact), allowance());
      less = less.after(i, -clamped(exact), allowance());
      steps.add(new BiasStep(exact, more.excess / THOUSAND, less.excess / THOUSAND));
    }
    return steps;
  }

  /// The threshold, in parts per million: what a sum has to exceed.
  public long thresholdPpm() {
    return threshold * deviationPpm / THOUSAND;
  }

  private long clamped(long differencePpm) {
    return Math.clamp(differencePpm, -MOST * deviationPpm, MOST * deviationPpm);
  }

  /// Thousandths of parts per million.
  private long allowance() {
    return slack * deviationPpm;
  }

  private boolean isBeyond(Sum sum) {
    return sum.excess > threshold * deviationPpm;
  }

  private static BiasFinding systematic(Sum sum, int last, int sign) {
    int count = last - sum.since + 1;
    return new BiasFinding.Systematic(sum.since + 1, last + 1, sign * (sum.total / count));
  }

  /// What has come together in one direction.
  ///
  /// @param since the first pair of it, from 0
  /// @param excess beyond the slack, in thousandths of parts per million
  /// @param total of the differences, in parts per million
  private record Sum(int since, long excess, long total) {
    static final Sum NONE = new Sum(0, 0, 0);

    Sum after(int at, long difference, long allowance) {
      Sum from = excess == 0 ? new Sum(at, 0, 0) : this;
      long next = from.excess + difference * THOUSAND - allowance;
      return next <= 0 ? NONE : new Sum(from.since, next, from.total + difference);
    }
  }
}
