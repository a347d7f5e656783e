package org.sarhad.sim.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.VoucherRef;

/// The periods of the account a second time: what counted for which day, and what both signed about
/// it. Amounts are what B owes A, in ten-thousandths.
final class Periods {
  private static final long DAYS_OF_A_YEAR = 365;
  private static final long RATE_OF_ALL = 10_000;

  private final List<Counted> open = new ArrayList<>();
  private LocalDate from;
  private long balance;
  private int closed;
  private int years;

  /// Something that counted for a day.
  ///
  /// @param paper what it is known by
  /// @param on the day
  /// @param more what B owed A more by it
  private record Counted(VoucherRef paper, LocalDate on, long more) {}

  /// Of an account whose first day is `from`.
  Periods(LocalDate from) {
    this.from = from;
  }

  /// The first day that is not in a closed one.
  LocalDate from() {
    return from;
  }

  LocalDate until(BarterSettings settings) {
    return from.plusMonths(settings.periodMonths()).minusDays(1);
  }

  int next() {
    return closed + 1;
  }

  void count(VoucherRef paper, LocalDate on, long more) {
    open.add(new Counted(paper, on, more));
  }

  /// What counts for the period, in the order in which it was booked.
  List<VoucherRef> papers(BarterSettings settings) {
    return open.stream()
        .filter(one -> !one.on.isAfter(until(settings)))
        .map(Counted::paper)
        .toList();
  }

  long opening() {
    return balance;
  }

  long interest(BarterSettings settings) {
    long owed = balance;
    var sum = BigDecimal.ZERO;
    for (var day = from; !day.isAfter(until(settings)); day = day.plusDays(1)) {
      var today = day;
      owed += open.stream().filter(one -> one.on.equals(today)).mapToLong(Counted::more).sum();
      long beyond = Math.max(0, Math.abs(owed) - settings.freeSwing().minor());
      sum = sum.add(BigDecimal.valueOf(owed < 0 ? -beyond : beyond));
    }
    return Dealings.rounded(
        sum.multiply(BigDecimal.valueOf(settings.interest())),
        BigDecimal.valueOf(RATE_OF_ALL * DAYS_OF_A_YEAR));
  }

  long closing(BarterSettings settings) {
    long more =
        open.stream()
            .filter(one -> !one.on.isAfter(until(settings)))
            .mapToLong(Counted::more)
            .sum();
    return balance + more + interest(settings);
  }

  /// Whether `terms` have the figures of the period.
  boolean hasFigures(StatementTerms terms, BarterSettings settings) {
    return terms.opening().equals(Money.of(opening()))
        && terms.interest().equals(Money.of(interest(settings)))
        && terms.closing().equals(Money.of(closing(settings)))
        && terms.vouchers() == papers(settings).size();
  }

  void close(StatementTerms terms) {
    open.removeIf(one -> !one.on.isAfter(terms.until()));
    balance = terms.closing().minor();
    from = terms.until().plusDays(1);
    closed++;
  }

  boolean isYearOpen() {
    return closed > years;
  }

  void closeYear() {
    years = closed;
  }
}
