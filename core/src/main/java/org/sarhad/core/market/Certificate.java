package org.sarhad.core.market;

import java.math.BigInteger;
import java.util.List;
import org.sarhad.core.barter.Money;

/// A match with the proof of how good it is (protocol clause 17-4): whole lots, what they are
/// worth, and prices which prove that no match is worth more than the bound. Whoever gets it needs
/// no solver to check it, and none to trust.
///
/// @param placed what is matched, ascending
/// @param prices what proves the bound
/// @param value what is matched is worth
/// @param bound what no match is worth more than
public record Certificate(List<Placed> placed, Prices prices, Money value, Money bound) {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /// Copies its list.
  public Certificate {
    placed = List.copyOf(placed);
  }

  /// How much more than its value the best match may be worth at most, in millionths of the bound,
  /// rounded up; 0 when there is nothing to match.
  public long gap() {
    if (bound.isZero()) {
      return 0;
    }
    BigInteger whole = BigInteger.valueOf(bound.minor());
    return BigInteger.valueOf(bound.minus(value).minor())
        .multiply(MILLION)
        .add(whole.subtract(BigInteger.ONE))
        .divide(whole)
        .longValueExact();
  }
}
