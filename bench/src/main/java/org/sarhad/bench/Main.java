package org.sarhad.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sarhad.bench.append.AppendRow;
import org.sarhad.bench.barter.BarterRow;
import org.sarhad.bench.barter.RebuildRow;
import org.sarhad.bench.harness.Machine;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.node.ActRow;
import org.sarhad.bench.node.AlertRow;
import org.sarhad.bench.node.CutRow;
import org.sarhad.bench.node.MemoryRow;
import org.sarhad.bench.node.RestartRow;
import org.sarhad.bench.node.RulesRow;
import org.sarhad.bench.node.VerifyRow;
import org.sarhad.bench.posture.PostureRow;
import org.sarhad.bench.publish.PublishRow;
import org.sarhad.bench.record.IngestRow;
import org.sarhad.bench.simulation.BehindRow;
import org.sarhad.bench.simulation.SimulateRow;
import org.sarhad.bench.simulation.WeeksRow;
import org.sarhad.bench.tracks.TracksRow;
import org.sarhad.bench.travel.TravelRow;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./sarhad bench`: runs rows, one after another, and prints what they found. Ends with 0 if every
/// row ran and every promise that was measured is kept, with 1 otherwise.
@Command(
    name = "sarhad bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures what docs/performance.md promises. Without a ROW: all that take seconds.")
public final class Main implements Callable<Integer> {
  private static final List<Row> ROWS =
      List.of(
          new PublishRow(),
          new AppendRow(),
          new IngestRow(),
          new AlertRow(),
          new ActRow(),
          new RulesRow(),
          new CutRow(),
          new WeeksRow(),
          new BehindRow(),
          new VerifyRow(),
          new RestartRow(),
          new SimulateRow(),
          new MemoryRow(),
          new PostureRow(),
          new TravelRow(),
          new TracksRow(),
          new BarterRow(),
          new RebuildRow());

  /// Where the project is; the launcher says it.
  private static final Path ROOT = Path.of(System.getProperty("sarhad.root", "")).toAbsolutePath();

  @Parameters(paramLabel = "ROW", description = "Which rows to run; --list shows them.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "Show the rows and what each measures.")
  private boolean list;

  @Option(names = "--full", description = "Also the rows that take minutes, at the promised sizes.")
  private boolean full;

  @Option(names = "--rounds", description = "Rounds of each measurement (${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--seconds", description = "Length of a round (${DEFAULT-VALUE}).")
  private double seconds = 3;

  @Option(
      names = "--entries",
      description = "Entries of a large log, in rows that need one (what the row says).")
  private long entries;

  @Option(
      names = "--dir",
      description = "Where to write; decides which disk is measured (bench/target/scratch).")
  private Path directory = ROOT.resolve("bench/target/scratch");

  @Option(names = "--json", description = "Where the figures go (bench/target/figures.json).")
  private Path json = ROOT.resolve("bench/target/figures.json");

  private Main() {}

  /// Runs the command line and exits with its code.
  public static void main(String[] arguments) {
    var command = new CommandLine(new Main());
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (list) {
      ROWS.forEach(
          row ->
              out.printf(
                  "%-10s %s%s%n", row.name(), row.question(), row.isLong() ? " (minutes)" : ""));
      return 0;
    }
    List<Row> rows = chosen();
    boolean failed = false;
    try (var scratch = Scratch.below(directory.toAbsolutePath(), "run")) {
      var options =
          new Options(
              ROOT,
              scratch.path(),
              directory.toAbsolutePath().resolve("kept"),
              rounds,
              Duration.ofMillis(Math.round(seconds * 1000)),
              entries,
              full);
      var machine = Machine.here(scratch.path());
      machine.lines().forEach((what, much) -> out.printf("%-24s %s%n", what, much));
      var report = new Report(out, machine);
      for (Row row : rows) {
        report.begin(row);
        long started = System.nanoTime();
        try {
          row.run(options, report);
        } catch (Exception e) {
          report.notMeasured("the rest of the row", String.valueOf(e));
          e.printStackTrace(out);
          failed = true;
        }
        report.end();
        out.printf("   (%.0f s)%n", (System.nanoTime() - started) / 1e9);
      }
      report.writeJson(json, "./sarhad bench " + String.join(" ", names));
      out.printf("%nThe same as JSON: %s%n", json);
      return failed || !report.allMet() ? 1 : 0;
    }
  }

  /// Names for several rows at once.
  private static final Map<String, List<String>> TOGETHER =
      Map.of("geo", List.of("travel", "tracks"));

  private List<Row> chosen() {
    names =
        names.stream()
            .flatMap(name -> TOGETHER.getOrDefault(name, List.of(name)).stream())
            .distinct()
            .toList();
    List<String> known = ROWS.stream().map(Row::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new CommandLine.ParameterException(
            new CommandLine(this),
            "no row is called \""
                + name
                + "\"; there are "
                + String.join(", ", known)
                + ", and geo for travel and tracks");
      }
    }
    return ROWS.stream()
        .filter(row -> names.isEmpty() ? full || !row.isLong() : names.contains(row.name()))
        .toList();
  }
}
