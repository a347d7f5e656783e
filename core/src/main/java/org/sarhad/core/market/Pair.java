package org.sarhad.core.market;

/// An offer and a need that can be matched: of one line, at a price that both can live with.
///
/// @param offer which offer of the problem
/// @param need which need of the problem
/// @param line which line of the protocol
/// @param value what one lot is worth, in ten-thousandths of the unit of account; more than 0
/// @param most what one lot may come to be worth, with the tolerance of the line
/// @param least what it comes to be worth at least
public record Pair(int offer, int need, int line, long value, long most, long least) {
  private static final int PERMILLE = 1_000;

  /// @param tolerance by how much a delivery may be more or less, in thousandths
  /// @throws ArithmeticException when it is worth more than can be reckoned with
  static Pair of(int offer, int need, int line, long value, int tolerance) {
    return new Pair(
        offer,
        need,
        line,
        value,
        Math.ceilDiv(Math.multiplyExact(value, PERMILLE + tolerance), PERMILLE),
        Math.floorDiv(Math.multiplyExact(value, PERMILLE - tolerance), PERMILLE));
  }
}
