package org.sarhad.bench.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.node.store.CheckReport;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;

/// What an auditor waits for.
public final class VerifyRow implements Row {
  private static final int ENTRIES = 100_000;
  private static final int ENTRIES_FULL = 1_000_000;
  private static final int CHUNK = 16 * 1024;
  private static final int DAMAGED_BUNDLES = 3;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String question() {
    return "offline check of a log directory of "
        + ENTRIES
        + " entries ("
        + ENTRIES_FULL
        + " with --full)";
  }

  @Override
  public String boundary() {
    return """
        inside:  every tile, bundle, payload and head read from files and compared; on all processors
        outside: starting the JVM; the files may be in the page cache, having just been written""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    int count = options.full() ? ENTRIES_FULL : ENTRIES;
    var signatures = Signatures.of(Conscrypt.newProvider());
    var authors = new Authors(2, signatures);
    FileDisk disk = FileDisk.at(options.scratch().resolve("verify"));
    report.progress("writing a log of " + count + " entries");
    write(disk, authors, count);
    var hashes =
        new DirectoryCheck(disk, "log").withHeadJudge(note -> judge(note, authors, signatures));
    var everything = hashes.withEntryJudge((_, bytes) -> judge(bytes, authors, signatures));
    String load = count + " entries";
    measure("tiles, bundles, payloads, head's signature", hashes, load, options, report);
    measure(
        "… and every entry's form and two signatures, Conscrypt",
        everything,
        load,
        options,
        report);
    damage(Path.of(disk.location()).resolve("log"));
    long started = System.nanoTime();
    CheckReport found = hashes.run();
    report.add(
        DAMAGED_BUNDLES + " damaged bundles: until all are listed",
        load,
        "s",
        Samples.of((System.nanoTime() - started) / 1e9));
    Check.that(
        found.damage().size() >= DAMAGED_BUNDLES, "%d damages were found", found.damage().size());
    report.progress("damage found: " + found.damage().size());
  }

  private static void write(FileDisk disk, Authors authors, int count) throws IOException {
    var log = LogDirectory.open(disk, "log");
    for (int first = 0; first < count; first += CHUNK) {
      for (Authors.Written one : authors.write(first, Math.min(CHUNK, count - first))) {
        long index = log.append(one.entry().bytes());
        log.addPayload(index, one.payload().bytes());
      }
      if (first + CHUNK >= count) {
        var checkpoint = new Checkpoint(authors.origin(), log.size(), log.root(log.size()));
        log.publish(checkpoint, authors.head(checkpoint).bytes());
      }
      log.materialise();
    }
  }

  private static void measure(
      String what, DirectoryCheck check, String load, Options options, Report report)
      throws InterruptedException {
    int count = options.full() ? ENTRIES_FULL : ENTRIES;
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int i = 0; i < options.rounds(); i++) {
      long started = System.nanoTime();
      double startedProcessor = CpuTime.ofProcessSeconds();
      CheckReport found = check.run();
      wall.add((System.nanoTime() - started) / 1e9);
      processor.add(CpuTime.ofProcessSeconds() - startedProcessor);
      Check.that(
          found.isClean() && found.provenSize() == count,
          "%d of %d entries proven, %d damages",
          found.provenSize(),
          count,
          found.damage().size());
    }
    double bound = 60.0 * count / ENTRIES_FULL;
    report.add(what, load, "s", new Samples(wall), Target.atMost(bound));
    report.add(what, load, "processor s", new Samples(processor));
  }

  private static Optional<String> judge(Note note, Authors authors, Signatures signatures) {
    return note.verify(List.of(authors.logKey()), signatures) instanceof NoteVerdict.Signed
        ? Optional.empty()
        : Optional.of("not signed by the log");
  }

  private static Optional<String> judge(Bytes bytes, Authors authors, Signatures signatures) {
    try {
      Entry entry = Entry.parse(bytes);
      byte[] text = entry.signedText().toArray();
      boolean good =
          isBy(authors.officerKey(), entry.officers().getFirst(), text, signatures)
              && isBy(authors.nodeKey(), entry.node(), text, signatures);
      return good ? Optional.empty() : Optional.of("a signature is not valid");
    } catch (MalformedEntryException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isBy(
      VerifierKey key, SignatureLine line, byte[] text, Signatures signatures) {
    return line.claims(key)
        && signatures.verify(key.type(), key.key(), text, line.signature().toArray());
  }

  /// Flips one bit in a few bundles.
  private static void damage(Path log) throws IOException {
    for (int i = 0; i < DAMAGED_BUNDLES; i++) {
      Path bundle = log.resolve("tile/entries/%03d".formatted(10 * i + 5));
      byte[] bytes = Files.readAllBytes(bundle);
      bytes[bytes.length / 2] ^= 1;
      Files.write(bundle, bytes);
    }
  }
}
