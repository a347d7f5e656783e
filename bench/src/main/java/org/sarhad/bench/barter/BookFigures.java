package org.sarhad.bench.barter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Camt053;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What the book itself can do: bounds at every step, a rebuild from its first voucher, a statement
/// for a bank.
final class BookFigures {
  private static final long STEPS = 100_000;
  private static final long ALL_STEPS = 1_000_000;
  private static final int STEPS_OF_A_BOOK = 10_000;
  private static final long DELIVERIES = 30_000;
  private static final long MANY_DELIVERIES = 200_000;
  private static final double POSTINGS = 10_000_000;
  private static final int BANK_ENTRIES = 20_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Options options;
  private final Report report;

  BookFigures(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  // ---- G2 -------------------------------------------------------------------------------------

  /// Random reservations and deliveries against narrow limits: after every step neither side comes
  /// to owe more than it may, with all that is reserved.
  void bounds() {
    long steps = options.entries(STEPS, ALL_STEPS);
    long begun = System.nanoTime();
    long refused = 0;
    long broken = 0;
    long taken = 0;
    for (int number = 0; taken < steps; number++) {
      Walk walk = new Walk(number);
      for (int i = 0; i < STEPS_OF_A_BOOK && taken < steps; i += walk.go(), taken++) {
        broken += walk.isWithin() ? 0 : 1;
      }
      refused += walk.refused;
    }
    double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
    String load = "%,d steps, %,d of them refused for want of room".formatted(taken, refused);
    report.add(
        "steps after which a side may owe too much",
        load,
        "",
        Samples.of((double) broken),
        Target.atMost(0));
    report.add("steps of the book", load, "steps/s", Samples.of(taken / seconds));
  }

  /// One book with narrow limits.
  private static final class Walk {
    private static final Money LIMIT = Money.ofUnits(100_000);

    private final MadeUpTrade trade = new MadeUpTrade(LIMIT);
    private final SplittableRandom random;
    private final List<PartyId> sides = List.of(MadeUpTrade.IR, MadeUpTrade.PK);
    private final List<EntryId> contracts;
    private final List<List<Room>> rooms = List.of(new ArrayList<>(), new ArrayList<>());
    private long refused;

    private record Room(EntryId act, long kilograms) {}

    Walk(int seed) {
      random = new SplittableRandom(seed);
      contracts = sides.stream().map(trade::contract).toList();
    }

    boolean isWithin() {
      return sides.stream().allMatch(side -> trade.book().exposure(side).compareTo(LIMIT) <= 0);
    }

    /// One paper or one delivery; how many steps that were.
    int go() {
      int way = random.nextInt(2);
      List<Room> open = rooms.get(way);
      if (open.isEmpty() || random.nextInt(3) > 0) {
        long kilograms = random.nextLong(1_000, 60_000);
        Optional<EntryId> room = trade.reserve(sides.get(way), contracts.get(way), kilograms);
        room.ifPresent(act -> open.add(new Room(act, kilograms)));
        if (room.isEmpty()) {
          refused++;
          trade.drawAgain(sides.get(way), VoucherKind.RESERVATION);
        }
        return 1;
      }
      Room room = open.remove(random.nextInt(open.size()));
      trade.delivery(sides.get(way), room.act, room.kilograms, room.kilograms).forEach(trade::take);
      return 3;
    }
  }

  // ---- G4 -------------------------------------------------------------------------------------

  /// Every paper once more from the first one on, and the chain over all vouchers computed with it:
  /// the same as before, or the book is not what was signed.
  void rebuild() throws Exception {
    long deliveries = options.entries(DELIVERIES, MANY_DELIVERIES);
    MadeUpTrade trade = new MadeUpTrade().withRoom();
    BookState begun = trade.book();
    List<MadeUpTrade.Step> steps = new ArrayList<>();
    for (long i = 0; i < deliveries; i++) {
      for (MadeUpTrade.Step step : trade.next()) {
        trade.take(step);
        steps.add(step);
      }
    }
    Hash chain = trade.book().journal().chain();
    long lines = trade.book().journal().booked().mapToLong(BookFigures::lines).sum();
    List<Double> perSecond = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      double each =
          CpuTime.perSecond(
              () -> {
                BookState book = begun;
                for (MadeUpTrade.Step step : steps) {
                  book = step.on(book);
                }
                if (!book.journal().chain().equals(chain)) {
                  throw new IllegalStateException("a rebuilt book is another one");
                }
                return lines;
              });
      if (round > 0) {
        perSecond.add(each);
      }
    }
    String load = "%,d vouchers, %,d lines".formatted(steps.size(), lines);
    Samples samples = new Samples(perSecond);
    report.add("the book rebuilt and verified", load, "lines/s/core", samples);
    report.add(
        "at that pace, ten million lines",
        load,
        "s",
        new Samples(perSecond.stream().map(each -> POSTINGS / each).toList()),
        Target.atMost(30));
  }

