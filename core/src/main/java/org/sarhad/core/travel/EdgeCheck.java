package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.geo.Sweep;

/// Whether the edges of an area cross in a region. Edges may touch: outlines are often cut along
/// one straight line.
final class EdgeCheck {
  private EdgeCheck() {}

  /// What is wrong with `edges` in `region`, if anything.
  static Optional<SurveyFlaw> of(Region region, List<List<Position>> edges) {
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
      return Sweep.find(pieces, Sweep.Piece::crosses).map(_ -> SurveyFlaw.SELF_CROSSING);
    } catch (Sweep.IntricateException _) {
      return Optional.of(SurveyFlaw.INTRICATE);
    }
  }
}
