package org.sarhad.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Stationing;

/// What cooperation is worth in a season: the same calls, answered by each side alone and with ever
/// more of the other one's help (protocol clause 15-10.4). No node can ask it of the real line,
/// since none has both sides' sites.
///
/// @param cases from the least help to the most
public record Cooperation(List<Case> cases) {
  /// As busy as a plan can take a unit to be, in thousandths.
  private static final int BUSY_MAX = 999;

  /// How the sides stand to each other.
  public enum Kind {
    /// Each plans for itself and comes alone.
    ALONE,
    /// From the same posts, each closes the road on its own soil, opposite.
    MIRRORED,
    /// From the same posts, each comes where the other is late.
    HELPED,
    /// The same from posts that were planned together, with neither worse off.
    JOINT
  }

  /// One of them, and what came of it.
  public record Case(Kind kind, Outcome outcome) {}

  /// Copies the list.
  public Cooperation {
    cases = List.copyOf(cases);
  }

  /// All cases for `problem`; where its units do not cross only the first two. O(two plans + calls
  /// · units).
  ///
  /// @param sectors for each point, the name of its sector
  public static Cooperation of(
      CoverageProblem problem, List<String> sectors, Season season, int serviceMin, Effort effort) {
    return new Asked(problem, sectors, season, serviceMin)
        .cases(Posts.of(problem, problem.busy(), problem.busy(), effort));
  }

  /// The same from posts that are planned with how busy units were in the season before, as who
  /// plans by the log does: those of each side alone as they were alone, those planned together as
  /// they were with each other's help. That season was answered from the posts of [#of].
  public static Cooperation learnt(
      CoverageProblem problem, List<String> sectors, Season season, int serviceMin, Effort effort) {
    Posts first = Posts.of(problem, problem.busy(), problem.busy(), effort);
    Asked before = new Asked(problem, sectors, season.before(), serviceMin);
    return new Asked(problem, sectors, season, serviceMin)
        .cases(
            Posts.of(
                problem,
                before.busy(first.alone(), new Help.None()),
                before.busy(first.joint(), help(problem)),
                effort));
  }

  private static Help help(CoverageProblem problem) {
    return problem.assistance() instanceof Assistance.Crossing crossing
        ? new Help.Crossing(crossing)
        : new Help.None();
  }

  /// Posts of both sides.
  ///
  /// @param alone as each plans for itself
  /// @param joint as they plan together
  private record Posts(List<List<Integer>> alone, List<List<Integer>> joint) {
    /// @param aloneBusy how busy units are taken to be where nobody helps
    /// @param jointBusy how busy where each helps the other
    static Posts of(
        CoverageProblem problem, BusyFraction aloneBusy, BusyFraction jointBusy, Effort effort) {
      CoverageProblem without = with(problem, aloneBusy, new Assistance.None());
      CoverageProblem together = with(problem, jointBusy, problem.assistance());
      return new Posts(
          Stationing.plan(without, effort).units(), Stationing.plan(together, effort).units());
    }
  }

  /// What is the same in all cases.
  private record Asked(
      CoverageProblem problem, List<String> sectors, Season season, int serviceMin) {
    Cooperation cases(Posts posts) {
      List<Call> calls = season.calls(problem.demand());
      List<Case> cases = new ArrayList<>();
      cases.add(of(Kind.ALONE, posts.alone(), new Help.None(), calls));
      cases.add(of(Kind.MIRRORED, posts.alone(), new Help.Mirrored(), calls));
      if (problem.assistance() instanceof Assistance.Crossing) {
        cases.add(of(Kind.HELPED, posts.alone(), help(problem), calls));
        cases.add(of(Kind.JOINT, posts.joint(), help(problem), calls));
      }
      return new Cooperation(cases);
    }

    private Case of(Kind kind, List<List<Integer>> units, Help help, List<Call> calls) {
      return new Case(kind, outcome(units, help, calls));
    }

    private Outcome outcome(List<List<Integer>> units, Help help, List<Call> calls) {
      return new Trial(problem, units, help, serviceMin, sectors).of(calls, season.seconds());
    }

    /// How busy the units of both sides were.
    BusyFraction busy(List<List<Integer>> units, Help help) {
      int permille = outcome(units, help, season.calls(problem.demand())).together().busyPermille();
      return BusyFraction.permille(Math.min(BUSY_MAX, permille));
    }
  }

  private static CoverageProblem with(
      CoverageProblem problem, BusyFraction busy, Assistance assistance) {
    return new CoverageProblem(
        problem.demand(), problem.sides(), problem.withinMin(), busy, assistance);
  }
}
