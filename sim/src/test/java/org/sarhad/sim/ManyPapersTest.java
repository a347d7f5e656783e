package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.testing.Market;

/// Both nodes have one book, to the last line, after papers by chance, while the power and the line
/// go and what is sent is lost, doubled and reordered. `-Dsarhad.papers=100000` takes so many, in
/// books of a thousand; it prints how long that took.
@Tag("sim")
public class ManyPapersTest {
  private static final long OF_A_BOOK = 1_000;
  private static final long IN_THE_BUILD = 300;

  @Test
  void oneBookOnBothNodes() {
    long papers = Long.getLong("sarhad.papers", IN_THE_BUILD);
    long began = System.nanoTime();
    long booked = 0;
    long voided = 0;
    long refused = 0;
    long faults = 0;
    int books = 0;
    while (booked < papers) {
      var market = new Market(1 + books++, Market.BUSY);
      market.trades(Math.min(OF_A_BOOK, papers - booked));
      booked += market.book().booked();
      voided += market.book().voided();
      refused += market.book().refused();
      faults += market.faults();
      assertThat(market.book().booked()).as("book %d", books).isPositive();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d papers in %d books, %d void, %d refused, %d faults: 0 differences; %.1f s, %.0f a second%n",
        booked, books, voided, refused, faults, seconds, booked / seconds);
    assertThat(refused).isPositive();
  }

  /// The same without faults, and few: what the mutants are tried on.
  @Test
  void aQuietMarket() {
    new Market(1, FaultMix.CALM).trades(350);
  }
}
