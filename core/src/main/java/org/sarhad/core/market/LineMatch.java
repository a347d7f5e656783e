package org.sarhad.core.market;

import java.util.List;

/// Matches the bids of one line, for itself: the lots that add most first.
sealed interface LineMatch permits LineFlow, DearestFirst {
  /// Goes on until there are so many lots, or none adds anything; what was added, in its order,
  /// each lot no more than the one before.
  ///
  /// @throws ArithmeticException when something is worth more than can be reckoned with
  List<Curve.Piece> run(long lotsMost);

  /// How many lots go along the pair with this index among those of the line.
  long placed(int index);
}
