package org.sarhad.core.barter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.sarhad.core.json.Json;

/// An exact value brought to [Money]: the one place where anything is rounded, half to even, so
/// that two nodes cannot come to two balances (protocol clause 14-3.2). What was left is kept in
/// sight.
///
/// @param money the amount
/// @param residue what the exact value is more than that, in thousand-millionths of a
///   ten-thousandth, towards zero; from -500 000 000 to 500 000 000
public record Rounded(Money money, long residue) {
  private static final int SMALL_BITS = 32;
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

  /// `exact` units of account; empty when that is beyond the range of [Money].
  public static Optional<Rounded> of(Rational exact) {
    Rational minor = exact.times(Money.UNIT);
    return isSmall(minor) ? ofSmall(minor) : ofAny(minor);
  }

  /// `part` of the `of` parts of `whole`, rounded: the same figure as of the exact share. In
  /// machine words, where they do.
  ///
  /// @param part from 0 to `of`
  static Money share(Money whole, long part, long of) {
    if (!isShareSmall(whole.minor(), part, of)) {
      return of(Rational.of(whole.minor(), Money.UNIT).times(Rational.of(part, of)))
          .orElseThrow()
          .money();
    }
    long each = whole.minor() / of;
    long rest = whole.minor() % of;
    long nearest = each * part + rest * part / of;
    long left = rest * part % of;
    boolean isUp = left > of - left || (left == of - left && (nearest & 1) == 1);
    return Money.of(isUp ? nearest + 1 : nearest);
  }

  private static boolean isShareSmall(long whole, long part, long of) {
    if (whole < 0 || of <= 0 || part < 0 || part > of) {
      return false;
    }
    long rest = whole % of;
    return Math.multiplyHigh(rest, part) == 0 && rest * part >= 0;
  }

  /// Whether twice of either part, and what is left of it in [#BILLION]ths, fits a machine word.
  private static boolean isSmall(Rational minor) {
    return minor.numerator().bitLength() < Long.SIZE - 1
        && minor.denominator().bitLength() <= SMALL_BITS;
  }

  /// The same figures as [#ofAny], in machine words.
  private static Optional<Rounded> ofSmall(Rational minor) {
    long over = minor.numerator().longValue();
    long under = minor.denominator().longValue();
    long nearest = over / under;
    long twice = 2 * Math.abs(over % under);
    boolean isUp = twice > under || (twice == under && (nearest & 1) == 1);
    nearest += isUp ? Long.signum(over) : 0;
    return Math.abs(nearest) > Json.INTEGER_MAX
        ? Optional.empty()
        : Optional.of(
            new Rounded(Money.of(nearest), (over - nearest * under) * BILLION.longValue() / under));
  }

  private static Optional<Rounded> ofAny(Rational minor) {
    BigInteger nearest =
        new BigDecimal(minor.numerator())
            .divide(new BigDecimal(minor.denominator()), 0, RoundingMode.HALF_EVEN)
            .toBigIntegerExact();
    if (nearest.abs().compareTo(BigInteger.valueOf(Json.INTEGER_MAX)) > 0) {
      return Optional.empty();
    }
    Rational left = minor.minus(new Rational(nearest, BigInteger.ONE));
    return Optional.of(new Rounded(Money.of(nearest.longValueExact()), residue(left)));
  }

  private static long residue(Rational left) {
    return new BigDecimal(left.numerator())
        .multiply(BILLION)
        .divide(new BigDecimal(left.denominator()), 0, RoundingMode.DOWN)
        .longValueExact();
  }
}
