package org.sarhad.core.posture;

import java.math.BigInteger;

/// How good an answer is, and how much better any answer could be: so that nobody has to trust the
/// search that found it.
///
/// @param value what the answer is worth, or costs; 0 or more
/// @param bound what no answer exceeds, or none stays below; proven; 0 or more
public record Certificate(long value, long bound) {
  /// @throws IllegalArgumentException when a number is negative
  public Certificate {
    if (value < 0 || bound < 0) {
      throw new IllegalArgumentException("a value of %d, bound %d".formatted(value, bound));
    }
  }

  /// How far `value` may be from the best there is, in `parts` of the larger of both; rounded up,
  /// so that only 0 says that there is nothing better.
  ///
  /// @param parts 1 or more; 1000 for permille
  public long gap(long parts) {
    long larger = Math.max(value, bound);
    if (larger == 0) {
      return 0;
    }
    BigInteger whole = BigInteger.valueOf(larger);
    return BigInteger.valueOf(Math.abs(bound - value))
        .multiply(BigInteger.valueOf(parts))
        .add(whole.subtract(BigInteger.ONE))
        .divide(whole)
        .longValueExact();
  }

  /// Whether there is nothing better.
  public boolean isProvenBest() {
    return value == bound;
  }
}
