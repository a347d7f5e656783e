package org.sarhad.core.posture;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One side's part in a negotiation of both postures (protocol clause 15-7): it answers the counts
/// of the other side with the posture of its own that is best for both together, and does not go
/// below what it has alone. It needs nothing of the other side but those counts.
///
/// @param problem the points of both sides, and the sites of the own one: the other has none here
/// @param side the own one, by its place in the list of sides
/// @param sectors for each point, the name of its sector
/// @param all the names of the sectors, ascending; also of those that no point lies in
public record Negotiator(
    CoverageProblem problem, int side, List<String> sectors, List<String> all) {
  /// @throws IllegalArgumentException when the parts do not fit each other
  public Negotiator {
    sectors = List.copyOf(sectors);
    all = List.copyOf(all);
    boolean isOther = problem.sides().size() == 2 && (side == 0 || side == 1);
    if (!isOther || problem.sides().get(1 - side).reach().sites() > 0) {
      throw new IllegalArgumentException("expected two sides, and sites of the own one only");
    }
    if (sectors.size() != problem.demand().size()) {
      throw new IllegalArgumentException(
          "%d sectors of %d points".formatted(sectors.size(), problem.demand().size()));
    }
  }

  /// Where the own side would stand, and what of it the other one is told.
  ///
  /// @param units how many at each own site; for own eyes
  /// @param told the counts, ascending by sector
  /// @param together what both have if the other stands as it says; an estimate, in parts of a
  ///   million of the weight
  /// @param sure what the own side has on its soil for certain, if what the other says is true
  /// @param floor what it would have alone; `sure` is never less
  public record Stance(
      List<Integer> units, List<SectorHelp> told, long together, long sure, long floor) {
    /// Copies the lists.
    public Stance {
      units = List.copyOf(units);
      told = List.copyOf(told);
    }
  }

  /// Which offer of the other side is accepted in the end: the one that is best for both, among
  /// those beside which the own side is sure to keep its floor (*keep the best round*: a later one
  /// can be worse).
  ///
  /// @param offer its number in the negotiation; empty when there is none
  /// @param together what both have by it, as this side reckons
  public record Pick(Optional<Integer> offer, long together) {
    /// Nothing is accepted.
    public static final Pick NONE = new Pick(Optional.empty(), -1);

    /// This one, or `number` if that is better.
    ///
    /// @param beside the own stance that it answers, beside its counts
    public Pick or(int number, Stance beside) {
      boolean isBetter = beside.sure() >= beside.floor() && beside.together() > together;
      return isBetter ? new Pick(Optional.of(number), beside.together()) : this;
    }
  }

  /// Where the own side stands alone: what a negotiation begins with. Deterministic. O(effort ·
  /// units · sites · points in reach).
  public Stance alone(Effort effort) {
    CoverModel model = new CoverModel(alone());
    UnitSearch search = new UnitSearch(model, new UnitWorth.OfSoil(model), model.empty(), 0, 0);
    search.fill();
    search.iterate(effort, model.most());
    return stance(new CoverModel(problem), search.remember(), List.of(), search.had(side));
  }

  private CoverageProblem alone() {
    return new CoverageProblem(
        problem.demand(),
        problem.sides(),
        problem.withinMin(),
        problem.busy(),
        new Assistance.None());
  }

  /// The best answer to `theirs`. O(effort · units · sites · points in reach).
  ///
  /// @param alone what [#alone] gave
  /// @param theirs the counts of the other side, for every sector of a point
  public Stance reply(Stance alone, List<SectorHelp> theirs, Effort effort) {
    CoverModel model = new CoverModel(problem);
    UnitSearch search = search(model, help(model, theirs), array(alone.units()), alone.floor());
    search.iterate(effort, Long.MAX_VALUE);
    return stance(model, search.remember(), theirs, alone.floor());
  }

  /// The same `own` stance beside other counts.
  public Stance beside(Stance own, List<SectorHelp> theirs) {
    return stance(new CoverModel(problem), array(own.units()), theirs, own.floor());
  }

  private static int[] array(List<Integer> units) {
    return units.stream().mapToInt(Integer::intValue).toArray();
  }

  private Stance stance(CoverModel model, int[] units, List<SectorHelp> theirs, long floor) {
    PointHelp help = help(model, theirs);
    UnitSearch there = search(model, help, units, floor);
    return new Stance(
        IntStream.of(units).boxed().toList(),
        told(model, units),
        there.merit() + help.base(),
        there.had(UnitWorth.OfReply.SURE) + help.sureBase(side),
        floor);
  }

  /// From `units` on, with what is certain not below `floor`.
  private UnitSearch search(CoverModel model, PointHelp help, int[] units, long floor) {
    return new UnitSearch(
        model,
        new UnitWorth.OfReply(model, help, side),
        units,
        floor - help.sureBase(side),
        Long.MIN_VALUE);
  }

  private PointHelp help(CoverModel model, List<SectorHelp> theirs) {
    return theirs.isEmpty()
        ? PointHelp.none(model, problem.busy())
        : PointHelp.of(model, problem.busy(), sectors, theirs, side);
  }

  // ---- what is told ---------------------------------------------------------------------------

  private List<SectorHelp> told(CoverModel model, int[] units) {
    int[] present = new int[model.points()];
    for (int site = 0; site < units.length; site++) {
      for (int i = 0; i < model.breadth(site); i++) {
        present[model.point(site, i)] += units[site];
      }
    }
    TreeMap<String, Tally> tallies = new TreeMap<>();
    all.forEach(name -> tallies.put(name, new Tally()));
    for (int point = 0; point < present.length; point++) {
      boolean isHome = model.owner(point) == side;
      // Farther than a unit may go nobody of this side is, and no mean is about it.
      if (isHome || model.isHelped(point)) {
        tallies.computeIfAbsent(sectors.get(point), _ -> new Tally()).add(isHome, present[point]);
      }
    }
    return tallies.entrySet().stream()
        .map(sector -> sector.getValue().told(sector.getKey()))
        .toList();
  }

  /// What is there at the points of one sector. Mutable.
  private static final class Tally {
    private int homePoints;
    private int homeUnits;
    private int acrossPoints;
    private int acrossUnits;
    private int least = SectorHelp.UNITS_MAX;

    void add(boolean isHome, int units) {
      if (isHome) {
        homePoints++;
        homeUnits += units;
      } else {
        acrossPoints++;
        acrossUnits += units;
        least = Math.min(least, units);
      }
    }

    SectorHelp told(String sector) {
      return new SectorHelp(
          sector,
          halves(homeUnits, homePoints),
          halves(acrossUnits, acrossPoints),
          acrossPoints == 0 ? 0 : least);
    }

    /// Rounded down: what is told is not more than there is.
    private static int halves(int units, int points) {
      return points == 0 ? 0 : Math.floorDiv(units * SectorHelp.PARTS, points);
    }
  }
}
