package org.sarhad.core.posture;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the units of one side are worth where they stand if one agreed rule were another: "every
/// minute of hand-over costs so much" (protocol clause 15-8.1). Exact: nothing is searched for, and
/// nobody is moved.
///
/// @param rule which one
/// @param value what it would be: minutes; of [Rule#DEPTH] metres; of [Rule#CROSSING] 1 for
///   allowed, 0 for not
/// @param isAgreed whether that is what holds
/// @param home what is covered on own soil, in parts of a million of the weight
/// @param across the same on the other side's soil, by own units alone
public record ClauseWorth(Rule rule, int value, boolean isAgreed, long home, long across) {
  private static final int STEP_MIN = 5;
  private static final int STEPS = 3;
  private static final int DAY_MIN = 24 * 60;

  /// How many minutes more than agreed are looked at, at most.
  public static final int BEYOND_MIN = STEPS * STEP_MIN;

  /// A rule that posture goes by.
  public enum Rule {
    /// How soon somebody is to be there.
    TARGET,
    /// What is lost at the line.
    HANDOVER,
    /// How far beyond the line units go.
    DEPTH,
    /// Whether units cross at all.
    CROSSING
  }

  /// One side's units, and what is agreed for them.
  ///
  /// @param problem the points of both sides, and sites of `side` only; its assistance is not read
  /// @param side whose units they are
  /// @param units how many at each of its sites
  /// @param crossing what is agreed for units that cross
  /// @param isCrossing whether it is agreed that they do
  public record Standing(
      CoverageProblem problem,
      int side,
      List<Integer> units,
      Assistance.Crossing crossing,
      boolean isCrossing) {
    /// Copies the list.
    public Standing {
      units = List.copyOf(units);
    }

    private ClauseWorth with(Rule rule, int value) {
      int within = rule == Rule.TARGET ? value : problem.withinMin();
      int handover = rule == Rule.HANDOVER ? value : crossing.handoverMin();
      int depth = rule == Rule.DEPTH ? value : crossing.depthM();
      boolean crosses = rule == Rule.CROSSING ? value == 1 : isCrossing;
      long[] worth =
          new CoverModel(
                  new CoverageProblem(
                      problem.demand(),
                      problem.sides(),
                      within,
                      problem.busy(),
                      crosses ? new Assistance.Crossing(handover, depth) : new Assistance.None()))
              .worth(units.stream().mapToInt(Integer::intValue).toArray());
      return new ClauseWorth(rule, value, value == agreed(rule), worth[side], worth[1 - side]);
    }

    private int agreed(Rule rule) {
      return switch (rule) {
        case TARGET -> problem.withinMin();
        case HANDOVER -> crossing.handoverMin();
        case DEPTH -> crossing.depthM();
        case CROSSING -> isCrossing ? 1 : 0;
      };
    }
  }

  /// For each rule what holds and what else could: minutes up to fifteen more and fewer, in steps
  /// of five; half as far beyond the line and twice as far, no farther than can be agreed; crossing
  /// and not. Ascending. O(values · sites · points).
  public static List<ClauseWorth> of(Standing standing) {
    return Stream.of(Rule.values())
        .flatMap(rule -> values(rule, standing.agreed(rule)).map(v -> standing.with(rule, v)))
        .toList();
  }

  private static Stream<Integer> values(Rule rule, int agreed) {
    return switch (rule) {
      case TARGET -> around(agreed, 1);
      case HANDOVER -> around(agreed, 0);
      case DEPTH ->
          Stream.of(
                  Math.max(1, agreed / 2),
                  agreed,
                  Math.min(Assistance.Crossing.DEPTH_MAX, 2 * agreed))
              .distinct();
      case CROSSING -> Stream.of(0, 1);
    };
  }

  private static Stream<Integer> around(int agreed, int least) {
    return IntStream.rangeClosed(-STEPS, STEPS)
        .map(step -> agreed + step * STEP_MIN)
        .filter(minutes -> minutes >= least && minutes <= DAY_MIN)
        .boxed();
  }
}
