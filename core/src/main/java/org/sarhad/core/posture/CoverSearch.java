package org.sarhad.core.posture;

import java.util.Arrays;

/// A plan of units at sites, made better by moving one unit at a time within its side (Teitz and
/// Bart 1968). No move takes a side below its floor: what the sides have together is never paid for
/// by one of them alone.
final class CoverSearch implements Search {
  private final CoverModel model;
  private final long[] floors;
  private final int[] units;
  private final int[] present;
  private final long[] worth;

  /// What a move changes, for each side; scratch.
  private final long[] change = new long[2];

  /// @param start units at each site; none of the sides below its floor
  /// @param floors what each side must have at least
  CoverSearch(CoverModel model, int[] start, long[] floors) {
    this.model = model;
    this.floors = floors.clone();
    this.units = new int[model.sites()];
    this.present = new int[model.points()];
    this.worth = new long[2];
    restore(start);
  }

  /// Fills `start` up to the number of units of each side, always where one adds the most; of
  /// equals the first.
  static int[] greedy(CoverModel model, int[] start) {
    CoverSearch search = new CoverSearch(model, start, new long[2]);
    for (int side = 0; side < model.sides(); side++) {
      for (int unit = search.placed(side); unit < model.units(side); unit++) {
        search.place(search.bestFor(side, -1), 1);
      }
    }
    return search.remember();
  }

  private int placed(int side) {
    return Arrays.stream(units, model.firstSite(side), model.firstSite(side + 1)).sum();
  }

  @Override
  public long merit() {
    return worth[0] + worth[1];
  }

  /// What `side` has.
  long worth(int side) {
    return worth[side];
  }

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
    long before = merit();
    place(from, -1);
    int to = bestFor(model.sideOf(from), from);
    long gained = weigh(to);
    boolean isBetter = merit() + gained > before;
    place(isBetter ? to : from, 1);
    return isBetter;
  }

  /// The site of `side` with room where one more unit adds the most and no floor is broken; of
  /// equals the first. `otherwise` if there is none.
  private int bestFor(int side, int otherwise) {
    int best = otherwise;
    long most = -1;
    for (int site = model.firstSite(side); site < model.firstSite(side + 1); site++) {
      if (units[site] < model.perSite(side)) {
        long gained = weigh(site);
        if (gained > most && isAboveFloors()) {
          best = site;
          most = gained;
        }
      }
    }
    return best;
  }

  /// What one more unit at `site` adds; leaves the parts of it in [#change].
  private long weigh(int site) {
    change[0] = 0;
    change[1] = 0;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      change[model.owner(point)] += model.gain(point, present[point]);
    }
    return change[0] + change[1];
  }

  private boolean isAboveFloors() {
    return worth[0] + change[0] >= floors[0] && worth[1] + change[1] >= floors[1];
  }

  private void place(int site, int count) {
    units[site] += count;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      int fewer = Math.min(present[point], present[point] + count);
      worth[model.owner(point)] += count * model.gain(point, fewer);
      present[point] += count;
    }
  }

  @Override
  public void shake(SplitMix chance) {
    if (units.length == 0) {
      return;
    }
    int from = chance.below(units.length);
    int side = model.sideOf(from);
    int to =
        model.firstSite(side) + chance.below(model.firstSite(side + 1) - model.firstSite(side));
    int occupied = occupied(from, side);
    if (occupied >= 0 && units[to] < model.perSite(side)) {
      place(occupied, -1);
      weigh(to);
      place(isAboveFloors() ? to : occupied, 1);
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
  public int[] remember() {
    return units.clone();
  }

  @Override
  public void restore(int[] plan) {
    Arrays.fill(units, 0);
    Arrays.fill(present, 0);
    Arrays.fill(worth, 0);
    for (int site = 0; site < plan.length; site++) {
      for (int unit = 0; unit < plan[site]; unit++) {
        place(site, 1);
      }
    }
  }
}
