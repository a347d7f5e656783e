package org.sarhad.core.market;

import java.util.List;

/// What a line is worth by how many of its lots are matched, the best lots first: it bends down
/// only.
///
/// @param pieces one after the other; none adds more than the one before
record Curve(List<Piece> pieces) {
  /// Copies its list.
  Curve {
    pieces = List.copyOf(pieces);
  }

  /// What some lots come to.
  ///
  /// @param value what they are worth
  /// @param most what they may come to be worth
  /// @param least what they come to be worth at least
  record Worth(long value, long most, long least) {
    static final Worth NOTHING = new Worth(0, 0, 0);

    /// Of `pair` so many lots more; or fewer, where it is less than 0.
    Worth plus(Pair pair, long times) {
      return plus(new Worth(pair.value(), pair.most(), pair.least()), times);
    }

    Worth plus(Worth each, long times) {
      return new Worth(
          Math.addExact(value, Math.multiplyExact(each.value, times)),
          Math.addExact(most, Math.multiplyExact(each.most, times)),
          Math.addExact(least, Math.multiplyExact(each.least, times)));
    }
  }

  /// Some lots one after the other, each of which adds the same.
  ///
  /// @param lots how many; more than 0
  /// @param each what each adds
  record Piece(long lots, Worth each) {}

  /// With how many lots, and a part of one, it is worth so much; all where it never is.
  double lotsWorth(double worth) {
    double lots = 0;
    double left = worth;
    for (Piece piece : pieces) {
      double value = (double) piece.each().value();
      double some = Math.min((double) piece.lots(), left / value);
      lots += some;
      left -= some * value;
    }
    return lots;
  }
}
