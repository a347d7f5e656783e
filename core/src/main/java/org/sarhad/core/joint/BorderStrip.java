package org.sarhad.core.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.LinePieces;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;

/// What posts are planned for (protocol clause 15-4.1): the points of the line, each on either
/// side's soil, and behind them more points in rows, as deep as help across the line can matter.
///
/// Behind the line points come in pairs, one on either soil, so that both sides' soil counts alike.
/// A pair is there only where each of it is certainly on its side's soil.
///
/// @param line the points of the line
/// @param pairs those behind it, row by row
public record BorderStrip(LinePoints line, List<Pair> pairs) {
  /// How far behind the line the rows lie, in metres: the middles of four strips of 5 km.
  public static final List<Integer> ROWS_M = List.of(2_500, 7_500, 12_500, 17_500);

  private static final int OWN = 0;
  private static final int OTHER = 1;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final double METRES_PER_MICRO =
      StrictMath.toRadians(Distance.EARTH_RADIUS_M) / Position.MICRO;

  /// A point behind the line, or at it.
  ///
  /// @param depthM how far it is to the nearest point of the line, in metres
  public record Behind(Position position, String sector, int depthM) {}

  /// Two points behind the same point of the line.
  ///
  /// @param foot the number of that point
  public record Pair(int foot, Behind own, Behind other) {}

  /// Copies the list.
  public BorderStrip {
    pairs = List.copyOf(pairs);
  }

  /// The strip along `border` as `own` sees it. O(points · pieces of the line).
  public static BorderStrip of(Border border, Zone zone, PartyId own) {
    LinePoints line = LinePoints.of(border, zone);
    List<Pair> pairs = new ArrayList<>();
    for (int rowM : ROWS_M) {
      for (int foot = 0; foot < line.points().size(); foot++) {
        pair(border, zone, own, line, foot, rowM).ifPresent(pairs::add);
      }
    }
    return new BorderStrip(line, pairs);
  }

  private static Optional<Pair> pair(
      Border border, Zone zone, PartyId own, LinePoints line, int foot, int rowM) {
    Optional<Side> left = side(border, zone, line, foot, rowM);
    Optional<Side> right = side(border, zone, line, foot, -rowM);
    if (left.isEmpty() || right.isEmpty() || left.get().of().equals(right.get().of())) {
      return Optional.empty();
    }
    return left.get().of().equals(own)
        ? Optional.of(new Pair(foot, left.get().point(), right.get().point()))
        : Optional.of(new Pair(foot, right.get().point(), left.get().point()))
            .filter(_ -> right.get().of().equals(own));
  }

  /// A point behind the line, and whose soil it is on.
  private record Side(PartyId of, Behind point) {}

  /// @param offM metres to the left of who walks along the line; to the right where negative
  private static Optional<Side> side(
      Border border, Zone zone, LinePoints line, int foot, int offM) {
    return off(line, foot, offM)
        .flatMap(
            at ->
                border
                    .soil()
                    .of(at)
                    .flatMap(
                        soil ->
                            sector(zone, at, line.points().get(foot).metres())
                                .map(name -> new Side(soil, behind(border, at, name, offM)))));
  }

  private static Behind behind(Border border, Position at, String sector, int offM) {
    long depthM = border.line().metresFrom(at).orElse(Math.abs(offM));
    return new Behind(at, sector, Math.toIntExact(depthM));
  }

  private static Optional<String> sector(Zone zone, Position at, long metres) {
    return zone.sectors().isEmpty()
        ? Optional.of(LinePieces.at(metres))
        : zone.find(at).map(Zone.Sector::name);
  }

  /// The position beside a point of the line, square to the way between its neighbours; empty where
  /// it has none, or the map ends.
  private static Optional<Position> off(LinePoints line, int foot, int offM) {
    Position at = line.points().get(foot).position();
    Position from = neighbour(line, foot, -1);
    Position to = neighbour(line, foot, 1);
    double east = METRES_PER_MICRO * StrictMath.cos(StrictMath.toRadians(at.latitudeDegrees()));
    double dx = ((double) to.longitudeMicro() - from.longitudeMicro()) * east;
    double dy = ((double) to.latitudeMicro() - from.latitudeMicro()) * METRES_PER_MICRO;
    double length = StrictMath.hypot(dx, dy);
    double latitude = at.latitudeMicro() + offM * dx / length / METRES_PER_MICRO;
    double longitude = at.longitudeMicro() - offM * dy / length / east;
    boolean isOnMap =
        length > 0
            && StrictMath.abs(latitude) <= 90.0 * Position.MICRO
            && StrictMath.abs(longitude) <= 180.0 * Position.MICRO;
    return isOnMap
        ? Optional.of(
            new Position(
                Math.toIntExact(StrictMath.round(latitude)),
                Math.toIntExact(StrictMath.round(longitude))))
        : Optional.empty();
  }