  /// The journal alone, as somebody who trusts the fold reads it: every voucher hashed again, the
  /// chain over all of them, and what each account comes to.
  void readAgain() {
    long deliveries = options.entries(DELIVERIES, MANY_DELIVERIES);
    MadeUpTrade trade = new MadeUpTrade().withRoom();
    for (long i = 0; i < deliveries; i++) {
      trade.next().forEach(trade::take);
    }
    List<Voucher> vouchers = trade.book().journal().booked().toList();
    long lines = vouchers.stream().mapToLong(BookFigures::lines).sum();
    Hash chain = trade.book().journal().chain();
    List<Double> perSecond = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      long begun = System.nanoTime();
      TreeMap<String, Long> sums = new TreeMap<>();
      Hash hash = Merkle.sha256(Bytes.ofUtf8("sarhad journal v1\n"));
      for (Voucher voucher : vouchers) {
        Hash digest = Merkle.sha256(Bytes.ofUtf8(voucher.text()));
        hash = Merkle.sha256(Bytes.concat(hash.toBytes(), digest.toBytes()));
        voucher
            .posted()
            .forEach(line -> sums.merge(line.ledger().toString(), line.amount(), Math::addExact));
      }
      boolean isRight = hash.equals(chain) && sums.values().stream().allMatch(sum -> sum == 0);
      if (!isRight) {
        throw new IllegalStateException("the journal is not what its chain says");
      }
      perSecond.add(lines / ((System.nanoTime() - begun) / NANOS_PER_SECOND));
    }
    report.add(
        "the journal read again: hashed, chained, summed",
        "%,d vouchers, %,d lines".formatted(vouchers.size(), lines),
        "lines/s",
        new Samples(perSecond.subList(1, perSecond.size())),
        Target.atLeast(POSTINGS / 30));
  }

  private static long lines(Voucher voucher) {
    return (long) voucher.held().size() + voucher.posted().size();
  }

  // ---- G8 -------------------------------------------------------------------------------------

  /// A closed period with so many entries, as a bank reads it.
  void statementForABank() {
    MadeUpTrade trade = new MadeUpTrade().withRoom();
    for (int i = 0; i < BANK_ENTRIES; i++) {
      trade.next().forEach(trade::take);
    }
    trade.close();
    List<Double> seconds = new ArrayList<>();
    long bytes = 0;
    for (int round = 0; round <= options.rounds(); round++) {
      long begun = System.nanoTime();
      String text = Camt053.of(trade.book(), 1, MadeUpTrade.PK, Instant.EPOCH).orElseThrow();
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      bytes = text.length();
    }
    report.add(
        "camt.053 written",
        "%,d entries, %,d characters".formatted(BANK_ENTRIES, bytes),
        "s",
        new Samples(seconds.subList(1, seconds.size())),
        Target.atMost(1));
  }
}
