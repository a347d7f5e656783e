package org.sarhad.bench.append;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.bench.harness.Figure;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Rounds;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.tlog.Bytes;

/// The intake alone: no signature, no tree, no HTTP.
public final class AppendRow implements Row {
  private static final int ENTRY_BYTES = 1200;
  private static final List<Integer> WRITERS = List.of(1, 64, 512);

  @Override
  public String name() {
    return "append";
  }

  @Override
  public String question() {
    return "rows of " + ENTRY_BYTES + " bytes made durable in a second, by 1, 64 and 512 writers";
  }

  @Override
  public String boundary() {
    return """
        inside:  each writer hands over one row and waits until it is synced; then the next
        outside: signatures, the tree, HTTP; for none of the subjects""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    List<DurableRows> subjects = new ArrayList<>();
    try {
      subjects.add(new IntakeRows(directory(options, "intake")));
      subjects.add(new GroupedSqlite(directory(options, "sqlite")));
      Optional<Path> postgres = PostgresServer.findPrograms();
      if (postgres.isPresent()) {
        subjects.add(
            new PostgresRows(postgres.get(), directory(options, "postgres"), WRITERS.getLast()));
      } else {
        report.notMeasured("PostgreSQL", "no initdb on the PATH or under /usr/lib/postgresql");
      }
      for (int writers : WRITERS) {
        measure(subjects, writers, options, report);
      }
    } finally {
      for (DurableRows subject : subjects) {
        subject.close();
      }
    }
  }

  private static void measure(
      List<DurableRows> subjects, int writers, Options options, Report report) throws Exception {
    byte[] random = new byte[ENTRY_BYTES];
    new Random(1).nextBytes(random);
    Bytes row = Bytes.of(random);
    for (DurableRows subject : subjects) {
      subject.prepare(writers);
    }
    Map<DurableRows, Samples> taken =
        Rounds.interleaved(
            subjects,
            options.rounds(),
            subject ->
                ClosedLoop.run(writers, options.round(), (writer, _) -> subject.insert(writer, row))
                    .perSecond());
    List<Figure> figures = new ArrayList<>();
    taken.forEach(
        (subject, samples) ->
            figures.add(
                report.add(
                    subject.name(),
                    writers + (writers == 1 ? " writer" : " writers"),
                    "rows/s",
                    samples)));
    for (Figure other : figures.subList(1, figures.size())) {
      report.ratio(figures.getFirst(), other, Optional.empty());
    }
  }

  private static Path directory(Options options, String name) throws Exception {
    return Files.createDirectories(options.scratch().resolve(name));
  }
}
