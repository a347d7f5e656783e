package org.sarhad.core.joint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Covering;
import org.sarhad.core.posture.CrossingWorth;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.Relocation;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.core.simulation.Call;
import org.sarhad.core.simulation.Help;
import org.sarhad.core.simulation.Outcome;
import org.sarhad.core.simulation.Season;
import org.sarhad.core.simulation.Trial;
import org.sarhad.core.travel.Arrivals;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Passage;

/// Tries the posts of one side out, as its own node can: on calls of its own soil, drawn or
/// recorded, and with nobody's help, since where the other side stands no node knows (protocol
/// clause 15-10). Calls come at the points that posts are planned for ([BorderStrip]).
///
/// @param planner of the own side
/// @param crossing what is agreed for units that cross
public record PostureTrial(PosturePlanner planner, Assistance.Crossing crossing) {
  /// How much later than asked for somebody may come and still be reckoned to have come.
  private static final int BEYOND_MIN = 4 * 60;

  /// A dozen plans for one answer: each with little effort.
  private static final Effort SIZING = new Effort(1, 30, 200);

  private static final int DAY_MIN = 24 * 60;
  private static final int DAY_SECONDS = DAY_MIN * 60;
  private static final long MS_PER_MINUTE = 60_000;

  /// An incident, as far as it matters here.
  public record Happened(Instant at, Position where) {}

  /// What would come of a season that is drawn; empty where no line is known, or none of it lies in
  /// a sector. O(journeys + seconds).
  ///
  /// @param wish whose sites are the posts, a unit at each
  /// @param serviceMin how long a unit stays
  public Optional<Outcome> drawn(PosturePlanner.Wish wish, Season season, int serviceMin) {
    return trial(wish, planner.strip(), serviceMin)
        .map(trial -> trial.of(season.calls(trial.problem().demand()), season.seconds()));
  }

  /// The same of what happened, each at the point that is nearest to it. O(journeys + incidents ·
  /// points).
  ///
  /// @param incidents in any order
  public Optional<Outcome> recorded(
      PosturePlanner.Wish wish, List<Happened> incidents, int serviceMin) {
    BorderStrip strip = planner.strip();
    List<Position> points = strip.own();
    List<Happened> sorted =
        incidents.stream().sorted((one, other) -> one.at().compareTo(other.at())).toList();
    List<Call> calls =
        sorted.stream()
            .map(
                one ->
                    new Call(
                        Duration.between(sorted.getFirst().at(), one.at()).toSeconds(),
                        nearest(points, one.where())))
            .toList();
    long seconds = calls.isEmpty() ? DAY_SECONDS : calls.getLast().second() + DAY_SECONDS;
    return trial(wish, strip, serviceMin).map(trial -> trial.of(calls, seconds));
  }

  private static int nearest(List<Position> points, Position where) {
    int nearest = 0;
    for (int point = 1; point < points.size(); point++) {
      boolean isNearer =
          where.distanceTo(points.get(point)).metres()
              < where.distanceTo(points.get(nearest)).metres();
      nearest = isNearer ? point : nearest;
    }
    return nearest;
  }

  private Optional<Trial> trial(PosturePlanner.Wish wish, BorderStrip strip, int serviceMin) {
    if (strip.isEmpty()) {
      return Optional.empty();
    }
    int posts = wish.candidates().size();
    CoverageProblem problem =
        new CoverageProblem(
            strip.ownDemand(),
            List.of(
                new CoverageProblem.Side(planner.reach(wish, strip.own(), BEYOND_MIN), posts, 1)),
            wish.withinMin(),
            BusyFraction.permille(wish.busyPermille()),
            crossing);
    return Optional.of(
        new Trial(
            problem,
            List.of(wish.candidates().stream().map(_ -> 1).toList()),
            new Help.None(),
            serviceMin,
            strip.ownSoil().stream().map(BorderStrip.Behind::sector).toList()));
  }

  // ---- how many posts ---------------------------------------------------------------------------

