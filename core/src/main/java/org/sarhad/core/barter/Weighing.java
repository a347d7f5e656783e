package org.sarhad.core.barter;

/// What follows from what was weighed on both sides (protocol clause 14-5.2).
///
/// @param valued the quantity that is owed for
/// @param owed what is owed for it
/// @param disputed what the slice is worth that only one side has weighed
/// @param delivered what has come, by what it is worth
record Weighing(Rational valued, Rounded owed, Money disputed, Money delivered) {
  private static final long RATE_OF_ALL = 10_000;

  /// What follows where so much was sent and received under `contract`.
  ///
  /// @param tolerance by how much they may differ, in ten-thousandths of what was sent
  /// @throws ArithmeticException when a value is beyond the range of [Money]
  static Weighing of(Contract contract, long sent, long received, long tolerance) {
    Rational most = Rational.of(Math.max(sent, received));
    Rational least = Rational.of(Math.min(sent, received));
    Rational tolerated = Rational.of(sent).times(Rational.of(tolerance, RATE_OF_ALL));
    return most.minus(least).compareTo(tolerated) <= 0
        ? tolerated(contract, Rational.of(sent), Rational.of(received))
        : disputed(contract, least, most);
  }

  private static Weighing tolerated(Contract contract, Rational sent, Rational received) {
    Rational valued =
        switch (contract.terms().weighed()) {
          case LOADED -> sent;
          case OUTTURN -> received;
          case MEAN -> sent.plus(received).times(Rational.of(1, 2));
        };
    return new Weighing(
        valued, worth(contract, valued), Money.ZERO, worth(contract, received).money());
  }

  private static Weighing disputed(Contract contract, Rational least, Rational most) {
    Rounded owed = worth(contract, least);
    Money delivered = worth(contract, most).money();
    return new Weighing(least, owed, delivered.minus(owed.money()), delivered);
  }

  private static Rounded worth(Contract contract, Rational amount) {
    return contract.worth(amount, contract.price());
  }
}
