package org.sarhad.bench.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;

/// How long a side is without its node when the machine was restarted.
public final class RestartRow implements Row {
  private static final int ENTRIES = 20_000;
  private static final int ENTRIES_FULL = 1_000_000;
  private static final int WRITERS = 64;

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public String question() {
    return "from starting the process to serving, with "
        + ENTRIES
        + " entries ("
        + ENTRIES_FULL
        + " with --full)";
  }

  @Override
  public String boundary() {
    return """
        inside:  the JVM's start, opening intake, logs and accounts, the fold, listening; until /health/ready
                 says so; once after a clean stop, once after a kill, once without snapshots
        outside: reading from a cold disk: the files may be in the page cache""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    int count = options.full() ? ENTRIES_FULL : ENTRIES;
    try (var scratch = Scratch.below(options.scratch(), "restart");
        var keeper = Keeper.begin(scratch.path(), "ir", Provider.CONSCRYPT)) {
      try (var officer = keeper.enrolWatch()) {
        report.progress("writing " + count + " entries over the API");
        new Notes(officer).writeAtLeast(count, WRITERS);
      }
      String load = count + " entries";
      double scale = Math.max(0.1, (double) count / ENTRIES_FULL);
      List<Double> clean = new ArrayList<>();
      List<Double> killed = new ArrayList<>();
      List<Double> refolded = new ArrayList<>();
      for (int i = 0; i < (options.full() ? 1 : options.rounds()); i++) {
        keeper.stop();
        clean.add(keeper.restart());
        keeper.kill();
        killed.add(keeper.restart());
        keeper.stop();
        deleteSnapshots(keeper.directory());
        refolded.add(keeper.restart());
      }
      report.add("after a clean stop", load, "s", new Samples(clean), Target.atMost(10 * scale));
      report.add("after a kill", load, "s", new Samples(killed), Target.atMost(10 * scale));
      report.add(
          "without a snapshot: full refold",
          load,
          "s",
          new Samples(refolded),
          Target.atMost(60 * scale));
      report.progress("resident afterwards: %.0f MiB".formatted(keeper.residentMib()));
    }
  }

  /// Snapshots can always be deleted; the node must not need them.
  private static void deleteSnapshots(Path directory) throws java.io.IOException {
    Path snapshots = directory.resolve("snapshots");
    if (Files.isDirectory(snapshots)) {
      try (var files = Files.list(snapshots)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
