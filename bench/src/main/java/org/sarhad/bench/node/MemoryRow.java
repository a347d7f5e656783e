package org.sarhad.bench.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;

/// What a node takes of a machine's memory.
public final class MemoryRow implements Row {
  private static final Duration SETTLING = Duration.ofSeconds(10);
  private static final int ENTRIES = 20_000;
  private static final int WRITERS = 64;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String question() {
    return "resident memory of a node: just started and paired, and after " + ENTRIES + " entries";
  }

  @Override
  public String boundary() {
    return """
        inside:  all of the process that is in RAM (VmRSS), with the options of ./sarhad and no limit on the
                 heap; A and B are paired and the link is live
        outside: the page cache""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    List<Double> idle = new ArrayList<>();
    List<Double> loaded = new ArrayList<>();
    List<Double> mirror = new ArrayList<>();
    try (var scratch = Scratch.below(options.scratch(), "memory");
        var pair = Pair.begin(scratch.path(), Provider.CONSCRYPT)) {
      Thread.sleep(SETTLING);
      idle.add(pair.a().residentMib());
      idle.add(pair.b().residentMib());
      try (var officer = pair.a().watch()) {
        new Notes(officer).writeAtLeast(ENTRIES, WRITERS);
      }
      Thread.sleep(SETTLING);
      loaded.add(pair.a().residentMib());
      mirror.add(pair.b().residentMib());
    }
    report.add("idle node", "paired, 10 s after", "MiB", new Samples(idle), Target.atMost(200));
    report.add("node that wrote", ENTRIES + " entries", "MiB", new Samples(loaded));
    report.add("node that mirrored", ENTRIES + " entries", "MiB", new Samples(mirror));
  }
}
