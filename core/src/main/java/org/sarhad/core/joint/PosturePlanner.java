package org.sarhad.core.joint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.ComplianceTable;
import org.sarhad.core.posture.Coverage;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.SectorCoverage;
import org.sarhad.core.posture.Stationing;
import org.sarhad.core.response.TravelTime;
import org.sarhad.core.response.UnitType;

/// Plans posts of one side along the operational line (protocol clause 15-4): points of the line
/// and behind it, counted alike, and journeys as the ranking of units estimates them.
///
/// @param border the line, as this node has it
/// @param zone the agreed sectors; pieces of the line where none are agreed
/// @param travel how long a journey takes
/// @param own whose posts they are
public record PosturePlanner(Border border, Zone zone, TravelTime travel, PartyId own) {
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

    /// Where the sites are.
    public List<Position> sites() {
      return candidates.stream().map(site -> site.position().orElseThrow()).toList();
    }
  }

  /// The plan; empty where no line is known, or none of it lies in a sector.
  ///
  /// @throws IllegalArgumentException when the wish is out of range
  public Optional<PostureFact.Planned> plan(Wish wish) {
    BorderStrip strip = strip();
    if (strip.isEmpty()) {
      return Optional.empty();
    }
    CoverageProblem problem = problem(wish, strip);
    CoveragePlan plan = Stationing.plan(problem, Effort.DEFAULT.fitting(problem));
    List<Integer> chosen =
        IntStream.range(0, wish.candidates().size())
            .filter(site -> plan.units().getFirst().get(site) > 0)
            .boxed()
            .toList();
    return Optional.of(
        new PostureFact.Planned(
            Optional.empty(),
            chosen.stream().map(wish.candidates()::get).toList(),
            wish.candidates().size(),
            wish.busyPermille(),
            coverage(problem, strip.line(), chosen),
            plan.certificate(),
            problem.whole()));
  }

  /// Which of its posts are held when so many units of a plan are free; empty as [#plan].
  ///
  /// @param wish whose sites are the posts of the plan
  public Optional<ComplianceTable> compliance(Wish wish) {
    BorderStrip strip = strip();
    return strip.isEmpty()
        ? Optional.empty()
        : Optional.of(ComplianceTable.of(problem(wish, strip), Effort.DEFAULT));
  }

  /// What is planned for.
  BorderStrip strip() {
    return BorderStrip.of(border, zone, own);
  }

  private CoverageProblem problem(Wish wish, BorderStrip strip) {
    return new CoverageProblem(
        strip.ownDemand(),
        List.of(new CoverageProblem.Side(reach(wish, strip.own(), 0), wish.posts(), 1)),
        wish.withinMin(),
        BusyFraction.permille(wish.busyPermille()),
        new Assistance.None());
  }

  /// From every site to every point.
  ///
  /// @param beyondMin how much later than asked for is of interest still
  Reach reach(Wish wish, List<Position> points, int beyondMin) {
    return Reach.of(points.size(), rows(wish, points, beyondMin));
  }

  /// The same, a row for each site.
  List<List<Integer>> rows(Wish wish, List<Position> points, int beyondMin) {
    return wish.sites().stream().map(site -> minutes(site, points, wish, beyondMin)).toList();
  }

  /// From one site. What is farther than the plan asks about is not looked for, but a slow type has
  /// to be given the time that it takes a patrol vehicle.
  List<Integer> minutes(Position site, List<Position> points, Wish wish, int beyondMin) {
    Duration horizon =
        Duration.ofMinutes(wish.withinMin() + beyondMin)
            .multipliedBy(wish.type().speedKmh())
            .dividedBy(UnitType.PATROL.speedKmh())
            .plusMinutes(1);
    TravelTime.Approach ways = travel.toward(site, own, horizon);
    return points.stream().map(point -> minutes(ways.from(point, wish.type()))).toList();
  }

  private static int minutes(Optional<TravelTime.Travel> journey) {
    return journey
        .map(known -> Math.ceilDiv(known.duration().toSeconds(), SECONDS_PER_MINUTE))
        .map(minutes -> (int) Math.min(Reach.NEVER, minutes))
        .orElse(Reach.NEVER);
  }

  // ---- what is reached ------------------------------------------------------------------------

  private Coverage coverage(CoverageProblem problem, LinePoints line, List<Integer> chosen) {
    return new Coverage(
        problem.withinMin(),
        line.bySector(zone).entrySet().stream()
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
