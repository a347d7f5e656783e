package org.sarhad.bench.node;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;

/// How long a side is without its node when the machine was restarted.
public final class RestartRow implements Row {
  private static final long ENTRIES = 20_000;
  private static final long PROMISED = 1_000_000;

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public String question() {
    return "from starting the process to serving, with "
        + ENTRIES
        + " entries ("
        + PROMISED
        + " with --full)";
  }

  @Override
  public String boundary() {
    return """
    inside:  the JVM's start, opening intake, logs and accounts, reading the snapshot and folding what came
             after it (every entry from the first on where it was deleted), listening; until /health/ready
             says so; after a clean stop, after a kill, and after a stop with the snapshots deleted
    outside: reading from a cold disk: the files may be in the page cache\
    """;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    long count = options.entries(ENTRIES, PROMISED);
    String load = count + " entries";
    double scale = Math.max(0.1, (double) count / PROMISED);
    List<Double> clean = new ArrayList<>();
    List<Double> killed = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    List<Double> resident = new ArrayList<>();
    List<Double> refold = new ArrayList<>();
    List<Double> refoldProcessor = new ArrayList<>();
    List<Double> refoldResident = new ArrayList<>();
    try (var keeper = Keeper.filled(options, count, Provider.CONSCRYPT, report)) {
      keeper.restart();
      for (int i = 0; i < options.rounds(); i++) {
        keeper.stop();
        clean.add(keeper.restart());
        processor.add(keeper.cpuSeconds());
        resident.add(keeper.residentMb());
        keeper.kill();
        killed.add(keeper.restart());
        keeper.stop();
        keeper.deleteSnapshots();
        refold.add(keeper.restart());
        refoldProcessor.add(keeper.cpuSeconds());
        refoldResident.add(keeper.residentMb());
      }
    }
    report.add("after a clean stop", load, "s", new Samples(clean), Target.atMost(10 * scale));
    report.add("after a kill", load, "s", new Samples(killed), Target.atMost(10 * scale));
    report.add("all folded anew", load, "s", new Samples(refold), Target.atMost(60 * scale));
    report.add("of processors, after a clean stop", load, "processor s", new Samples(processor));
    report.add("of processors, all folded anew", load, "processor s", new Samples(refoldProcessor));
    report.add("resident when it serves", load, "MB", new Samples(resident));
    report.add("resident, all folded anew", load, "MB", new Samples(refoldResident));
  }
}
