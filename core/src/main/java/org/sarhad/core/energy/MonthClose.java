package org.sarhad.core.energy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;

/// What a calendar month of a line comes to (protocol clause 18-5.4). In watt hours. What follows
/// from it in money is agreed by an act of the account, as anything else.
///
/// @param line of which line
/// @param month which month
/// @param open the days of it that are not closed, ascending; as long as there is one, the rest is
///   what it comes to up to now
/// @param accepted what counts
/// @param disputed what only one meter has seen
/// @param deviations by how much more flowed than both had scheduled, by band, of the days on which
///   they had
/// @param shortfall what is to be paid for though it was not taken; nothing as long as a day is
///   open
/// @param returned what is due in kind for what counts, in the unit that was agreed; empty where
///   nothing was
public record MonthClose(
    EntryId line,
    YearMonth month,
    List<LocalDate> open,
    long accepted,
    long disputed,
    SortedMap<String, Long> deviations,
    long shortfall,
    Optional<Rational> returned) {
  /// Copies its collections.
  public MonthClose {
    open = List.copyOf(open);
    deviations = Ordered.map(deviations);
  }

  /// What `month` of `line` comes to. O(its days).
  ///
  /// @param book as it stands
  /// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
  /// @throws ArithmeticException when a sum is beyond 2^63
  public static MonthClose of(
      EnergyState state, Line line, YearMonth month, BookState book, long tolerance) {
    Sums sums = new Sums();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LineDay of = new LineDay(line.id(), month.atDay(day));
      sums.add(state.close(of, book, tolerance).orElseThrow());
    }
    long missing = Math.max(0, line.terms().minimum() - sums.accepted);
    return new MonthClose(
        line.id(),
        month,
        sums.open,
        sums.accepted,
        sums.disputed,
        sums.deviations,
        sums.open.isEmpty() ? missing : 0,
        line.terms().returned().flatMap(kind -> kind.dueFor(wattHours(sums.accepted))));
  }

  /// What the shortfall is worth at the price of the contract; empty when that is beyond the range
  /// of an amount.
  public Optional<Rounded> worth(Contract contract) {
    return wattHours(shortfall).value(contract.price(), contract.terms().price().per());
  }

  private static Quantity wattHours(long wh) {
    return new Quantity(wh, UnitCode.WHR);
  }

  /// Adds up days.
  private static final class Sums {
    private final List<LocalDate> open = new ArrayList<>();
    private final TreeMap<String, Long> deviations = new TreeMap<>();
    private long accepted;
    private long disputed;

    void add(DayClose day) {
      switch (day) {
        case DayClose.Open(LineDay of, var _) -> open.add(of.day());
        case DayClose.Closed closed -> {
          accepted = Math.addExact(accepted, closed.accepted());
          disputed = Math.addExact(disputed, closed.disputed());
          closed
              .deviations()
              .ifPresent(all -> all.forEach((band, wh) -> deviations.merge(band, wh, Long::sum)));
        }
      }
    }
  }
}