  /// The point before or behind `foot` if it is the next one there is of the line; else itself.
  private static Position neighbour(LinePoints line, int foot, int step) {
    LinePoints.Point at = line.points().get(foot);
    int next = foot + step;
    boolean isNext =
        next >= 0
            && next < line.points().size()
            && Math.abs(line.points().get(next).metres() - at.metres()) == LinePoints.SPACING_M;
    return isNext ? line.points().get(next).position() : at.position();
  }

  // ---- as a problem ---------------------------------------------------------------------------

  /// Whether there is nothing to plan for.
  public boolean isEmpty() {
    return line.points().isEmpty();
  }

  /// The points on own soil: those of the line in its order, then those behind it.
  public List<Behind> ownSoil() {
    return soil(OWN);
  }

  /// The points on the other side's soil, in the same order.
  public List<Behind> otherSoil() {
    return soil(OTHER);
  }

  private List<Behind> soil(int side) {
    return Stream.concat(
            line.points().stream().map(point -> new Behind(point.position(), point.sector(), 0)),
            pairs.stream().map(pair -> side == OWN ? pair.own() : pair.other()))
        .toList();
  }

  /// Where the points of [#ownSoil] are.
  List<Position> own() {
    return ownSoil().stream().map(Behind::position).toList();
  }

  /// The points of [#ownSoil], each counted alike.
  List<CoverageProblem.Demand> ownDemand() {
    return demand(OWN).toList();
  }

  /// The points on both soils: the own ones, then those of the other side in the same order.
  List<CoverageProblem.Demand> demand() {
    return Stream.concat(demand(OWN), demand(OTHER)).toList();
  }

  private Stream<CoverageProblem.Demand> demand(int side) {
    return soil(side).stream().map(point -> new CoverageProblem.Demand(side, 1, point.depthM()));
  }

  /// The sectors of the points on both soils, in the order of [#demand].
  List<String> sectors() {
    return Stream.of(ownSoil(), otherSoil()).flatMap(List::stream).map(Behind::sector).toList();
  }

  /// How long it takes to the points on both soils, in the order of [#demand]: on the other side's
  /// as long as to the line, and on along the straight line for a unit of `type`.
  ///
  /// @param home minutes to the points on own soil, in the order of [#own]
  List<Integer> minutes(List<Integer> home, UnitType type) {
    List<Integer> beyond =
        pairs.stream().map(pair -> sum(home.get(pair.foot()), beyond(pair, type))).toList();
    return Stream.of(home, home.subList(0, line.points().size()), beyond)
        .flatMap(List::stream)
        .toList();
  }

  private int beyond(Pair pair, UnitType type) {
    long seconds =
        StraightLineTravel.DEFAULT
            .estimate(line.points().get(pair.foot()).position(), pair.other().position(), type)
            .duration()
            .toSeconds();
    return Math.toIntExact(Math.ceilDiv(seconds, SECONDS_PER_MINUTE));
  }

  private static int sum(int minutes, int more) {
    return minutes == Reach.NEVER ? Reach.NEVER : Math.min(minutes, Reach.NEVER - more) + more;
  }

  /// From each site to the points on both soils.
  ///
  /// @param rows for each site, minutes to the points on own soil
  Reach reach(List<List<Integer>> rows, UnitType type) {
    int points = 2 * (line.points().size() + pairs.size());
    return Reach.of(points, rows.stream().map(home -> minutes(home, type)).toList());
  }

  /// From no site at all to the points on both soils: what one side knows of the other.
  Reach noReach() {
    return Reach.of(2 * (line.points().size() + pairs.size()), List.of());
  }
}
