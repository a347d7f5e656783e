package org.sarhad.bench.barter;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Voucher;
import org.sarhad.tlog.tree.Hash;

/// G4 as one waits for it: ten million lines in fact, and not at the pace of a few.
public final class RebuildRow implements Row {
  private static final long LINES = 10_000_000;

  /// What a delivery comes to: three papers of three lines each.
  private static final long LINES_OF_A_DELIVERY = 9;

  private static final int DELIVERIES_OF_A_BLOCK = 2_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  /// What so many lines need, with room for what is young.
  private static final long HEAP_MIN = 4L << 30;

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String question() {
    return "a book of ten million lines rebuilt from its first paper, as one waits for it";
  }

  @Override
  public String boundary() {
    return """
    inside:  each paper judged, booked, hashed and chained by the fold of both nodes, on one thread; all garbage that is collected
    outside: signatures. The papers are made beside it, on another thread, as a node reads them from its disk; --entries says how many lines\
    """;
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    if (Runtime.getRuntime().maxMemory() < HEAP_MIN) {
      report.notMeasured(
          "a rebuild of ten million lines",
          "the heap may have less than 4 GiB: set SARHAD_JAVA_OPTS=-Xmx8g");
      return;
    }
    long lines = options.entries(LINES, LINES);
    long deliveries = Math.ceilDiv(lines, LINES_OF_A_DELIVERY);
    Rebuild first = Rebuild.of(deliveries, Optional.empty());
    List<Rebuild> others = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      others.add(Rebuild.of(deliveries, Optional.of(first.digest)));
    }
    boolean isWhole = lines >= LINES;
    String load = "%,d vouchers, %,d lines".formatted(first.vouchers, first.lines);
    wall(report, "the book rebuilt in a new process", load, Samples.of(first.seconds), isWhole);
    wall(
        report,
        "the same again, and verified by the first",
        load,
        new Samples(others.stream().map(Rebuild::seconds).toList()),
        isWhole);
    report.add(
        "of that, processor time of the fold",
        load,
        "s",
        new Samples(others.stream().map(Rebuild::processor).toList()));
    report.add(
        "of that, garbage collected, both waiting",
        load,
        "s",
        new Samples(others.stream().map(Rebuild::garbage).toList()));
  }

  private static void wall(
      Report report, String subject, String load, Samples samples, boolean isWhole) {
    if (isWhole) {
      report.add(subject, load, "s", samples, Target.atMost(30));
    } else {
      report.add(subject, load, "s", samples);
    }
  }

  /// One rebuild, from the first paper to the last.
  private record Rebuild(
      Hash digest, long vouchers, long lines, double seconds, double processor, double garbage) {
    /// @param expected what the digest has to be, where that is known
    static Rebuild of(long deliveries, Optional<Hash> expected) throws InterruptedException {
      MadeUpTrade trade = new MadeUpTrade().withRoom();
      BookState book = trade.book();
      BlockingQueue<List<MadeUpTrade.Step>> papers = new SynchronousQueue<>();
      Thread.ofPlatform().daemon().name("papers").start(() -> make(trade, deliveries, papers));
      var threads = ManagementFactory.getThreadMXBean();
      long begun = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      double garbage = collecting();
      for (List<MadeUpTrade.Step> block = papers.take(); !block.isEmpty(); block = papers.take()) {
        for (MadeUpTrade.Step step : block) {
          book = step.on(book);
        }
      }
      Hash digest = book.digest();
      double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
      processor = threads.getCurrentThreadCpuTime() - processor;
      garbage = collecting() - garbage;
      if (!book.voids().isEmpty() || !expected.orElse(digest).equals(digest)) {
        throw new IllegalStateException("a rebuilt book is another one");
      }
      return new Rebuild(
          digest,
          book.journal().order().size(),
          book.journal().booked().mapToLong(Rebuild::lines).sum(),
          seconds,
          processor / NANOS_PER_SECOND,
          garbage);
    }

    private static void make(
        MadeUpTrade trade, long deliveries, BlockingQueue<List<MadeUpTrade.Step>> papers) {
      try {
        for (long made = 0; made < deliveries; ) {
          List<MadeUpTrade.Step> block = new ArrayList<>();
          for (int i = 0; i < DELIVERIES_OF_A_BLOCK && made < deliveries; i++, made++) {
            block.addAll(trade.next());
          }
          papers.put(block);
        }
        papers.put(List.of());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private static long lines(Voucher voucher) {
      return (long) voucher.held().size() + voucher.posted().size();
    }

    /// Seconds that this process has waited for its garbage until now.
    private static double collecting() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
              .mapToLong(GarbageCollectorMXBean::getCollectionTime)
              .sum()
          / MILLIS_PER_SECOND;
    }
  }
}
