package org.sarhad.bench.barter;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.bench.append.PostgresServer;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Figure;
import org.sarhad.bench.harness.Histogram;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Rounds;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;

/// G3: postings made durable in a second, at batches of several sizes, in turns: the book,
/// PostgreSQL that is given a batch at once, and PostgreSQL that checks each posting, as the book
/// does.
final class DurableFigures {
  private static final List<Integer> BATCHES = List.of(1, 10, 100, 1_000);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int POSTINGS_OF_A_ROUND = 20_000;

  private final Options options;
  private final Report report;

  DurableFigures(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  void measure() throws Exception {
    List<Postings> subjects = new ArrayList<>();
    try {
      subjects.add(
          new BookPostings(Files.createDirectories(options.scratch().resolve("postings"))));
      var programs = PostgresServer.findPrograms();
      if (programs.isPresent()) {
        subjects.add(
            new PostgresPostings(
                programs.get(), Files.createDirectories(options.scratch().resolve("postgres"))));
        subjects.add(
            new PostgresInserts(
                programs.get(), Files.createDirectories(options.scratch().resolve("inserts"))));
      } else {
        report.notMeasured("PostgreSQL", "no initdb on the PATH or under /usr/lib/postgresql");
      }
      for (int batch : BATCHES) {
        measure(subjects, batch);
      }
      processor(subjects.getFirst());
      single(subjects.getFirst());
    } finally {
      for (Postings subject : subjects) {
        subject.close();
      }
    }
  }

  private void measure(List<Postings> subjects, int batch) throws Exception {
    var taken =
        Rounds.interleaved(subjects, options.rounds(), subject -> perSecond(subject, batch));
    List<Figure> figures = new ArrayList<>();
    String load = "batches of " + batch;
    taken.forEach(
        (subject, samples) ->
            figures.add(
                subject instanceof BookPostings && batch >= 1_000
                    ? report.add(
                        subject.name(), load, "postings/s", samples, Target.atLeast(100_000))
                    : report.add(subject.name(), load, "postings/s", samples)));
    for (Figure other : figures.subList(1, figures.size())) {
      report.ratio(
          figures.getFirst(),
          other,
          batch >= 1_000 ? Optional.of(Target.atLeast(8)) : Optional.empty());
    }
  }

  private double perSecond(Postings subject, int batch) throws Exception {
    long spent = 0;
    long posted = 0;
    while (spent < options.round().toNanos()) {
      subject.prepare(batch);
      long begun = System.nanoTime();
      subject.post();
      spent += System.nanoTime() - begun;
      posted += batch;
    }
    return posted / (spent / NANOS_PER_SECOND);
  }

  /// The same of processor time alone, for a machine that others use, too: judged, booked, hashed,
  /// and handed to the intake.
  private void processor(Postings book) throws Exception {
    for (int batch : BATCHES) {
      List<Double> perSecond = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        double nanos = 0;
        for (int i = 0; i < POSTINGS_OF_A_ROUND; i += batch) {
          book.prepare(batch);
          nanos +=
              NANOS_PER_SECOND
                  / CpuTime.perSecond(
                      () -> {
                        book.post();
                        return 1;
                      });
        }
        perSecond.add(POSTINGS_OF_A_ROUND * NANOS_PER_SECOND / nanos);
      }
      report.add(
          "the book, processor time alone",
          "batches of " + batch,
          "postings/s/core",
          new Samples(perSecond));
    }
  }

  private void single(Postings book) throws Exception {
    List<Double> p99 = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      var times = new Histogram();
      for (int i = 0; i < 500; i++) {
        book.prepare(1);
        long begun = System.nanoTime();
        book.post();
        times.record(System.nanoTime() - begun);
      }
      p99.add(times.millisAt(99));
    }
    report.add(
        "a single posting, p99", "one after the other", "ms", new Samples(p99), Target.atMost(15));
  }
}
