package org.sarhad.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.core.market.Certificate;
import org.sarhad.core.market.CertificateCheck;
import org.sarhad.core.market.LinearSolution;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.Matching;

/// Figures of issue 4 with a solver beside the node: 500 needs and 500 offers are matched in a
/// second with a proven gap of 0.05 per cent.
@Tag("slow")
class GlopSpeedTest {
  private static final int BIDS_OF_A_SIDE = 250;
  private static final int ROUNDS = 5;
  private static final int GAP_PPM = 500;

  /// Lines of each side: bids of one line are some 60, 25 and 12.
  private static final List<Integer> LINES = List.of(4, 10, 20);

  @Test
  void aCommitteesMatchIsSolvedAndMadeWhole() {
    for (int lines : LINES) {
      for (int seed = 0; seed < 3; seed++) {
        look(Bazaar.drawn(new SplittableRandom(seed), BIDS_OF_A_SIDE, lines), lines, seed);
      }
    }
  }

  private static void look(MatchProblem problem, int lines, int seed) {
    GlopSolver solver = new GlopSolver();
    long solved = Long.MAX_VALUE;
    long made = Long.MAX_VALUE;
    Certificate found = Matching.preview(problem);
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      LinearSolution solution = solver.solve(problem).orElseThrow();
      long between = System.nanoTime();
      found = Matching.made(problem, solution);
      solved = Math.min(solved, between - began);
      made = Math.min(made, System.nanoTime() - between);
    }
    System.out.printf(
        "%d lines of a side, seed %d: %d pairs; solved in %d ms, made whole in %d ms, gap %d"
            + " millionths%n",
        lines, seed, problem.pairs().size(), solved / 1_000_000, made / 1_000_000, found.gap());
    assertThat(CertificateCheck.flaw(problem, found)).isEmpty();
    assertThat(found.gap()).isLessThan(GAP_PPM);
  }
}
