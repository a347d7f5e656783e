package org.sarhad.sim.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Soil;

/// The operational line of the simulated world, as both nodes have it in their files: it runs north
/// along one meridian. It claims nothing about a boundary.
///
/// @param west whose soil is west of it
/// @param east whose soil is east of it
public record SimBorder(PartyId west, PartyId east) implements Soil, Line {
  /// Where it runs, in micro-degrees east.
  public static final int MERIDIAN = 61_420_000;

  /// How far off it may be, in metres: whoever is nearer is at the line.
  public static final int UNCERTAINTY_M = 500;

  private static final Polyline LINE =
      new Polyline(
          List.of(
              new Position(28 * Position.MICRO, MERIDIAN),
              new Position(31 * Position.MICRO, MERIDIAN)));

  /// As a node is given it.
  public Border border() {
    return new Border(this, this, List.of(LINE), Optional.empty());
  }

  @Override
  public Optional<PartyId> of(Position position) {
    var offset = LINE.offset(position);
    if (offset.metres() <= UNCERTAINTY_M) {
      return Optional.empty();
    }
    return Optional.of(offset.isLeft() ? west : east);
  }

  @Override
  public boolean isAtLine(Position position) {
    return LINE.offset(position).metres() <= UNCERTAINTY_M;
  }

  @Override
  public OptionalLong metresFrom(Position position) {
    return OptionalLong.of(LINE.offset(position).metres());
  }
}
