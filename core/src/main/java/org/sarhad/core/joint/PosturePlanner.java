package org.sarhad.core.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.Coverage;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.LinePieces;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.SectorCoverage;
import org.sarhad.core.posture.Stationing;
import org.sarhad.core.response.TravelTime;
import org.sarhad.core.response.UnitType;

/// Plans posts of one side along the operational line (protocol clause 15-4): points of the line,
/// equally spaced and counted alike, and journeys as the ranking of units estimates them.
///
/// @param border the line, as this node has it
/// @param zone the agreed sectors; pieces of the line where none are agreed
/// @param travel how long a journey takes
public record PosturePlanner(Border border, Zone zone, TravelTime travel) {
  /// How far apart the points are for which a plan is made, in metres.
  public static final int SPACING_M = 2_000;

  private static final int SECONDS_PER_MINUTE = 60;

  /// What is asked for.
  ///
  /// @param candidates sites to choose from, each with a position
  /// @param posts how many to choose, 1 to the number of candidates
  /// @param withinMin minutes within which a unit is to be there
  /// @param busyPermille how much of its time a unit is busy
  /// @param type what stands there
  public record Wish(
      List<Place> candidates, int posts, int withinMin, int busyPermille, UnitType type) {
    /// Copies the list.
    public Wish {
      candidates = List.copyOf(candidates);
    }

    private List<Position> sites() {
      return candidates.stream().map(site -> site.position().orElseThrow()).toList();
    }
  }

  /// A point of the line, and the sector it counts for.
  private record Point(Position position, String sector) {}

  /// The plan; empty where no line is known, or none of it lies in a sector.
  ///
  /// @throws IllegalArgumentException when the wish is out of range
  public Optional<PostureFact.Planned> plan(Wish wish) {
    List<Point> points = points();
    if (points.isEmpty()) {
      return Optional.empty();
    }
    CoverageProblem problem = problem(wish, points);
    CoveragePlan plan = Stationing.plan(problem, Effort.DEFAULT.fitting(problem));
    List<Integer> chosen =
        IntStream.range(0, wish.candidates().size())
            .filter(site -> plan.units().getFirst().get(site) > 0)
            .boxed()
            .toList();
    return Optional.of(
        new PostureFact.Planned(
            chosen.stream().map(wish.candidates()::get).toList(),
            wish.candidates().size(),
            wish.busyPermille(),
            coverage(problem, points, chosen),
            plan.certificate(),
            problem.whole()));
  }

  private CoverageProblem problem(Wish wish, List<Point> points) {
    Reach reach =
        Reach.between(
            wish.sites(),
            points.stream().map(Point::position).toList(),
            (from, to) -> minutes(from, to, wish.type()));
    return new CoverageProblem(
        points.stream().map(_ -> new CoverageProblem.Demand(0, 1)).toList(),
        List.of(new CoverageProblem.Side(reach, wish.posts(), 1)),
        wish.withinMin(),
        BusyFraction.permille(wish.busyPermille()),
        new Assistance.None());
  }

  private int minutes(Position from, Position to, UnitType type) {
    long seconds = travel.estimate(from, to, type).duration().toSeconds();
    return (int) Math.min(Reach.NEVER, Math.ceilDiv(seconds, SECONDS_PER_MINUTE));
  }

  // ---- the line -------------------------------------------------------------------------------

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    long walked = 0;
    for (Polyline piece : border.course()) {
      for (Position position : piece.every(SPACING_M)) {
        sector(position, walked).ifPresent(name -> points.add(new Point(position, name)));
        walked += SPACING_M;
      }
    }
    return List.copyOf(points);
  }

  private Optional<String> sector(Position position, long metres) {
    return zone.sectors().isEmpty()
        ? Optional.of(LinePieces.at(metres))
        : zone.find(position).map(Zone.Sector::name);
  }

  // ---- what is reached ------------------------------------------------------------------------

  private Coverage coverage(CoverageProblem problem, List<Point> points, List<Integer> chosen) {
    Map<String, List<Integer>> sectors = new TreeMap<>();
    zone.sectors().forEach(sector -> sectors.put(sector.name(), new ArrayList<>()));
    for (int point = 0; point < points.size(); point++) {
      sectors.computeIfAbsent(points.get(point).sector(), _ -> new ArrayList<>()).add(point);
    }
    return new Coverage(
        problem.withinMin(),
        sectors.entrySet().stream()
            .map(sector -> coverage(problem, sector.getKey(), sector.getValue(), chosen))
            .toList());
  }

  private static SectorCoverage coverage(
      CoverageProblem problem, String sector, List<Integer> points, List<Integer> chosen) {
    long units =
        chosen.stream()
            .filter(site -> points.stream().anyMatch(point -> problem.isCovered(0, site, point)))
            .count();
    long reached =
        points.stream()
            .filter(point -> chosen.stream().anyMatch(site -> problem.isCovered(0, site, point)))
            .count();
    return new SectorCoverage(
        sector,
        Math.toIntExact(units),
        points.isEmpty() ? 0 : Math.toIntExact(reached * 1_000 / points.size()));
  }
}
