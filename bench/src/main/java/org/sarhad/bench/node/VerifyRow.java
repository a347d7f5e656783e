package org.sarhad.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.tlog.Check;

/// What an auditor waits for.
public final class VerifyRow implements Row {
  private static final long ENTRIES = 20_000;
  private static final long PROMISED = 1_000_000;

  /// What the JDK verifies in about a minute.
  private static final long ENTRIES_JDK = 100_000;

  private static final int DAMAGED_BUNDLES = 3;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String question() {
    return "sarhad verify over the directory of a node with "
        + ENTRIES
        + " entries ("
        + PROMISED
        + " with --full)";
  }

  @Override
  public String boundary() {
    return """
        inside:  the whole command, from starting the JVM to its exit code: every tile, bundle, payload, head and
                 entry of the log and the journal read from files and compared, every entry's two signatures
                 verified (with --signatures heads: those of heads only); on all processors
        outside: the files may be in the page cache""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    long count = options.entries(ENTRIES, PROMISED);
    try (var keeper = Keeper.filled(options, count, Provider.CONSCRYPT, report)) {
      measure(keeper, "heads", "--signatures heads", count, options.rounds(), report);
      measure(keeper, "all", "every signature, Conscrypt", count, options.rounds(), report);
      findDamage(keeper, count, report);
    }
    long fewer = Math.min(count, ENTRIES_JDK);
    try (var keeper = Keeper.filled(options, fewer, Provider.JDK, report)) {
      measure(keeper, "all", "every signature, JDK", fewer, 1, report);
    }
  }

  private static void measure(
      Keeper keeper, String signatures, String what, long count, int rounds, Report report)
      throws IOException {
    List<Double> wall = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Keeper.Verified verified = keeper.verify(signatures);
      Check.that(verified.code() == 0, "a sound log is called damaged:\n%s", verified.said());
      wall.add(verified.seconds());
    }
    double bound = 60.0 * Math.max(0.1, (double) count / PROMISED);
    report.add(what, count + " entries", "s", new Samples(wall), Target.atMost(bound));
  }

  /// Flips one bit in a few bundles, lets them be found, and flips it back.
  private static void findDamage(Keeper keeper, long count, Report report) throws IOException {
    List<Path> bundles = bundles(keeper.directory());
    flip(bundles);
    Keeper.Verified verified;
    try {
      verified = keeper.verify("heads");
    } finally {
      flip(bundles);
    }
    report.add(
        DAMAGED_BUNDLES + " damaged bundles, --signatures heads",
        count + " entries",
        "s",
        Samples.of(verified.seconds()));
    Check.that(
        verified.code() == 1 && bundles.size() == DAMAGED_BUNDLES,
        "%d bundles were damaged, and this was said:\n%s",
        bundles.size(),
        verified.said());
    verified.said().lines().filter(line -> !line.isBlank()).forEach(report::progress);
  }

  private static List<Path> bundles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data/logs"))) {
      return files
          .filter(file -> file.toString().matches(".*/tile/entries/0[1-3]5"))
          .sorted()
          .limit(DAMAGED_BUNDLES)
          .toList();
    }
  }

  private static void flip(List<Path> bundles) throws IOException {
    for (Path bundle : bundles) {
      byte[] bytes = Files.readAllBytes(bundle);
      bytes[bytes.length / 2] ^= 1;
      Files.write(bundle, bytes);
    }
  }
}
