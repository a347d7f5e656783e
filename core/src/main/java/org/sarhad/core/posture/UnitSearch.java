package org.sarhad.core.posture;

import java.util.Arrays;

/// A plan of units at sites, made better by moving one unit at a time within its side (Teitz and
/// Bart 1968). What a unit is worth, and below what nobody is taken for it, those who extend this
/// say. Mutable.
abstract sealed class UnitSearch implements Search permits CoverSearch, ReplySearch {
  private final CoverModel model;
  private final int[] units;
  private final int[] present;

  UnitSearch(CoverModel model) {
    this.model = model;
    this.units = new int[model.sites()];
    this.present = new int[model.points()];
  }

  /// What one more unit at `site` adds; leaves its parts where [#keepsFloors] finds them.
  abstract long weigh(int site);

  /// Whether with what was weighed last every side keeps its floor.
  abstract boolean keepsFloors();

  /// Counts `count` units more at `point`, or fewer: from `fewer` on, or down to it.
  abstract void count(int point, int fewer, int count);

  /// Back to where no unit is anywhere.
  abstract void clear();

  /// How many units are in reach of `point`.
  final int present(int point) {
    return present[point];
  }

  /// Fills up to the number of units of each side, always where one adds the most; of equals the
  /// first.
  final void fill() {
    for (int side = 0; side < model.sides(); side++) {
      for (int unit = placed(side); unit < model.units(side); unit++) {
        place(best(side, -1), 1);
      }
    }
  }

  private int placed(int side) {
    return Arrays.stream(units, model.firstSite(side), model.firstSite(side + 1)).sum();
  }

  @Override
  public final void improve() {
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
    long before = merit();
    place(from, -1);
    int to = best(model.sideOf(from), from);
    boolean isBetter = merit() + weigh(to) > before;
    place(isBetter ? to : from, 1);
    return isBetter;
  }

  /// The site of `side` with room where one more unit adds the most and every floor is kept; of
  /// equals the first. `otherwise` if there is none.
  private int best(int side, int otherwise) {
    int best = otherwise;
    long most = -1;
    for (int site = model.firstSite(side); site < model.firstSite(side + 1); site++) {
      if (units[site] < model.perSite(side)) {
        long gained = weigh(site);
        if (gained > most && keepsFloors()) {
          best = site;
          most = gained;
        }
      }
    }
    return best;
  }

  private void place(int site, int count) {
    units[site] += count;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      count(point, Math.min(present[point], present[point] + count), count);
      present[point] += count;
    }
  }

  @Override
  public final void shake(SplitMix chance) {
    if (units.length == 0) {
      return;
    }
    int first = chance.below(units.length);
    int side = model.sideOf(first);
    int to =
        model.firstSite(side) + chance.below(model.firstSite(side + 1) - model.firstSite(side));
    int from = occupied(first, side);
    if (from >= 0 && units[to] < model.perSite(side)) {
      place(from, -1);
      weigh(to);
      place(keepsFloors() ? to : from, 1);
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

  @Override
  public final int[] remember() {
    return units.clone();
  }

  @Override
  public final void restore(int[] plan) {
    Arrays.fill(units, 0);
    Arrays.fill(present, 0);
    clear();
    for (int site = 0; site < plan.length; site++) {
      for (int unit = 0; unit < plan[site]; unit++) {
        place(site, 1);
      }
    }
  }
}
