package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How units get from one plan to another with the least driving (protocol clause 15-8.4): of all
/// ways to match old posts with new ones, one whose minutes have the least sum. Exact.
///
/// Where the new plan has fewer posts, some units are set free; where it has more, some posts wait
/// for one.
///
/// @param moves ascending by `from`; who stays is among them, with 0 minutes if its post does
/// @param freed old posts whose unit is not needed any more, ascending
/// @param waiting new posts that no unit goes to, ascending
/// @param minutes of all moves together
public record Relocation(
    List<Move> moves, List<Integer> freed, List<Integer> waiting, long minutes) {
  /// Longer than any way, so that whoever can be reached at all is: a week for each of 64 units.
  private static final long NO_WAY = 64L * 7 * 24 * 60;

  /// One unit's way.
  ///
  /// @param from its old post, by its number
  /// @param to its new one
  /// @param minutes it takes; [Reach#NEVER] where there is no way
  public record Move(int from, int to, int minutes) {
    /// Whether there is a way.
    public boolean isPossible() {
      return minutes != Reach.NEVER;
    }
  }

  /// Copies the lists.
  public Relocation {
    moves = List.copyOf(moves);
    freed = List.copyOf(freed);
    waiting = List.copyOf(waiting);
  }

  /// The least driving. O(posts³).
  ///
  /// @param reach from each old post to each new one
  public static Relocation of(Reach reach) {
    boolean isFewer = reach.sites() > reach.points();
    int rows = Math.min(reach.sites(), reach.points());
    int columns = Math.max(reach.sites(), reach.points());
    long[][] costs = new long[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        costs[row][column] =
            cost(isFewer ? reach.minutes(column, row) : reach.minutes(row, column));
      }
    }
    List<Integer> found = Assignment.cheapest(costs);
    List<Move> moves = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int from = isFewer ? found.get(row) : row;
      int to = isFewer ? row : found.get(row);
      moves.add(new Move(from, to, reach.minutes(from, to)));
    }
    moves.sort((one, other) -> Integer.compare(one.from(), other.from()));
    return new Relocation(
        moves,
        left(reach.sites(), moves.stream().map(Move::from).toList()),
        left(reach.points(), moves.stream().map(Move::to).toList()),
        moves.stream().filter(Move::isPossible).mapToLong(Move::minutes).sum());
  }

  private static long cost(int minutes) {
    return Math.min(minutes, NO_WAY);
  }

  private static List<Integer> left(int count, List<Integer> taken) {
    return IntStream.range(0, count).filter(post -> !taken.contains(post)).boxed().toList();
  }
}
