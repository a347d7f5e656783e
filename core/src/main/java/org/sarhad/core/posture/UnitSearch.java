package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A plan of units at sites, made better by moving one unit at a time within its side (Teitz and
/// Bart 1968). No move takes either part of what it is worth below its floor: what the sides have
/// together is never paid for by one of them alone.
///
/// What one more unit would add at each site is kept at hand: a unit that is placed changes it only
/// where sites share points with its own, so that a move costs what is near it and not what there
/// is. Mutable.
final class UnitSearch implements Search {
  /// A shake takes away so many units at least, and up to this many more.
  private static final int FEWEST = 2;

  private static final int SCATTERED = 4;
  private static final int RUINED = 6;

  /// One of so many is overlooked: units that are near, and sites where one would stand well.
  private static final int OVERLOOKED = 4;

  private final CoverModel model;
  private final UnitWorth worth;
  private final long[] floors;
  private final int[] units;
  private final int[] present;

  /// By part: what there is.
  private final long[] had = new long[UnitWorth.PARTS];

  /// By part and site: what one more unit there would add.
  private final long[][] gains;

  /// The same, beyond that, if a certain unit were not where it is; scratch.
  private final long[][] freed;

  /// @param start units at each site; no part below its floor
  /// @param floors what each part must be at least
  UnitSearch(CoverModel model, UnitWorth worth, int[] start, long... floors) {
    this.model = model;
    this.worth = worth;
    this.floors = floors.clone();
    this.units = new int[model.sites()];
    this.present = new int[model.points()];
    this.gains = new long[UnitWorth.PARTS][model.sites()];
    this.freed = new long[UnitWorth.PARTS][model.sites()];
    for (int point = 0; point < present.length; point++) {
      for (int part = 0; part < UnitWorth.PARTS; part++) {
        add(gains[part], point, worth.gain(part, point, 0));
      }
    }
    restore(start);
  }

  /// Adds `change` to what one more unit would add at each site from which `point` is reached.
  private void add(long[] sums, int point, long change) {
    for (int i = 0; change != 0 && i < model.height(point); i++) {
      sums[model.site(point, i)] += change;
    }
  }

  /// What the plan has of `part`.
  long had(int part) {
    return had[part];
  }

  @Override
  public long merit() {
    return had[0] + had[1];
  }

  private boolean keepsFloors(long first, long second) {
    return had[0] + first >= floors[0] && had[1] + second >= floors[1];
  }

  private boolean hasRoom(int site) {
    return units[site] < model.perSite(model.sideOf(site));
  }

  private long gain(int site) {
    return gains[0][site] + gains[1][site];
  }

  /// Fills up to the number of units of each side, always where one adds the most; of equals the
  /// first.
  void fill() {
    for (int side = 0; side < model.sides(); side++) {
      int first = model.firstSite(side);
      int end = model.firstSite(side + 1);
      for (int unit = Arrays.stream(units, first, end).sum(); unit < model.units(side); unit++) {
        place(IntStream.range(first, end).filter(this::hasRoom).reduce(this::better).orElse(-1), 1);
      }
    }
  }

  /// Where one more unit adds more; of equals the first.
  private int better(int one, int other) {
    return gain(other) > gain(one) ? other : one;
  }

  private void place(int site, int count) {
    units[site] += count;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      int before = present[point];
      present[point] += count;
      for (int part = 0; part < UnitWorth.PARTS; part++) {
        had[part] += count * worth.gain(part, point, Math.min(before, present[point]));
        add(
            gains[part],
            point,
            worth.gain(part, point, present[point]) - worth.gain(part, point, before));
      }
    }
  }

  // ---- better ---------------------------------------------------------------------------------

  @Override
  public void improve() {
    boolean isMoved = true;
    while (isMoved) {
      isMoved = false;
      for (int site = 0; site < units.length; site++) {
        isMoved |= units[site] > 0 && improve(site);
      }
    }
  }

  /// Moves one unit from `from` to where it adds the most, if that is better than where it is.
  private boolean improve(int from) {
    long[] lost = new long[UnitWorth.PARTS];
    for (int part = 0; part < UnitWorth.PARTS; part++) {
      Arrays.fill(freed[part], 0);
      lost[part] = free(from, part);
    }
    int to = from;
    long most = lost[0] + lost[1];
    int side = model.sideOf(from);
    for (int site = model.firstSite(side); site < model.firstSite(side + 1); site++) {
      long first = gains[0][site] + freed[0][site];
      long second = gains[1][site] + freed[1][site];
      if (first + second > most
          && site != from
          && hasRoom(site)
          && keepsFloors(first - lost[0], second - lost[1])) {
        to = site;
        most = first + second;
      }
    }
    if (to != from) {
      place(from, -1);
      place(to, 1);
    }
    return to != from;
  }

  /// What one unit less at `from` costs in `part`; and in [#freed], what it leaves for others.
  private long free(int from, int part) {
    long lost = 0;
    for (int i = 0; i < model.breadth(from); i++) {
      int point = model.point(from, i);
      long last = worth.gain(part, point, present[point] - 1);
      add(freed[part], point, last - worth.gain(part, point, present[point]));
      lost += last;
    }
    return lost;
  }

  // ---- other ----------------------------------------------------------------------------------

  @Override
  public void shake(SplitMix chance) {
    if (units.length == 0) {
      return;
    }
    if (chance.below(2) == 0) {
      int moves = FEWEST + chance.below(SCATTERED);
      for (int move = 0; move < moves; move++) {
        scatter(chance);
      }
    } else {
      ruin(chance);
    }
  }

  /// Moves one unit somewhere.
  private void scatter(SplitMix chance) {
    int first = chance.below(units.length);
    int side = model.sideOf(first);
    int to =
        model.firstSite(side) + chance.below(model.firstSite(side + 1) - model.firstSite(side));
    int from = occupied(first, side);
    if (from >= 0 && hasRoom(to)) {
      place(from, -1);
      place(keepsFloors(gains[0][to], gains[1][to]) ? to : from, 1);
    }
  }

  /// The next site of `side` from `from` on, around, where somebody is; -1 for none.
  private int occupied(int from, int side) {
    int first = model.firstSite(side);
    int count = model.firstSite(side + 1) - first;
    for (int i = 0; i < count; i++) {
      int site = first + (from - first + i) % count;
      if (units[site] > 0) {
        return site;
      }
    }
    return -1;
  }

  /// *Ruin and recreate* (Schrimpf and others 2000): takes away units around a site that chance
  /// names, and puts as many back, each where it adds the most but for what is overlooked
  /// (*blinks*, Christiaens and Vanden Berghe 2020). Neighbouring units come to stand otherwise
  /// together, which no move of one of them brings about.
  private void ruin(SplitMix chance) {
    int[] before = remember();
    int[] missing = new int[model.sides()];
    int left = FEWEST + chance.below(RUINED);
    for (int site : around(chance.below(units.length))) {
      if (left > 0 && chance.below(OVERLOOKED) > 0) {
        place(site, -1);
        missing[model.sideOf(site)]++;
        left--;
      }
    }
    for (int all = Arrays.stream(missing).sum(); all > 0; all--) {
      int side = chance.below(all) < missing[0] ? 0 : 1;
      missing[side]--;
      place(well(side, chance), 1);
    }
    if (!keepsFloors(0, 0)) {
      restore(before);
    }
  }

  /// The sites where somebody is, those that share the most points with `centre` first.
  private List<Integer> around(int centre) {
    int[] shared = new int[units.length];
    for (int i = 0; i < model.breadth(centre); i++) {
      int point = model.point(centre, i);
      for (int j = 0; j < model.height(point); j++) {
        shared[model.site(point, j)]++;
      }
    }
    return IntStream.range(0, units.length)
        .filter(site -> units[site] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer site) -> shared[site]).reversed())
        .toList();
  }

  /// The site of `side` with room where one more unit adds the most, of those that are not
  /// overlooked.
  private int well(int side, SplitMix chance) {
    int best = -1;
    while (best < 0) {
      for (int site = model.firstSite(side); site < model.firstSite(side + 1); site++) {
        if (hasRoom(site) && chance.below(OVERLOOKED) > 0) {
          best = best < 0 ? site : better(best, site);
        }
      }
    }
    return best;
  }

  // ---- again ----------------------------------------------------------------------------------

  @Override
  public int[] remember() {
    return units.clone();
  }

  @Override
  public void restore(int[] plan) {
    for (int site = 0; site < plan.length; site++) {
      while (units[site] > plan[site]) {
        place(site, -1);
      }
    }
    for (int site = 0; site < plan.length; site++) {
      while (units[site] < plan[site]) {
        place(site, 1);
      }
    }
  }
}
