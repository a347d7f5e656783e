package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.geo.Sweep;

/// What is wrong with how the edges of an area run. Edges may touch: outlines are often cut along
/// one straight line.
///
/// @param flaw what
/// @param where, if it is at a place
public record EdgeCheck(SurveyFlaw flaw, Optional<Position> where) {

  /// What is wrong with `edges` in `region`, if anything. O(points · log points) on edges that do
  /// not wind.
  ///
  /// @param edges each without its first point at its end
  public static Optional<EdgeCheck> of(Region region, List<List<Position>> edges) {
    List<Sweep.Piece> pieces = new ArrayList<>();
    for (List<Position> edge : edges) {
      for (int i = 0; i < edge.size(); i++) {
        var piece = new Sweep.Piece(pieces.size(), edge.get(i), edge.get((i + 1) % edge.size()));
        if (region.touches(List.of(piece.a(), piece.b()))) {
          pieces.add(piece);
        }
      }
    }
    try {
      return Sweep.find(pieces, Sweep.Piece::crosses)
          .map(piece -> new EdgeCheck(SurveyFlaw.SELF_CROSSING, Optional.of(piece.a())));
    } catch (Sweep.IntricateException _) {
      return Optional.of(new EdgeCheck(SurveyFlaw.INTRICATE, Optional.empty()));
    }
  }
}
