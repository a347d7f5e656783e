package org.sarhad.core.barter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// An exact fraction: what a price, a factor between units and a value are until they are rounded,
/// once, to [Money] (protocol clause 14-3.2).
///
/// @param numerator of the sign of the whole
/// @param denominator more than 0; in lowest terms
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  /// Nothing.
  public static final Rational ZERO = of(0);

  /// One.
  public static final Rational ONE = of(1);

  /// Most bits of either part of a number that a formula may come to: [#isBounded()].
  static final int BITS_MAX = 2_048;

  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{0,8}[1-9])?");

  /// Brings it to lowest terms.
  ///
  /// @throws IllegalArgumentException when the denominator is not more than 0
  public Rational {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "fraction %s/%s; expected a denominator above 0".formatted(numerator, denominator));
    }
    BigInteger common = common(numerator, denominator);
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /// The greatest common divisor; most fractions here are small, and a machine word is enough.
  private static BigInteger common(BigInteger numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return BigInteger.ONE;
    }
    if (numerator.bitLength() >= Long.SIZE || denominator.bitLength() >= Long.SIZE) {
      return numerator.gcd(denominator);
    }
    long one = denominator.longValue();
    long other = numerator.longValue() % one;
    while (other != 0) {
      long rest = one % other;
      one = other;
      other = rest;
    }
    return BigInteger.valueOf(Math.abs(one));
  }

  /// A whole number.
  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /// `numerator` / `denominator`.
  ///
  /// @throws IllegalArgumentException when the denominator is not more than 0
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /// The decimal `text` in its one spelling: `3.2`, `-0.075`; up to twelve digits before the point
  /// and nine behind it, none of them idle.
  ///
  /// @throws IllegalArgumentException when it is spelled otherwise
  public static Rational ofDecimal(String text) {
    if (!DECIMAL.matcher(text).matches() || text.equals("-0")) {
      throw new IllegalArgumentException(
          "number \"%s\"; expected a decimal such as 3.2, of at most 12 digits and 9 decimals"
              .formatted(text));
    }
    BigDecimal decimal = new BigDecimal(text);
    return new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /// The decimal that it is. Inverse of [#ofDecimal] for what that reads.
  ///
  /// @throws ArithmeticException when no decimal ends: a third
  public String toDecimal() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// The sum.
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /// The difference.
  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  /// The product.
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// The product with a whole number.
  public Rational times(long whole) {
    return times(of(whole));
  }

  /// The quotient; empty when `other` is zero.
  public Optional<Rational> dividedBy(Rational other) {
    BigInteger sign = BigInteger.valueOf(other.signum());
    return sign.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Rational(
                numerator.multiply(other.denominator).multiply(sign),
                denominator.multiply(other.numerator).multiply(sign)));
  }

  /// -1, 0 or 1.
  public int signum() {
    return numerator.signum();
  }

  /// Whether it is a whole number.
  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /// Whether it is small enough to be reckoned with: a signed text cannot make a node compute for
  /// ever.
  boolean isBounded() {
    return numerator.bitLength() <= BITS_MAX && denominator.bitLength() <= BITS_MAX;
  }

  /// By value.
  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /// `22/7`, or `3`.
  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
