package org.sarhad.core.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.ClauseWorth;
import org.sarhad.core.posture.Coverage;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Negotiator;
import org.sarhad.core.posture.PlanMove;
import org.sarhad.core.posture.PlanScale;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureTerms;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.SectorCoverage;
import org.sarhad.core.posture.SectorHelp;
import org.sarhad.core.posture.Stationing;

/// Plans of one side laid beside each other (protocol clause 15-9): where its units stand today,
/// the best that the engine finds for them, and whatever its officers try. All of them over the
/// same sites and the same points, so that one bound holds for all, and what a plan is worth is
/// looked up, not searched for. For own eyes only.
///
/// A plan is how many units stand at each site, in the order of the sites.
public final class PostureComparison {
  /// How near a site a unit stands that is taken to stand at it, in metres.
  public static final int SAME_M = 2_000;

  /// Units at one site, more of which no plan has unless they stand there today.
  private static final int PER_SITE = 1;

  private static final int OWN = 0;
  private static final int PERMILLE = 1_000;

  private final Made made;
  private final PosturePlanner.Wish wish;
  private final Agreed agreed;
  private final BorderStrip strip;
  private final Zone zone;
  private final List<List<String>> standing;
  private final CoverageProblem problem;
  private final CoverageProblem both;
  private final PlanScale scale;
  private final List<Integer> best;
  private final Certificate certificate;

  private PostureComparison(Made made, CoveragePlan plan) {
    this.made = made;
    this.wish = made.wish();
    this.agreed = made.agreed();
    this.strip = made.strip();
    this.zone = made.planner().zone();
    this.standing = made.standing();
    this.problem = made.problem(made.wish().posts());
    this.both = made.both();
    this.scale = new PlanScale(made.problem(Math.max(made.wish().posts(), made.today())));
    this.best = plan.units().getFirst();
    this.certificate = plan.certificate();
  }

  /// A ready own unit, where it is.
  ///
  /// @param name what it is called
  public record Standing(String name, Position at) {}

  /// What holds between the sides.
  ///
  /// @param isCrossing whether it is agreed that units cross
  public record Agreed(PostureTerms terms, boolean isCrossing) {}

  /// Told how far the journeys are reckoned, site by site; asked whether to go on.
  @FunctionalInterface
  public interface Watch {
    /// Nobody looks, and nobody stops it.
    Watch NOBODY = (_, _) -> true;

    /// Whether to go on.
    ///
    /// @param sites of which the journeys are known
    /// @param of all of them
    boolean goesOn(int sites, int of);
  }

  // ---- making one -----------------------------------------------------------------------------

  /// What is known before anything is searched for.
  private record Made(
      PosturePlanner planner,
      PosturePlanner.Wish wish,
      Agreed agreed,
      BorderStrip strip,
      List<List<String>> standing,
      List<List<Integer>> minutes) {

    int today() {
      return standing.stream().mapToInt(List::size).sum();
    }

    private int perSite() {
      return Math.max(PER_SITE, standing.stream().mapToInt(List::size).max().orElse(0));
    }

    /// The points on own soil alone.
    CoverageProblem problem(int units) {
      List<CoverageProblem.Demand> demand = strip.ownDemand();
      return new CoverageProblem(
          demand,
          List.of(new CoverageProblem.Side(Reach.of(demand.size(), minutes), units, perSite())),
          wish.withinMin(),
          BusyFraction.permille(wish.busyPermille()),
          new Assistance.None());
    }

    /// The points on the soil of both sides.
    CoverageProblem both() {
      return new CoverageProblem(
          strip.demand(),
          List.of(
              new CoverageProblem.Side(
                  strip.reach(minutes, wish.type()), Math.max(wish.posts(), today()), perSite()),
              new CoverageProblem.Side(strip.noReach(), 0, PER_SITE)),
          wish.withinMin(),
          BusyFraction.permille(wish.busyPermille()),
          agreed.terms().crossing());
    }
  }

