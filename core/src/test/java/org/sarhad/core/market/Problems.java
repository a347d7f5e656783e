package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.testing.Sides;

/// Problems for tests: drawn at random, small enough to be solved by trying everything, or as large
/// as a committee's.
final class Problems {
  private static final int CORRIDORS = 2;

  private Problems() {}

  /// What a problem is drawn by.
  ///
  /// @param offers of each, and as many needs
  /// @param lines of goods; half of them each way
  /// @param lots of a bid at most
  /// @param price of a lot at most
  /// @param slack of what rows hold, as a percentage
  record Size(int offers, int lines, int lots, int price, int slack) {}

  /// Two or three bids of a handful of lots.
  static MatchProblem small(RandomGenerator random) {
    return of(random, new Size(1 + random.nextInt(3), 2, 3, 50, 400));
  }

  /// A problem of `size`: every line has a most of its lots and its worth, two corridors and a
  /// quota are shared, and each side may come to owe about a tenth of what is offered.
  static MatchProblem of(RandomGenerator random, Size size) {
    List<MatchProblem.Slot> offers = new ArrayList<>();
    List<MatchProblem.Slot> needs = new ArrayList<>();
    int[] offered = new int[size.offers()];
    int[] asked = new int[size.offers()];
    int[] needed = new int[size.offers()];
    int[] bid = new int[size.offers()];
    for (int i = 0; i < size.offers(); i++) {
      offers.add(slot(Sides.IR_LOG, i, random, size));
      needs.add(slot(Sides.PK_LOG, i, random, size));
      offered[i] = random.nextInt(size.lines());
      needed[i] = random.nextInt(size.lines());
      asked[i] = 1 + random.nextInt(size.price());
      bid[i] = 1 + random.nextInt(size.price());
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < size.offers(); i++) {
      for (int j = 0; j < size.offers(); j++) {
        if (offered[i] == needed[j] && asked[i] <= bid[j]) {
          pairs.add(Pair.of(i, j, offered[i], (asked[i] + bid[j] + 1) / 2, 10));
        }
      }
    }
    return new MatchProblem(offers, needs, pairs, rows(random, size), uses(random, size));
  }

  private static MatchProblem.Slot slot(Origin log, int index, RandomGenerator random, Size size) {
    return new MatchProblem.Slot(EntryId.of(log, index), 1 + random.nextInt(size.lots()));
  }

  private static List<Row> rows(RandomGenerator random, Size size) {
    long lots = (long) size.offers() * size.lots() * size.slack() / 200;
    long worth = lots * size.price() / 2;
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < size.lines(); line++) {
      rows.add(row(Row.Kind.LOTS, "line" + line, some(random, lots / size.lines())));
      rows.add(row(Row.Kind.VALUE, "line" + line, some(random, worth / size.lines())));
    }
    rows.add(row(Row.Kind.QUOTA, "food", some(random, worth / 3)));
    for (int i = 0; i < CORRIDORS; i++) {
      rows.add(row(Row.Kind.CORRIDOR, "way" + i, some(random, lots / 2)));
    }
    rows.add(row(Row.Kind.SWING, "ir", some(random, worth / 10)));
    rows.add(row(Row.Kind.SWING, "pk", some(random, worth / 10)));
    return rows;
  }

  private static long some(RandomGenerator random, long about) {
    return about / 2 + random.nextLong(about + 2);
  }

  private static Row row(Row.Kind kind, String name, long capacity) {
    return new Row(new Row.Id(kind, name), capacity);
  }

  private static List<List<Row.Use>> uses(RandomGenerator random, Size size) {
    int quota = 2 * size.lines();
    int ir = quota + 1 + CORRIDORS;
    List<List<Row.Use>> all = new ArrayList<>();
    for (int line = 0; line < size.lines(); line++) {
      List<Row.Use> uses = new ArrayList<>();
      uses.add(new Row.Use(2 * line, Row.Use.By.LOT, 1));
      uses.add(new Row.Use(2 * line + 1, Row.Use.By.VALUE, 1));
      if (random.nextInt(3) == 0) {
        uses.add(new Row.Use(quota, Row.Use.By.VALUE, 1));
      }
      uses.add(
          new Row.Use(
              quota + 1 + random.nextInt(CORRIDORS), Row.Use.By.LOT, 1 + random.nextInt(2)));
      boolean isToPk = line % 2 == 0;
      uses.add(new Row.Use(ir, isToPk ? Row.Use.By.LESS_LEAST : Row.Use.By.MOST, 1));
      uses.add(new Row.Use(ir + 1, isToPk ? Row.Use.By.MOST : Row.Use.By.LESS_LEAST, 1));
      all.add(uses);
    }
    return all;
  }
}
