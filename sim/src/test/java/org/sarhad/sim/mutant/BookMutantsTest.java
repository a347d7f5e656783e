package org.sarhad.sim.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.sim.ManyPapersTest;
import org.sarhad.sim.attack.BookAttacksTest;

/// What holds in the book (14-7.3), each broken on purpose in the production code of both nodes:
/// the checker, who keeps a book of its own, must notice, and name it.
@Tag("sim")
class BookMutantsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "14-7.3 I4 ~ Journal        ~ id.number() == last(id.side(), id.kind()) + 1 ~ id.number() > 0",
        "14-7.3 I5 ~ Booking        ~ return isExempt || isWithin(after, after.account().orElseThrow()) ~ return isExempt || after != null",
        "14-7.3 I5 ~ Reservation    ~ long outstanding = (isLive() ? most : despatched) - accepted; ~ long outstanding = (isLive() ? quantity : despatched) - accepted;",
        "14-7.3 I7 ~ Stating        ~ when(delivery.arrival().isPresent(), BarterRefusal.ALREADY_RECEIVED) ~ when(false, BarterRefusal.ALREADY_RECEIVED)",
        "14-7.3 I7 ~ Stating        ~ amount.orElseThrow().amount() > reservation.most() - reservation.despatched() ~ false",
        "14-7.3 I9 ~ AccountBooking ~ !terms.isRunDown() && ~ false &&",
        "14-7.3 I10 ~ TakingOver     ~ !weighing.owed().money().equals(terms.value()) ~ false",
        "14-7.3 I10 ~ ManyTakenOver  ~ .or(() -> over.objection(said)) ~ .or(Optional::empty)",
        "14-7.3 I10 ~ AccountBooking ~ !restated(restating).money().equals(restating.delta()) ~ false",
        "14-7.3 I10 ~ Interest       ~ DAYS_OF_A_YEAR = 365 ~ DAYS_OF_A_YEAR = 360",
        "14-7.3 I11 ~ Booking        ~ when(terms.on().isBefore(state.openFrom().orElseThrow()), BarterRefusal.PERIOD_CLOSED) ~ when(false, BarterRefusal.PERIOD_CLOSED)",
        "14-7.3 I12 ~ Booking        ~ grounds.clearance().objection(who, time()) ~ Optional.<BarterRefusal>empty()"
      })
  void isNoticed(String invariant, String name, String original, String text) throws IOException {
    isNoticed(invariant, name, original, text, ManyPapersTest.class, "aQuietMarket");
  }

  /// What is booked back a second time is a payment: of goods the production code has nothing left
  /// to book back, and stops.
  @Test
  void isNoticedWhereBothSignAtOnce() throws IOException {
    isNoticed(
        "14-7.3 I8",
        "AccountBooking",
        "known.get().reversedBy().isPresent()",
        "false",
        BookAttacksTest.class,
        "bookedBackTwice");
  }

  /// What is only held draws on no credit.
  @Test
  void isNoticedWhereBothHoldOnCredit() throws IOException {
    isNoticed(
        "14-7.3 I5",
        "Standing",
        "return held.compareTo(before.held) <= 0",
        "return credit.compareTo(Money.ZERO) >= 0",
        BookAttacksTest.class,
        "twoReservationsThatWouldDrawOnCredit");
  }

  private void isNoticed(
      String invariant, String name, String original, String text, Class<?> tests, String method)
      throws IOException {
    var mutant = Mutant.of("core", "org.sarhad.core.barter." + name, original, text, directory);

    assertThat(mutant.test(tests, method))
        .singleElement()
        .satisfies(found -> assertThat(found).hasMessageStartingWith(invariant + ":"));
  }
}
