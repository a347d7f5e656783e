package org.sarhad.core.barter;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// How fast the account moves by what was booked of late, and when a side would owe what it may if
/// it went on like that (protocol clause 14-8.4). For the eye; it binds nobody.
///
/// @param days how many days were looked at, today the last of them: 28, or as many as there are
/// @param moved how much more B owes A than before them
/// @param reach which side comes to its limit by that; empty where it stands still
public record Pace(long days, Money moved, Optional<Reach> reach) {
  /// How many days are looked at.
  public static final int DAYS = 28;

  /// A side comes to owe what it may.
  ///
  /// @param side which
  /// @param days in how many whole days from now; 0 where it owes that already
  public record Reach(PartyId side, long days) {}

  /// The pace on `today`; empty without an account, or before its first day. O(vouchers).
  public static Optional<Pace> of(BookState state, LocalDate today) {
    return state
        .account()
        .filter(account -> !today.isBefore(account.from().day()))
        .map(account -> of(state, account, today));
  }

  private static Pace of(BookState state, Account account, LocalDate today) {
    long days = Math.min(DAYS, ChronoUnit.DAYS.between(account.from().day(), today) + 1);
    LocalDate before = today.minusDays(days);
    Money moved =
        state
            .journal()
            .booked()
            .filter(voucher -> voucher.on().filter(on -> on.isAfter(before)).isPresent())
            .map(Voucher::moved)
            .reduce(Money.ZERO, Money::plus);
    return new Pace(days, moved, reach(state, account, days, moved));
  }

  private static Optional<Reach> reach(BookState state, Account account, long days, Money moved) {
    if (moved.isZero()) {
      return Optional.empty();
    }
    PartyId side = moved.isPositive() ? account.b() : account.a();
    Money left = account.limit(side).plus(state.credit(side)).minus(state.owed(side)).atLeastZero();
    BigInteger whole =
        BigInteger.valueOf(left.minor())
            .multiply(BigInteger.valueOf(days))
            .divide(BigInteger.valueOf(moved.minor()).abs());
    return whole.bitLength() < Long.SIZE
        ? Optional.of(new Reach(side, whole.longValueExact()))
        : Optional.empty();
  }
}
