package org.sarhad.node.cli;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Covering;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Exact;
import org.sarhad.core.posture.Median;
import org.sarhad.core.posture.MedianProblem;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.core.posture.Stationing;

/// One question about sites out of a file, which the own engine answers, and an exact solver if
/// there is one.
sealed interface SiteQuestion {
  /// Sites to choose from.
  int sites();

  /// How many are chosen, or units placed.
  int open();

  /// What the own engine finds.
  Certificate own(Effort effort) throws CannotException;

  /// What `exact` finds; empty where that is nothing.
  Optional<Exact.Answer> exact(Exact exact, Effort effort);

  /// The least sum of all ways.
  record Shortest(MedianProblem problem) implements SiteQuestion {
    @Override
    public int sites() {
      return problem.sites();
    }

    @Override
    public int open() {
      return problem.open();
    }

    @Override
    public Certificate own(Effort effort) {
      return Median.plan(problem, effort).certificate();
    }

    @Override
    public Optional<Exact.Answer> exact(Exact exact, Effort effort) {
      return exact.median(problem);
    }
  }

  /// The least longest way.
  record Soonest(MedianProblem problem) implements SiteQuestion {
    @Override
    public int sites() {
      return problem.sites();
    }

    @Override
    public int open() {
      return problem.open();
    }

    @Override
    public Certificate own(Effort effort) throws CannotException {
      return Covering.shortest(problem.reach(), problem.open(), effort)
          .map(SitePlan::certificate)
          .orElseThrow(() -> new CannotException("Some way is longer than 1440: no such problem."));
    }

    @Override
    public Optional<Exact.Answer> exact(Exact exact, Effort effort) {
      return exact.shortest(problem.reach(), problem.open());
    }
  }

  /// The most expected coverage of one side, or of two with neither below what it has alone.
  record Covered(CoverageProblem problem) implements SiteQuestion {
    @Override
    public int sites() {
      return problem.sides().stream().mapToInt(side -> side.reach().sites()).sum();
    }

    @Override
    public int open() {
      return problem.sides().stream().mapToInt(CoverageProblem.Side::units).sum();
    }

    @Override
    public Certificate own(Effort effort) {
      return Stationing.plan(problem, effort).certificate();
    }

    /// The floors are those of the own plan, so that both answer the same question.
    @Override
    public Optional<Exact.Answer> exact(Exact exact, Effort effort) {
      CoveragePlan plan = Stationing.plan(problem, effort);
      List<Long> floors = problem.sides().size() == 1 ? List.of() : plan.alone();
      return exact.coverage(problem, floors);
    }
  }
}
