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
    return "resident memory of a node: started and linked, signed in to, and after "
        + ENTRIES
        + " entries";
  }

  @Override
  public String boundary() {
    return """
        inside:  all of the process that is in RAM (VmRSS), with the options of ./sarhad; A and B are paired
                 and the link is live; a sign-in hashes the password in 64 MiB
        outside: the page cache""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    List<Double> idle = new ArrayList<>();
    List<Double> signedIn = new ArrayList<>();
    List<Double> loaded = new ArrayList<>();
    List<Double> mirror = new ArrayList<>();
    try (var scratch = Scratch.below(options.scratch(), "memory");
        var pair = Pair.begin(scratch.path(), Provider.CONSCRYPT)) {
      for (Keeper keeper : List.of(pair.a(), pair.b())) {
        keeper.stop();
        keeper.restart();
      }
      Thread.sleep(SETTLING);
      idle.add(pair.a().residentMb());
      idle.add(pair.b().residentMb());
      try (Officer officer = pair.a().watch();
          Officer other = pair.b().watch()) {
        pair.awaitLive(officer);
        pair.awaitLive(other);
        Thread.sleep(SETTLING);
        signedIn.add(pair.a().residentMb());
        signedIn.add(pair.b().residentMb());
        new Notes(officer).writeAtLeast(ENTRIES, WRITERS);
      }
      Thread.sleep(SETTLING);
      loaded.add(pair.a().residentMb());
      mirror.add(pair.b().residentMb());
    }
    report.add("idle node", "10 s after its start", "MB", new Samples(idle), Target.atMost(200));
    report.add("… one officer signed in", "10 s after", "MB", new Samples(signedIn));
    report.add("node that wrote", ENTRIES + " entries", "MB", new Samples(loaded));
    report.add("node that mirrored", ENTRIES + " entries", "MB", new Samples(mirror));
  }
}
