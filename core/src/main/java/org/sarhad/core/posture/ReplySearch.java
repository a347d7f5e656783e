package org.sarhad.core.posture;

/// A plan of one side's units for both sides together, where the other side stands as it says.
/// Nothing takes the own side below its floor, and for that only those units of the other one are
/// counted that are certain to be at a point.
final class ReplySearch extends UnitSearch {
  private final CoverModel model;
  private final PointHelp help;
  private final int side;
  private final long floor;
  private long together;
  private long sure;

  /// What a move adds for the own side for certain; scratch.
  private long surelyGained;

  /// @param model with sites of `side` only
  /// @param start units at each site, with which `side` is not below `floor`
  ReplySearch(CoverModel model, PointHelp help, int side, int[] start, long floor) {
    super(model);
    this.model = model;
    this.help = help;
    this.side = side;
    this.floor = floor;
    restore(start);
  }

  @Override
  public long merit() {
    return together;
  }

  /// What the own side has for certain.
  long sure() {
    return sure;
  }

  @Override
  long weigh(int site) {
    long gained = 0;
    surelyGained = 0;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      gained += help.gain(point, present(point));
      surelyGained += surely(point, present(point));
    }
    return gained;
  }

  private long surely(int point, int there) {
    return model.owner(point) == side ? help.sureGain(point, there) : 0;
  }

  @Override
  boolean keepsFloors() {
    return sure + surelyGained >= floor;
  }

  @Override
  void count(int point, int fewer, int count) {
    together += count * help.gain(point, fewer);
    sure += count * surely(point, fewer);
  }

  @Override
  void clear() {
    together = 0;
    sure = help.sureBase(side);
  }
}
