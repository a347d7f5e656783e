package org.sarhad.core.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.posture.LinePieces;

/// Points of the operational line, equally spaced, each with the sector it counts for: those of the
/// agreed rules, or pieces of the line where none are agreed (protocol clause 15-2.3).
///
/// @param points in the order of the line; those outside every agreed sector left out
public record LinePoints(List<Point> points) {
  /// How far apart they are, in metres.
  public static final int SPACING_M = 2_000;

  /// Copies the list.
  public LinePoints {
    points = List.copyOf(points);
  }

  /// A point of the line, and the sector it counts for.
  ///
  /// @param metres how far along the line it is, from where the line begins
  public record Point(Position position, String sector, long metres) {}

  /// The points of `border`. O(length of the line · corners of the zone).
  public static LinePoints of(Border border, Zone zone) {
    List<Point> points = new ArrayList<>();
    long walked = 0;
    for (Polyline piece : border.course()) {
      for (Position position : piece.every(SPACING_M)) {
        long metres = walked;
        sector(zone, position, metres)
            .ifPresent(name -> points.add(new Point(position, name, metres)));
        walked += SPACING_M;
      }
    }
    return new LinePoints(points);
  }

  private static Optional<String> sector(Zone zone, Position position, long metres) {
    return zone.sectors().isEmpty()
        ? Optional.of(LinePieces.at(metres))
        : zone.find(position).map(Zone.Sector::name);
  }

  /// The numbers of the points of each sector, by its name; every agreed sector is there, with no
  /// point if the line does not touch it.
  public Map<String, List<Integer>> bySector(Zone zone) {
    Map<String, List<Integer>> sectors = new TreeMap<>();
    zone.sectors().forEach(sector -> sectors.put(sector.name(), new ArrayList<>()));
    for (int point = 0; point < points.size(); point++) {
      sectors.computeIfAbsent(points.get(point).sector(), _ -> new ArrayList<>()).add(point);
    }
    return sectors;
  }
}
