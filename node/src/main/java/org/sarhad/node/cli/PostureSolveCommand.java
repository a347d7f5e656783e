package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Exact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad posture solve`: answers published p-median problems, and coverage problems, so that the
/// engine can be compared with others.
@Command(
    name = "solve",
    description = {
      "Answer problems of OR-Library (pmed1 to pmed40), or coverage files, one after the other.",
      "Prints for each what the answer costs or is worth, what no answer beats, how far they are",
      "apart, and how long it took. The same effort gives the same answer on every machine."
    },
    footer = {
      "%nA coverage file is whole numbers behind the word \"coverage\": how many points, how many",
      "sides (1 or 2), minutes to be there, thousandths of its time that a unit is busy, and minutes",
      "lost at the line (-1: nobody crosses). The word \"depth\" may follow, and how many metres",
      "beyond the line a unit may be. Then of each point its side, from 1, its weight, and behind",
      "that word how many metres behind the line it lies. Then of each side how many sites, how many",
      "units, and how many of them at one site; and of each site the minutes to every point (-1: no",
      "way)."
    },
    mixinStandardHelpOptions = true)
final class PostureSolveCommand implements Callable<Integer> {
  /// What is to be as small as possible.
  enum Objective {
    MEDIAN,
    CENTER
  }

  private static final int LIMIT_MAX = 3_600;
  private static final long MILLION = 1_000_000;
  private static final double PARTS_PER_PERCENT = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The problems.")
  private List<Path> files = List.of();

  @Option(
      names = "--shakes",
      paramLabel = "N",
      description =
          "How often the best answer is disturbed and improved (default: ${DEFAULT-VALUE}).")
  private int shakes = 2_000;

  @Option(
      names = "--bound-steps",
      paramLabel = "N",
      description = "How many steps are made towards the bound (default: ${DEFAULT-VALUE}).")
  private int boundSteps = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another one may find another answer (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--objective",
      paramLabel = "WHAT",
      description = {
        "median: the least sum of all ways (default);",
        "center: the least longest way.",
        "A coverage file has its own: the most expected coverage."
      })
  private Objective objective = Objective.MEDIAN;

  @Option(
      names = "--exact",
      description = {
        "Also ask the exact solver that lies beside this program (SARHAD_SOLVER;",
        "docs/operating/solver.md), and print how far our answer is from its."
      })
  private boolean isExact;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description =
          "How long the exact solver may take for one question (default: ${DEFAULT-VALUE}).")
  private int limit = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var effort = effort();
    var exact = isExact ? Optional.of(exact()) : Optional.<Exact>empty();
    var out = spec.commandLine().getOut();
    out.printf(
        "%-16s %6s %6s %14s %14s %9s %9s",
        "file", "sites", "open", "value", "bound", "gap %", "seconds");
    if (isExact) {
      out.printf(" %14s %9s %9s  %s", "exact", "off %", "seconds", "what it says");
    }
    out.printf("%n");
    for (var file : files) {
      answer(file, SiteFile.question(file, objective == Objective.CENTER), effort, exact);
    }
    return SarhadCommand.OK;
  }

  private void answer(Path file, SiteQuestion question, Effort effort, Optional<Exact> exact)
      throws CannotException {
    var out = spec.commandLine().getOut();
    long begun = System.nanoTime();
    var found = question.own(effort);
    out.printf(
        Locale.ROOT,
        "%-16s %6d %6d %14d %14d %9.4f %9.2f",
        file.getFileName(),
        question.sites(),
        question.open(),
        found.value(),
        found.bound(),
        percent(found),
        secondsSince(begun));
    exact.ifPresent(solver -> compare(out, question, effort, found, solver));
    out.printf("%n");
    out.flush();
  }

  private static void compare(
      PrintWriter out, SiteQuestion question, Effort effort, Certificate own, Exact exact) {
    long begun = System.nanoTime();
    question
        .exact(exact, effort)
        .ifPresentOrElse(
            answer ->
                out.printf(
                    Locale.ROOT,
                    " %14d %9.4f %9.2f  %s",
                    answer.value(),
                    percent(new Certificate(own.value(), answer.value())),
                    secondsSince(begun),
                    answer.isProven() ? "nothing is better" : "no time to prove it"),
            () -> out.printf(" %14s", "nothing found"));
  }

  private static double percent(Certificate found) {
    return found.gap(MILLION) / PARTS_PER_PERCENT;
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / NANOS_PER_SECOND;
  }

  private Effort effort() throws CannotException {
    try {
      return new Effort(seed, shakes, boundSteps);
    } catch (IllegalArgumentException e) {
      throw new CannotException(String.valueOf(e.getMessage()));
    }
  }

  private Exact exact() throws CannotException {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new CannotException(
          "A limit of %d seconds; expected 1 to %d.".formatted(limit, LIMIT_MAX));
    }
    return new Exact(SolverBeside.find(), Duration.ofSeconds(limit));
  }
}
