package org.sarhad.core.barter;

/// What two weighings of one delivery come to, in quantities (protocol clause 14-5.2). What is owed
/// for it is [Weighing]; whoever shows a difference before it is accepted shows this.
///
/// @param isTolerated whether they differ by no more than they may
/// @param valued the quantity that is owed for: by the basis of the contract where the difference
///   is tolerated, the smaller weight where it is not
/// @param disputed the slice that only one side has weighed; nothing where it is tolerated
/// @param delivered what has come: what was received, or the larger weight
public record Measured(
    boolean isTolerated, Rational valued, Rational disputed, Rational delivered) {
  private static final long RATE_OF_ALL = 10_000;

  /// So much times [#RATE_OF_ALL] is a machine word.
  private static final long SMALL = Long.MAX_VALUE / RATE_OF_ALL;

  /// What `sent` and `received`, in one unit, come to.
  ///
  /// @param tolerance by how much they may differ, in ten-thousandths of what was sent
  /// @param weighed which of them counts
  public static Measured of(
      long sent, long received, long tolerance, ContractTerms.Weighed weighed) {
    long most = Math.max(sent, received);
    long least = Math.min(sent, received);
    return isTolerated(most - least, sent, tolerance)
        ? new Measured(true, counted(sent, received, weighed), Rational.ZERO, Rational.of(received))
        : new Measured(false, Rational.of(least), Rational.of(most - least), Rational.of(most));
  }

  /// Exactly, and in machine words where they do.
  private static boolean isTolerated(long difference, long sent, long tolerance) {
    if (Math.max(difference, sent) < SMALL && tolerance <= RATE_OF_ALL) {
      return difference * RATE_OF_ALL <= sent * tolerance;
    }
    return Rational.of(difference)
            .compareTo(Rational.of(sent).times(Rational.of(tolerance, RATE_OF_ALL)))
        <= 0;
  }

  private static Rational counted(long sent, long received, ContractTerms.Weighed weighed) {
    return switch (weighed) {
      case LOADED -> Rational.of(sent);
      case OUTTURN -> Rational.of(received);
      case MEAN -> Rational.of(sent).plus(Rational.of(received)).times(Rational.of(1, 2));
    };
  }
}
