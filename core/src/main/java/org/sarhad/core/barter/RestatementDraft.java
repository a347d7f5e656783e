package org.sarhad.core.barter;

import java.time.LocalDate;

/// What a new worth of the unit of account makes of a balance (protocol clause 14-5.10).
///
/// @param factor so many times; more than nothing
/// @param delta what B owes A more by that; less than nothing where it is less
public record RestatementDraft(Rational factor, Rounded delta) {
  /// Of the balance of `book`, rounded once.
  ///
  /// @throws ArithmeticException when that is beyond what can be kept
  public static RestatementDraft of(BookState book, Rational factor) {
    Rational net = Rational.of(book.journal().net().minor(), Money.UNIT);
    return new RestatementDraft(
        factor,
        Rounded.of(net.times(factor.minus(Rational.ONE)))
            .orElseThrow(() -> new ArithmeticException("restated by " + factor)));
  }

  /// The terms, as they are signed.
  ///
  /// @param number in the proposer's series
  /// @throws IllegalArgumentException when the factor is not more than nothing
  public RestatementTerms terms(int number, LocalDate on) {
    return new RestatementTerms(number, on, factor, delta.money());
  }
}
