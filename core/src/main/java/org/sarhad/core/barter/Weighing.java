package org.sarhad.core.barter;

/// What follows in money from what was weighed on both sides (protocol clause 14-5.2).
///
/// @param valued the quantity that is owed for
/// @param owed what is owed for it
/// @param disputed what the slice is worth that only one side has weighed
/// @param delivered what has come, by what it is worth
record Weighing(Rational valued, Rounded owed, Money disputed, Money delivered) {

  /// What follows where so much was sent and received under `contract`.
  ///
  /// @param tolerance by how much they may differ, in ten-thousandths of what was sent
  /// @throws ArithmeticException when a value is beyond the range of [Money]
  static Weighing of(Contract contract, long sent, long received, long tolerance) {
    Measured measured = Measured.of(sent, received, tolerance, contract.terms().weighed());
    Rounded owed = worth(contract, measured.valued());
    Money delivered =
        measured.delivered().equals(measured.valued())
            ? owed.money()
            : worth(contract, measured.delivered()).money();
    Money disputed = measured.isTolerated() ? Money.ZERO : delivered.minus(owed.money());
    return new Weighing(measured.valued(), owed, disputed, delivered);
  }

  private static Rounded worth(Contract contract, Rational amount) {
    return contract.worth(amount, contract.price());
  }
}