  /// The fewest of the sites from which so much of the own soil is reached in time; empty where no
  /// line is known, or not even all of them are enough. O(log(sites) · a plan).
  ///
  /// @param wish the sites; how many posts are asked for is not read
  /// @param sharePermille how much of the points, 1 to 1000
  public Optional<SitePlan> fewest(PosturePlanner.Wish wish, int sharePermille) {
    List<Position> points = planner.strip().own();
    return points.isEmpty() || wish.candidates().isEmpty()
        ? Optional.empty()
        : Covering.fewest(planner.reach(wish, points, 0), wish.withinMin(), sharePermille, SIZING);
  }

  // ---- from one plan to another ---------------------------------------------------------------

  /// The least driving from the posts of one plan to those of another.
  ///
  /// @param from whose sites are the old posts, a unit at each
  public Relocation moves(PosturePlanner.Wish from, List<Place> to) {
    List<Position> points = to.stream().map(post -> post.position().orElseThrow()).toList();
    return Relocation.of(planner.reach(from, points, DAY_MIN));
  }

  // ---- crossings ------------------------------------------------------------------------------

  /// What the crossings of `ground` are worth to posts; empty where no line is known, or there is
  /// no crossing. O(crossings · cells).
  ///
  /// @param wish whose sites are the posts, a unit at each
  public Optional<CrossingWorth> crossings(
      PosturePlanner.Wish wish, PacedGrid ground, PartyId other) {
    List<BorderStrip.Behind> points = planner.strip().otherSoil();
    int within = wish.withinMin() - crossing.handoverMin();
    List<CrossingWorth.Through> ways =
        ground.grid().gates().stream()
            .map(gate -> through(wish, ground, gate, points, other, Math.max(0, within)))
            .toList();
    return points.isEmpty() || ways.isEmpty() || within < 1
        ? Optional.empty()
        : Optional.of(CrossingWorth.of(ways, within, BusyFraction.permille(wish.busyPermille())));
  }

  /// Through `gate`: as far as it on own soil, and on beyond it on the other side's, no farther
  /// from the line than is agreed.
  private CrossingWorth.Through through(
      PosturePlanner.Wish wish,
      PacedGrid ground,
      Gate gate,
      List<BorderStrip.Behind> points,
      PartyId other,
      int withinMin) {
    CostGrid grid = ground.grid();
    boolean isOwnLeft = grid.whose(gate.left()).equals(Optional.of(planner.own()));
    Duration horizon = Duration.ofMinutes(withinMin);
    long[] here =
        millis(
            ground, isOwnLeft ? gate.left() : gate.right(), wish.sites(), planner.own(), horizon);
    List<Position> beyond = points.stream().map(BorderStrip.Behind::position).toList();
    long[] there = millis(ground, isOwnLeft ? gate.right() : gate.left(), beyond, other, horizon);
    IntStream.range(0, there.length)
        .filter(point -> points.get(point).depthM() > crossing.depthM())
        .forEach(point -> there[point] = Long.MAX_VALUE);
    List<List<Integer>> rows = new ArrayList<>();
    for (long to : here) {
      rows.add(
          LongStream.of(there).mapToObj(on -> minutes(to, ground.gateMillis(gate), on)).toList());
    }
    return new CrossingWorth.Through(gate.name(), gate.isOpen(), Reach.of(points.size(), rows));
  }

  /// How long it takes from `cell` to each of `places` on the soil of `side`; the longest `long`
  /// where nobody gets there in time.
  private static long[] millis(
      PacedGrid ground, int cell, List<Position> places, PartyId side, Duration horizon) {
    Arrivals ways = Arrivals.at(ground, List.of(cell), Passage.OWN_SOIL, horizon);
    return IntStream.range(0, places.size())
        .mapToLong(
            place -> {
              OptionalInt at = ground.grid().anchor(places.get(place), Optional.of(side));
              OptionalLong found =
                  at.isPresent() ? ways.millis(at.getAsInt()) : OptionalLong.empty();
              return found.orElse(Long.MAX_VALUE);
            })
        .toArray();
  }

  private static int minutes(long to, long through, long on) {
    return to == Long.MAX_VALUE || on == Long.MAX_VALUE
        ? Reach.NEVER
        : Math.toIntExact(Math.ceilDiv(to + through + on, MS_PER_MINUTE));
  }
}
