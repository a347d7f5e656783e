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
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

  /// `exact` units of account; empty when that is beyond the range of [Money].
  public static Optional<Rounded> of(Rational exact) {
    Rational minor = exact.times(Money.UNIT);
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