  /// Lays the plans beside each other; empty where no line is known or none of it lies in a sector,
  /// and when `watch` stops it. O(sites) searches for journeys, and a plan.
  ///
  /// @param wish how many posts, and the sites; the places where units stand today are added
  /// @param today the own units that are ready, on own soil
  public static Optional<PostureComparison> of(
      PosturePlanner planner,
      PosturePlanner.Wish wish,
      List<Standing> today,
      Agreed agreed,
      Watch watch) {
    BorderStrip strip = planner.strip();
    PostureSites sites = new PostureSites(wish.candidates());
    today.forEach(sites::stand);
    PosturePlanner.Wish all =
        new PosturePlanner.Wish(
            sites.places(), wish.posts(), wish.withinMin(), wish.busyPermille(), wish.type());
    return strip.isEmpty()
        ? Optional.empty()
        : minutes(planner, all, strip, watch)
            .map(rows -> new Made(planner, all, agreed, strip, sites.standing(), rows))
            .map(PostureComparison::of);
  }

  private static PostureComparison of(Made made) {
    return new PostureComparison(made, plan(made.problem(made.wish().posts())));
  }

  /// The same with one site more, behind the others: the best is looked for anew, and the bound is
  /// of all of them. A search for journeys, and a plan.
  ///
  /// @param site with a position on own soil
  public PostureComparison with(Place site) {
    List<Place> places = new ArrayList<>(wish.candidates());
    places.add(site);
    List<List<String>> there = new ArrayList<>(standing);
    there.add(List.of());
    List<List<Integer>> rows = new ArrayList<>(made.minutes());
    rows.add(
        made.planner()
            .minutes(site.position().orElseThrow(), strip.own(), wish, ClauseWorth.BEYOND_MIN));
    return of(
        new Made(
            made.planner(),
            new PosturePlanner.Wish(
                places, wish.posts(), wish.withinMin(), wish.busyPermille(), wish.type()),
            agreed,
            strip,
            there,
            rows));
  }

  /// The site that a place is taken to be: the nearest one within [#SAME_M]; empty where there is
  /// none so near.
  public OptionalInt near(Position at) {
    return PostureSites.near(wish.candidates(), at);
  }

  private static CoveragePlan plan(CoverageProblem problem) {
    return Stationing.plan(problem, Effort.DEFAULT.fitting(problem));
  }

  private static Optional<List<List<Integer>>> minutes(
      PosturePlanner planner, PosturePlanner.Wish wish, BorderStrip strip, Watch watch) {
    List<Position> points = strip.own();
    List<List<Integer>> rows = new ArrayList<>();
    for (Position site : wish.sites()) {
      if (!watch.goesOn(rows.size(), wish.sites().size())) {
        return Optional.empty();
      }
      rows.add(planner.minutes(site, points, wish, ClauseWorth.BEYOND_MIN));
    }
    return watch.goesOn(rows.size(), rows.size()) ? Optional.of(rows) : Optional.empty();
  }

  // ---- what it is about -----------------------------------------------------------------------

  /// What was asked for, with all sites.
  public PosturePlanner.Wish wish() {
    return wish;
  }

  /// The names of the units that stand at each site today.
  public List<List<String>> standing() {
    return standing;
  }

  /// The points of the line, in its order.
  public List<LinePoints.Point> points() {
    return strip.line().points();
  }

  /// Where units stand today.
  public List<Integer> today() {
    return standing.stream().map(List::size).toList();
  }

  /// The best plan that was found for as many posts as were asked for. What it is worth is the
  /// floor of this side: less than that it does not accept in a negotiation (15-7.4).
  public List<Integer> best() {
    return best;
  }

  /// What [#best] is worth, and what no plan of as many posts exceeds.
  public Certificate certificate() {
    return certificate;
  }

  /// What certain coverage of everything would be worth.
  public long whole() {
    return problem.whole();
  }

  /// How many units may stand at one site.
  public int perSite() {
    return problem.sides().getFirst().perSite();
  }

  /// The plan with a unit at each of `sites`; a site may be there more than once.
  ///
  /// @throws IllegalArgumentException when there is no such site, when there are more than
  ///   [PosturePlanner.Wish#posts()], or more at one site than may stand there
  public List<Integer> at(List<Integer> sites) {
    int[] units = new int[standing.size()];
    for (int site : sites) {
      if (site < 0 || site >= units.length) {
        throw new IllegalArgumentException(
            "no site %d; there are %d".formatted(site, units.length));
      }
      units[site]++;
    }
    boolean isCrowded = Arrays.stream(units).anyMatch(there -> there > perSite());
    if (sites.size() > wish.posts() || isCrowded) {
      throw new IllegalArgumentException(
          "%d posts; expected at most %d, and %d at a site"
              .formatted(sites.size(), wish.posts(), perSite()));
    }
    return Arrays.stream(units).boxed().toList();
  }

