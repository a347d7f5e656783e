package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.geo.Sweep;

/// What is wrong with how a line runs, before any ground is looked at (protocol clause 19-10.2).
///
/// @param flaw what
/// @param where, if it is at a place
public record LineCheck(SurveyFlaw flaw, Optional<Position> where) {

  /// The first thing that is wrong with the line through `points`; empty when nothing is. O(points
  /// · log points) on a line that does not wind.
  ///
  /// @param region where it is to lie; empty where that is not known
  public static Optional<LineCheck> of(List<Position> points, Optional<Region> region) {
    List<Position> course = withoutStops(points);
    if (course.size() < 2) {
      return Optional.of(new LineCheck(SurveyFlaw.EMPTY, points.stream().findFirst()));
    }
    return region
        .flatMap(here -> SurveyFlaw.of(here.fit(course)))
        .map(flaw -> new LineCheck(flaw, Optional.of(course.getFirst())))
        .or(() -> crossing(course));
  }

  /// A point that is there twice in a row is one.
  private static List<Position> withoutStops(List<Position> points) {
    List<Position> course = new ArrayList<>();
    for (Position point : points) {
      if (course.isEmpty() || !course.getLast().equals(point)) {
        course.add(point);
      }
    }
    return course;
  }

  private static Optional<LineCheck> crossing(List<Position> course) {
    int last = course.size() - 2;
    boolean isClosed = course.getFirst().equals(course.getLast());
    List<Sweep.Piece> pieces = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      pieces.add(new Sweep.Piece(i, course.get(i), course.get(i + 1)));
    }
    try {
      return Sweep.find(pieces, (one, other) -> isWrong(one, other, isClosed ? last : -1))
          .map(piece -> new LineCheck(SurveyFlaw.SELF_CROSSING, Optional.of(piece.a())));
    } catch (Sweep.IntricateException _) {
      return Optional.of(new LineCheck(SurveyFlaw.INTRICATE, Optional.empty()));
    }
  }

  /// Pieces that follow each other have one point in common, and no more; others have none.
  ///
  /// @param last number of the piece that the first one follows; -1 on a line that is not closed
  private static boolean isWrong(Sweep.Piece one, Sweep.Piece other, int last) {
    Sweep.Piece first = one.number() < other.number() ? one : other;
    Sweep.Piece second = one.number() < other.number() ? other : one;
    if (second.number() == first.number() + 1) {
      return turnsBack(first, second);
    }
    boolean isRound = first.number() == 0 && second.number() == last;
    return isRound ? turnsBack(second, first) : first.meets(second);
  }

  private static boolean turnsBack(Sweep.Piece first, Sweep.Piece second) {
    return first.holds(second.b()) || second.holds(first.a());
  }
}
