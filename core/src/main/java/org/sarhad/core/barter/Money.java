package org.sarhad.core.barter;

import org.sarhad.core.json.Json;

/// An amount in the unit of account, in whole ten-thousandths of it (protocol clause 14-3.1).
///
/// As JSON the number of ten-thousandths. Its range is what has one spelling there, 2^53 - 1: some
/// 900 thousand million units of account either way. One account between two states needs no more,
/// and a 64-bit sum of a few of these cannot wrap unseen.
///
/// @param minor ten-thousandths, from -(2^53 - 1) to 2^53 - 1
public record Money(long minor) implements Comparable<Money> {
  /// Nothing.
  public static final Money ZERO = new Money(0);

  /// Decimals of an amount.
  public static final int SCALE = 4;

  /// Ten-thousandths in one unit of account.
  public static final long UNIT = 10_000;

  /// @throws ArithmeticException when it is beyond the range: a sum that cannot be kept exactly
  public Money {
    if (minor < -Json.INTEGER_MAX || minor > Json.INTEGER_MAX) {
      throw new ArithmeticException("amount " + minor + " is beyond what can be written");
    }
  }

  /// `minor` ten-thousandths; same as the constructor.
  public static Money of(long minor) {
    return new Money(minor);
  }

  /// Whole units of account.
  ///
  /// @throws ArithmeticException when beyond the range
  public static Money ofUnits(long units) {
    return new Money(Math.multiplyExact(units, UNIT));
  }

  /// The sum.
  ///
  /// @throws ArithmeticException when beyond the range
  public Money plus(Money other) {
    return new Money(minor + other.minor);
  }

  /// The difference.
  ///
  /// @throws ArithmeticException when beyond the range
  public Money minus(Money other) {
    return new Money(minor - other.minor);
  }

  /// The same the other way.
  public Money negated() {
    return new Money(-minor);
  }

  /// This, or nothing if it is less than that.
  public Money atLeastZero() {
    return minor < 0 ? ZERO : this;
  }

  /// Whether it is more than nothing.
  public boolean isPositive() {
    return minor > 0;
  }

  /// Whether it is nothing.
  public boolean isZero() {
    return minor == 0;
  }

  /// By amount.
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, other.minor);
  }

  /// With all four decimals and a point: `-1234.5600`.
  @Override
  public String toString() {
    long whole = Math.abs(minor) / UNIT;
    return (minor < 0 ? "-" : "")
        + whole
        + "."
        + String.valueOf(UNIT + Math.abs(minor) % UNIT).substring(1);
  }
}
