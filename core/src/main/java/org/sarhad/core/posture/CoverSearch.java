package org.sarhad.core.posture;

import java.util.Arrays;

/// A plan of all sides. No move takes a side below its floor: what the sides have together is never
/// paid for by one of them alone.
final class CoverSearch extends UnitSearch {
  private final CoverModel model;
  private final long[] floors;
  private final long[] worth = new long[2];

  /// What a move changes, for each side; scratch.
  private final long[] change = new long[2];

  /// @param start units at each site; none of the sides below its floor
  /// @param floors what each side must have at least
  CoverSearch(CoverModel model, int[] start, long[] floors) {
    super(model);
    this.model = model;
    this.floors = floors.clone();
    restore(start);
  }

  /// Fills `start` up to the number of units of each side, always where one adds the most; of
  /// equals the first.
  static int[] greedy(CoverModel model, int[] start) {
    CoverSearch search = new CoverSearch(model, start, new long[2]);
    search.fill();
    return search.remember();
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
  long weigh(int site) {
    change[0] = 0;
    change[1] = 0;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      change[model.owner(point)] += model.gain(point, present(point));
    }
    return change[0] + change[1];
  }

  @Override
  boolean keepsFloors() {
    return worth[0] + change[0] >= floors[0] && worth[1] + change[1] >= floors[1];
  }

  @Override
  void count(int point, int fewer, int count) {
    worth[model.owner(point)] += count * model.gain(point, fewer);
  }

  @Override
  void clear() {
    Arrays.fill(worth, 0);
  }
}
