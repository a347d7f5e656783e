package org.sarhad.core.travel;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// What another line would make of the ground that is held, which was cut along the one before
/// (protocol clause 19-10.3).
///
/// @param sidesChanged how many cells it would count to another side, or to none
/// @param gatesOff names of the gates that would not be at it
public record LineTrial(int sidesChanged, List<String> gatesOff) {
  /// Copies the list.
  public LineTrial {
    gatesOff = List.copyOf(gatesOff);
  }

  /// Cuts `ground` along another line. What lay near the ends of the old one stays impassable.
  /// O(cells, and cells along the line).
  ///
  /// @param left the side to the left of who walks along it
  /// @param right the side to the right
  /// @param line how it runs
  /// @throws UnfitSurveyException when it does not keep the sides apart there
  public static LineTrial of(CostGrid ground, PartyId left, PartyId right, List<Position> line)
      throws UnfitSurveyException {
    Survey survey = new Survey(ground.frame(), left, right, line, List.of(), List.of(), List.of());
    CostGrid after = GridMaker.recut(ground, survey);
    return new LineTrial(
        new GridChange(ground, after).sidesChanged(),
        ground.gates().stream()
            .filter(gate -> !isAtLine(ground.frame().centre(gate.left()), after))
            .map(Gate::name)
            .toList());
  }

  private static boolean isAtLine(Position gate, CostGrid grid) {
    return grid.anchor(gate, Optional.of(grid.left())).isPresent()
        && grid.anchor(gate, Optional.of(grid.right())).isPresent();
  }
}
