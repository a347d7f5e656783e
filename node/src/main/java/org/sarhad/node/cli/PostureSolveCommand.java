package org.sarhad.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.Covering;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.MalformedPmedException;
import org.sarhad.core.posture.Median;
import org.sarhad.core.posture.MedianProblem;
import org.sarhad.core.posture.PmedFile;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.tlog.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad posture solve`: answers published p-median problems, so that the engine can be compared
/// with others.
@Command(
    name = "solve",
    description = {
      "Answer problems of OR-Library (pmed1 to pmed40), one after the other.",
      "Prints for each what the answer costs, what no answer stays below, how far they are apart,",
      "and how long it took. The same effort gives the same answer on every machine."
    },
    mixinStandardHelpOptions = true)
final class PostureSolveCommand implements Callable<Integer> {
  /// What is to be as small as possible.
  enum Objective {
    MEDIAN,
    CENTER
  }

  private static final int SHAKES = 2_000;
  private static final int BOUND_STEPS = 1_000;
  private static final long MILLION = 1_000_000;
  private static final double PARTS_PER_PERCENT = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The problems.")
  private List<Path> files = List.of();

  @Option(
      names = "--shakes",
      paramLabel = "N",
      defaultValue = "" + SHAKES,
      description = "How often the best answer is disturbed and improved (default: 2000).")
  private int shakes = SHAKES;

  @Option(
      names = "--bound-steps",
      paramLabel = "N",
      defaultValue = "" + BOUND_STEPS,
      description = "How many steps are made towards the bound (default: 1000).")
  private int boundSteps = BOUND_STEPS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another one may find another answer (default: 1).")
  private long seed = 1;

  @Option(
      names = "--objective",
      paramLabel = "WHAT",
      defaultValue = "MEDIAN",
      description = {
        "median: the least sum of all ways (default);",
        "center: the least longest way."
      })
  private Objective objective = Objective.MEDIAN;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var effort = effort();
    out.printf(
        "%-16s %6s %6s %10s %10s %9s %9s%n",
        "file", "sites", "open", "value", "bound", "gap %", "seconds");
    for (var file : files) {
      var problem = read(file);
      long begun = System.nanoTime();
      var found = answer(problem, effort);
      print(file, problem, found, (System.nanoTime() - begun) / NANOS_PER_SECOND);
    }
    return SarhadCommand.OK;
  }

  private Certificate answer(MedianProblem problem, Effort effort) throws CannotException {
    return switch (objective) {
      case MEDIAN -> Median.plan(problem, effort).certificate();
      case CENTER ->
          Covering.shortest(problem.reach(), problem.open(), effort)
              .map(SitePlan::certificate)
              .orElseThrow(
                  () -> new CannotException("Some way is longer than 1440: no such problem."));
    };
  }

  private Effort effort() throws CannotException {
    try {
      return new Effort(seed, shakes, boundSteps);
    } catch (IllegalArgumentException e) {
      throw new CannotException(String.valueOf(e.getMessage()));
    }
  }

  private static MedianProblem read(Path file) throws CannotException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    if (Files.size(file) > PmedFile.BYTES_MAX) {
      throw new CannotException("%s is larger than any such problem.".formatted(file));
    }
    try {
      return PmedFile.parse(Bytes.of(Files.readAllBytes(file)));
    } catch (MalformedPmedException e) {
      throw new CannotException("%s: %s.".formatted(file, e.getMessage()));
    }
  }

  private void print(Path file, MedianProblem problem, Certificate found, double seconds) {
    var out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-16s %6d %6d %10d %10d %9.4f %9.2f%n",
        file.getFileName(),
        problem.sites(),
        problem.open(),
        found.value(),
        found.bound(),
        found.gap(MILLION) / PARTS_PER_PERCENT,
        seconds);
    out.flush();
  }
}
