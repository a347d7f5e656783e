package org.sarhad.core.posture;

/// How hard to search. A search has no clock: the same problem and effort give the same answer
/// wherever and whenever it is asked.
///
/// @param seed whatever; another one may find another plan
/// @param shakes how often the best plan is disturbed and improved again, 0 to 1 000 000
/// @param boundSteps how many steps are made towards the bound, 1 to 100 000
public record Effort(long seed, int shakes, int boundSteps) {
  /// What a console asks for: well below a second for 400 sites and 500 points.
  public static final Effort DEFAULT = new Effort(1, 1_000, 400);

  private static final int SHAKES_MAX = 1_000_000;
  private static final int STEPS_MAX = 100_000;

  /// Steps that a search for somebody who waits may take: a second or two.
  private static final long STEPS_WAITED_FOR = 400_000_000;

  /// @throws IllegalArgumentException when a number is not in its range
  public Effort {
    if (shakes < 0 || shakes > SHAKES_MAX || boundSteps < 1 || boundSteps > STEPS_MAX) {
      throw new IllegalArgumentException(
          "%d shakes and %d steps; expected at most %d, and 1 to %d"
              .formatted(shakes, boundSteps, SHAKES_MAX, STEPS_MAX));
    }
  }

  /// This effort with no more shakes than somebody would wait for, by the size of `problem` alone:
  /// still the same plan everywhere.
  public Effort fitting(CoverageProblem problem) {
    long round = Math.max(1, problem.roundSteps());
    return new Effort(
        seed, Math.toIntExact(Math.min(shakes, STEPS_WAITED_FOR / round)), boundSteps);
  }
}
