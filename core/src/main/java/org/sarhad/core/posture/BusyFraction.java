package org.sarhad.core.posture;

/// How much of its time a unit is busy and cannot come (q of Daskin's model): `busy / of`. Exact,
/// because a plan must come out equal wherever it is made.
///
/// @param busy 0 to `of` - 1
/// @param of 1 to 1000
public record BusyFraction(int busy, int of) {
  /// What is certain, in parts: a point that a free unit always reaches is worth this much of its
  /// weight.
  public static final long WHOLE = 1_000_000;

  private static final int OF_MAX = 1_000;

  /// Further units add less than one part of a million by then, and are reckoned as nothing.
  private static final int DEPTH_MAX = 1_000;

  /// @throws IllegalArgumentException when it is no such fraction
  public BusyFraction {
    if (of < 1 || of > OF_MAX || busy < 0 || busy >= of) {
      throw new IllegalArgumentException(
          "busy for %d of %d; expected 0 to less than 1, of at most %d"
              .formatted(busy, of, OF_MAX));
    }
  }

  /// A fraction of so many thousandths.
  public static BusyFraction permille(int permille) {
    return new BusyFraction(permille, OF_MAX);
  }

  /// What the first, the second, and each further unit in reach adds to the chance that one of them
  /// is free: (1 - q) q^(k-1), in parts of [#WHOLE]. Never rises, so that nothing is gained by
  /// leaving a nearer unit out of account.
  ///
  /// @param units how many at most
  long[] gains(int units) {
    long[] gains = new long[Math.min(units, DEPTH_MAX)];
    long allBusy = WHOLE * WHOLE;
    for (int k = 0; k < gains.length; k++) {
      long next = allBusy * busy / of;
      gains[k] = (allBusy - next) / WHOLE;
      allBusy = next;
    }
    return gains;
  }
}
