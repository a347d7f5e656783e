package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.testing.Market;

/// Both nodes have one book, to the last line, after papers by chance, while the power and the line
/// go and what is sent is lost, doubled and reordered. `-Dsarhad.papers=100000` takes so many, in
/// books of a thousand, as many at a time as there are processors; it says how far it is, and how
/// long that took.
@Tag("sim")
public class ManyPapersTest {
  private static final int OF_A_BOOK = 1_000;
  private static final int IN_THE_BUILD = 300;

  @Test
  void oneBookOnBothNodes() {
    int papers = Integer.getInteger("sarhad.papers", IN_THE_BUILD);
    long began = System.nanoTime();
    var all =
        IntStream.range(0, Math.ceilDiv(papers, OF_A_BOOK))
            .parallel()
            .mapToObj(book -> Traded.in(1 + book, Math.min(OF_A_BOOK, papers - book * OF_A_BOOK)))
            .reduce(Traded.NOTHING, Traded::and);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s: 0 differences; %.1f s, %.0f papers a second%n", all, seconds, all.booked() / seconds);
    assertThat(all.booked()).isGreaterThanOrEqualTo(papers);
    assertThat(all.refused()).isPositive();
  }

  /// What was done in some books.
  private record Traded(int books, long booked, long voided, long refused, long faults) {
    private static final Traded NOTHING = new Traded(0, 0, 0, 0, 0);

    static Traded in(int seed, int papers) {
      var market = new Market(seed, Market.BUSY);
      market.trades(papers);
      var book = market.book();
      var traded = new Traded(1, book.booked(), book.voided(), book.refused(), market.faults());
      System.out.printf("book %d: %s%n", seed, traded);
      return traded;
    }

    Traded and(Traded other) {
      return new Traded(
          books + other.books,
          booked + other.booked,
          voided + other.voided,
          refused + other.refused,
          faults + other.faults);
    }

    @Override
    public String toString() {
      return "%d papers in %d books, %d void, %d refused, %d faults"
          .formatted(booked, books, voided, refused, faults);
    }
  }

  /// The same without faults, and few: what the mutants are tried on.
  @Test
  void aQuietMarket() {
    new Market(1, FaultMix.CALM).trades(350);
  }
}
