package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.data.PersistentMap;

/// What is due for owing (protocol clause 14-5.6): for each day, what stands beyond the free swing
/// at its end, at the agreed rate by a year of 365 days; the days exactly, and rounded once.
final class Interest {
  private static final long DAYS_OF_A_YEAR = 365;
  private static final long RATE_OF_ALL = 10_000;

  private Interest() {}

  /// The interest of the days from `from` to `until`; of the sign of what was owed. O(days).
  ///
  /// @param opening what B owed A before
  /// @param days how much more it was by each day
  static Rounded of(
      Money opening,
      PersistentMap<Long, Money> days,
      LocalDate from,
      LocalDate until,
      BarterSettings settings) {
    Money balance = opening;
    Rational owed = Rational.ZERO;
    for (long day = from.toEpochDay(); day <= until.toEpochDay(); day++) {
      balance = balance.plus(days.getOrElse(day, Money.ZERO));
      owed = owed.plus(Rational.of(beyond(balance, settings.freeSwing()).minor()));
    }
    return Rounded.of(
            owed.times(settings.interest())
                .times(Rational.of(1, RATE_OF_ALL * DAYS_OF_A_YEAR * Money.UNIT)))
        .orElseThrow(() -> new ArithmeticException("interest from " + from + " to " + until));
  }

  private static Money beyond(Money balance, Money free) {
    return balance.minor() < 0
        ? balance.negated().minus(free).atLeastZero().negated()
        : balance.minus(free).atLeastZero();
  }
}