  // ---- figures --------------------------------------------------------------------------------

  /// What one plan is.
  ///
  /// @param units how many stand at each site
  /// @param value what they cover, in parts of a million of the weight
  /// @param bound what no plan of as many posts as were asked for exceeds; empty for one of more
  /// @param coverage by sector, exactly
  /// @param present how many are in time at each point of the line
  /// @param clauses what changes if an agreed rule were another
  /// @param moves from where units stand today
  public record Figures(
      List<Integer> units,
      long value,
      Optional<Certificate> bound,
      Coverage coverage,
      List<Integer> present,
      List<ClauseWorth> clauses,
      List<PlanMove> moves) {
    /// Copies the lists.
    public Figures {
      units = List.copyOf(units);
      present = List.copyOf(present);
      clauses = List.copyOf(clauses);
      moves = List.copyOf(moves);
    }
  }

  /// The figures of the plan `units`: [#today], [#best] or [#at]. O(clauses · sites · points).
  public Figures of(List<Integer> units) {
    long value = scale.worth(units);
    List<Integer> present = scale.present(units).subList(0, points().size());
    return new Figures(
        units,
        value,
        bound(units, value),
        coverage(units, present),
        present,
        clauses(units),
        scale.moves(today(), units, this::metres));
  }

  private long metres(int from, int to) {
    return wish.sites().get(from).distanceTo(wish.sites().get(to)).metres();
  }

  private Optional<Certificate> bound(List<Integer> units, long value) {
    return posts(units) > wish.posts()
        ? Optional.empty()
        : Optional.of(new Certificate(value, certificate.bound()));
  }

  private static int posts(List<Integer> units) {
    return units.stream().mapToInt(Integer::intValue).sum();
  }

  private List<ClauseWorth> clauses(List<Integer> units) {
    return ClauseWorth.of(
        new ClauseWorth.Standing(both, OWN, units, agreed.terms().crossing(), agreed.isCrossing()));
  }

  private Coverage coverage(List<Integer> units, List<Integer> present) {
    return new Coverage(
        wish.withinMin(),
        strip.line().bySector(zone).entrySet().stream()
            .map(sector -> coverage(sector, units, present))
            .toList());
  }

  private SectorCoverage coverage(
      Map.Entry<String, List<Integer>> sector, List<Integer> units, List<Integer> present) {
    List<Integer> points = sector.getValue();
    int inReach =
        IntStream.range(0, units.size())
            .filter(site -> points.stream().anyMatch(p -> problem.isCovered(OWN, site, p)))
            .map(units::get)
            .sum();
    long reached = points.stream().filter(point -> present.get(point) > 0).count();
    return new SectorCoverage(
        sector.getKey(),
        inReach,
        points.isEmpty() ? 0 : Math.toIntExact(reached * PERMILLE / points.size()));
  }

  /// What this side is sure to have by the plan `units` on its soil, if the other side stands as it
  /// says in `theirs`; empty unless the time of this comparison is the agreed one.
  public Optional<Long> sure(List<Integer> units, List<SectorHelp> theirs) {
    if (wish.withinMin() != agreed.terms().withinMin()) {
      return Optional.empty();
    }
    List<String> all = List.copyOf(strip.line().bySector(zone).keySet());
    Negotiator own = new Negotiator(both, OWN, strip.sectors(), all);
    Negotiator.Stance stance = new Negotiator.Stance(units, List.of(), 0, 0, certificate.value());
    return Optional.of(own.beside(stance, theirs).sure());
  }

  /// The plan `units` as it is kept.
  ///
  /// @throws IllegalArgumentException when it is of no post, or of more than were asked for
  public PostureFact.Planned planned(List<Integer> units, Optional<String> name) {
    Figures figures = of(units);
    return new PostureFact.Planned(
        name,
        IntStream.range(0, units.size())
            .boxed()
            .flatMap(site -> Collections.nCopies(units.get(site), site).stream())
            .map(wish.candidates()::get)
            .toList(),
        units.size(),
        wish.busyPermille(),
        figures.coverage(),
        figures
            .bound()
            .orElseThrow(() -> new IllegalArgumentException("more posts than were asked for")),
        whole());
  }
}
