package org.sarhad.core.posture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What the other side's units add at each point, read out of its counts by sectors; and with them,
/// what one more unit of the own side is worth there. Immutable, though it holds arrays.
final class PointHelp {
  private final CoverModel model;
  private final int[] halves;
  private final int[] sure;
  private final long[] steps;

  /// @param halves of a unit of the other side in reach of each point, as a mean
  /// @param sure how many of them are certain to be in reach of it
  private PointHelp(CoverModel model, BusyFraction busy, int[] halves, int[] sure) {
    this.model = model;
    this.halves = halves;
    this.sure = sure;
    this.steps = busy.gains(2 * SectorHelp.UNITS_MAX);
  }

  /// Nobody helps.
  static PointHelp none(CoverModel model, BusyFraction busy) {
    return new PointHelp(model, busy, new int[model.points()], new int[model.points()]);
  }

  /// @param sectors for each point, which of `counts` is about it
  /// @param side which is helped
  static PointHelp of(
      CoverModel model,
      BusyFraction busy,
      List<String> sectors,
      List<SectorHelp> counts,
      int side) {
    Map<String, SectorHelp> rows = new TreeMap<>();
    counts.forEach(row -> rows.put(row.sector(), row));
    int[] halves =
        IntStream.range(0, model.points())
            .map(
                point -> {
                  SectorHelp row = row(rows, sectors.get(point));
                  return model.owner(point) == side
                      ? helped(model, point, row.across())
                      : row.home();
                })
            .toArray();
    int[] sure =
        IntStream.range(0, model.points())
            .map(
                point ->
                    model.owner(point) == side
                        ? helped(model, point, row(rows, sectors.get(point)).sure())
                        : 0)
            .toArray();
    return new PointHelp(model, busy, halves, sure);
  }

  /// What a sector says of help across the line is about those points of it only that a unit may go
  /// to.
  private static int helped(CoverModel model, int point, int said) {
    return model.isHelped(point) ? said : 0;
  }

  /// What nothing is said of is not counted on.
  private static SectorHelp row(Map<String, SectorHelp> rows, String sector) {
    return rows.getOrDefault(sector, new SectorHelp(sector, 0, 0, 0));
  }

  /// What one more unit adds at `point` where `present` of the own side are already: between two
  /// whole numbers of helpers, in proportion.
  long gain(int point, int present) {
    int whole = present + halves[point] / SectorHelp.PARTS;
    int part = halves[point] % SectorHelp.PARTS;
    return model.weight(point)
        * ((SectorHelp.PARTS - part) * step(whole) + part * step(whole + 1))
        / SectorHelp.PARTS;
  }

  /// The same where only those are counted that are certain to be there.
  long sureGain(int point, int present) {
    return model.weight(point) * step(present + sure[point]);
  }

  /// What the other side's units are worth everywhere, by its means.
  long base() {
    long base = 0;
    for (int point = 0; point < model.points(); point++) {
      int whole = halves[point] / SectorHelp.PARTS;
      for (int k = 0; k < whole; k++) {
        base += model.weight(point) * step(k);
      }
      base +=
          model.weight(point) * (halves[point] % SectorHelp.PARTS) * step(whole) / SectorHelp.PARTS;
    }
    return base;
  }

  /// What the certain help alone is worth on the soil of `side`.
  long sureBase(int side) {
    long base = 0;
    for (int point = 0; point < model.points(); point++) {
      for (int k = 0; model.owner(point) == side && k < sure[point]; k++) {
        base += model.weight(point) * step(k);
      }
    }
    return base;
  }

  private long step(int present) {
    return present < steps.length ? steps[present] : 0;
  }
}
