package org.sarhad.node.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.simulation.Cooperation;
import org.sarhad.core.simulation.Figures;
import org.sarhad.core.simulation.Season;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad posture simulate`: what cooperation would be worth in a year of calls.
@Command(
    name = "simulate",
    description = {
      "Answer a year of drawn calls from the posts of a coverage file: each side alone, then with",
      "the other one's help, then from posts that were planned together. The same calls each time.",
      "The same seed gives the same year on every machine."
    },
    mixinStandardHelpOptions = true)
final class PostureSimulateCommand implements Callable<Integer> {
  private static final double PERMILLE_PER_PERCENT = 10;

  /// Points in a row that stand for a sector, since a file names none.
  private static final int SECTOR_POINTS = 25;

  @Parameters(paramLabel = "FILE", description = "The coverage problem.")
  private Path file = Path.of("");

  @Option(
      names = "--calls-per-day",
      paramLabel = "N",
      split = ",",
      defaultValue = "20,40",
      description =
          "How many calls come in the mean; several are tried in turn (default: ${DEFAULT-VALUE}).")
  private List<Integer> calls = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long the year is (default: ${DEFAULT-VALUE}).")
  private int days = 365;

  @Option(
      names = "--hours",
      paramLabel = "W",
      split = ",",
      description = "How the calls of a day lie in its hours, as 24 weights (default: alike).")
  private List<Integer> hours = List.of();

  @Option(
      names = "--service",
      paramLabel = "MINUTES",
      description = "How long a unit stays (default: ${DEFAULT-VALUE}).")
  private int service = 180;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another one is another year (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--learn",
      description = {
        "Plan with how busy units were in a year before this one, each kind of plan with its own,",
        "in place of what the file says."
      })
  private boolean learns;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var problem = SiteFile.coverage(file);
    spec.commandLine()
        .getOut()
        .printf(
            "%5s %-9s %-8s %6s %9s %6s %6s %6s %6s %9s %7s  %s%n",
            "a day",
            "help",
            "soil",
            "calls",
            "in time %",
            "half",
            "90 %",
            "busy %",
            "given",
            "received",
            "sealed",
            "worst sector");
    for (int perDay : calls) {
      for (var one : simulated(problem, perDay).cases()) {
        print(perDay, one.kind(), "both", one.outcome().together());
        for (int side = 0; side < one.outcome().sides().size(); side++) {
          print(perDay, one.kind(), "side " + (side + 1), one.outcome().sides().get(side));
        }
      }
    }
    return SarhadCommand.OK;
  }

  private Cooperation simulated(CoverageProblem problem, int perDay) throws CannotException {
    var sectors =
        IntStream.range(0, problem.demand().size())
            .mapToObj(point -> "points from %d".formatted(firstOf(point)))
            .toList();
    try {
      var season = season(perDay);
      var effort = Effort.DEFAULT.fitting(problem);
      return learns
          ? Cooperation.learnt(problem, sectors, season, service, effort)
          : Cooperation.of(problem, sectors, season, service, effort);
    } catch (IllegalArgumentException e) {
      throw new CannotException(String.valueOf(e.getMessage()));
    }
  }

  private Season season(int perDay) {
    return hours.isEmpty()
        ? Season.even(days, perDay, seed)
        : new Season(days, perDay, hours, seed);
  }

  private static int firstOf(int point) {
    return point - point % SECTOR_POINTS + 1;
  }

  private void print(int perDay, Cooperation.Kind kind, String soil, Figures figures) {
    var out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%5d %-9s %-8s %6d %9.1f %6d %6d %6.1f %6d %9d %7d  %s%n",
        perDay,
        kind.name().toLowerCase(Locale.ROOT),
        soil,
        figures.calls(),
        figures.inTimePermille() / PERMILLE_PER_PERCENT,
        figures.medianMin(),
        figures.ninthMin(),
        figures.busyPermille() / PERMILLE_PER_PERCENT,
        figures.given(),
        figures.received(),
        figures.sealed(),
        figures
            .worst()
            .map(
                worst ->
                    String.format(
                        Locale.ROOT,
                        "%s: %.1f %%",
                        worst.sector(),
                        worst.inTimePermille() / PERMILLE_PER_PERCENT))
            .orElse("-"));
    out.flush();
  }
}
