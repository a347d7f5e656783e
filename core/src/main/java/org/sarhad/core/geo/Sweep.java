package org.sarhad.core.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Straight pieces held against each other: a line sweeps from south to north and meets each piece
/// with those beside it (Shamos and Hoey 1976, in its plain form). Exact, in whole micro-degrees.
public final class Sweep {
  /// Most pairs of pieces that are held against each other.
  private static final long PAIRS_MAX = 200_000_000;

  private Sweep() {}

  /// A straight piece of a line or an edge.
  ///
  /// @param number which one it is, in the order in which they follow each other
  public record Piece(int number, Position a, Position b) {
    private int south() {
      return Math.min(a.latitudeMicro(), b.latitudeMicro());
    }

    private int north() {
      return Math.max(a.latitudeMicro(), b.latitudeMicro());
    }

    /// Whether each has an end on either hand of the other: they cross, and do not only touch.
    public boolean crosses(Piece other) {
      return opposed(Segments.turn(a, b, other.a), Segments.turn(a, b, other.b))
          && opposed(Segments.turn(other.a, other.b, a), Segments.turn(other.a, other.b, b));
    }

    private static boolean opposed(long one, long other) {
      return Long.signum(one) * Long.signum(other) < 0;
    }

    /// Whether they have a point in common.
    public boolean meets(Piece other) {
      return Segments.meet(a, b, other.a, other.b);
    }

    /// Whether `point` lies on it.
    public boolean holds(Position point) {
      return Segments.turn(a, b, point) == 0 && Segments.isWithin(a, b, point);
    }
  }

  /// So many pieces lie beside each other that they cannot be looked at.
  public static final class IntricateException extends Exception {
    private static final long serialVersionUID = 1L;

    private IntricateException() {}
  }

  /// The southernmost piece of which `isWrong` with one that begins no further north; empty when
  /// there is none. O(pieces · pieces beside each other).
  ///
  /// @throws IntricateException when there are too many pairs
  public static Optional<Piece> find(List<Piece> pieces, BiPredicate<Piece, Piece> isWrong)
      throws IntricateException {
    List<Piece> inOrder = pieces.stream().sorted(Comparator.comparingInt(Piece::south)).toList();
    long pairs = 0;
    List<Piece> beside = new ArrayList<>();
    for (Piece piece : inOrder) {
      beside.removeIf(other -> other.north() < piece.south());
      pairs += beside.size();
      if (pairs > PAIRS_MAX) {
        throw new IntricateException();
      }
      if (beside.stream().anyMatch(other -> isWrong.test(other, piece))) {
        return Optional.of(piece);
      }
      beside.add(piece);
    }
    return Optional.empty();
  }
}
