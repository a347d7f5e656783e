package org.sarhad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sarhad.core.barter.Money;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.Pair;
import org.sarhad.core.market.Row;
import org.sarhad.core.party.Origin;

/// Problems for tests, drawn at random: lines of both sides, lots of some hundred to some thousand
/// units of account, a railway, a quota, and room in the account for a fraction of what is offered.
final class Bazaar {
  private static final Origin IR = Origin.of("ir.sarhad.example/joint");
  private static final Origin PK = Origin.of("pk.sarhad.example/joint");

  /// The rows in the order of the problem: railway, quota, what each side may come to owe.
  private static final int RAIL = 0;

  private static final int FOOD = 1;
  private static final int SWING = 2;
  private static final int PERMILLE = 1_000;
  private static final int TOLERANCE = 20;

  private Bazaar() {}

  /// So many offers and needs of each side, of so many lines of each.
  static MatchProblem drawn(RandomGenerator random, int bids, int lines) {
    List<MatchProblem.Slot> offers = new ArrayList<>();
    List<MatchProblem.Slot> needs = new ArrayList<>();
    List<Integer> offered = new ArrayList<>();
    List<Integer> needed = new ArrayList<>();
    for (int i = 0; i < 2 * bids; i++) {
      boolean isOurs = i < bids;
      offers.add(new MatchProblem.Slot(EntryId.of(isOurs ? IR : PK, i), 1 + random.nextInt(40)));
      needs.add(
          new MatchProblem.Slot(EntryId.of(isOurs ? PK : IR, 10_000 + i), 1 + random.nextInt(40)));
      int first = isOurs ? 0 : lines;
      offered.add(first + random.nextInt(lines));
      needed.add(first + random.nextInt(lines));
    }
    // Entries of one log stand together, and bids ascend.
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      for (int j = 0; j < needs.size(); j++) {
        if (offered.get(i).equals(needed.get(j))) {
          pairs.add(pair(i, j, offered.get(i), 200 + random.nextLong(4_000)));
        }
      }
    }
    return new MatchProblem(offers, needs, pairs, rows(bids), uses(lines));
  }

  private static Pair pair(int offer, int need, int line, long units) {
    long value = units * Money.UNIT + 37;
    return new Pair(
        offer,
        need,
        line,
        value,
        Math.ceilDiv(value * (PERMILLE + TOLERANCE), PERMILLE),
        Math.floorDiv(value * (PERMILLE - TOLERANCE), PERMILLE));
  }

  private static List<Row> rows(int bids) {
    return List.of(
        new Row(new Row.Id(Row.Kind.CORRIDOR, "rail"), bids * 18L),
        new Row(new Row.Id(Row.Kind.QUOTA, "food"), Money.ofUnits(bids * 11_000L).minor()),
        new Row(new Row.Id(Row.Kind.SWING, "ir"), Money.ofUnits(bids * 1_000L).minor()),
        new Row(new Row.Id(Row.Kind.SWING, "pk"), Money.ofUnits(bids * 1_000L).minor()));
  }

  private static List<List<Row.Use>> uses(int lines) {
    List<List<Row.Use>> uses = new ArrayList<>();
    for (int line = 0; line < 2 * lines; line++) {
      boolean isOurs = line < lines;
      List<Row.Use> of = new ArrayList<>();
      if (line % 2 == 0) {
        of.add(new Row.Use(RAIL, Row.Use.By.LOT, 1 + line % 3));
      } else {
        of.add(new Row.Use(FOOD, Row.Use.By.VALUE, 1));
      }
      of.add(new Row.Use(SWING, isOurs ? Row.Use.By.LESS_LEAST : Row.Use.By.MOST, 1));
      of.add(new Row.Use(SWING + 1, isOurs ? Row.Use.By.MOST : Row.Use.By.LESS_LEAST, 1));
      uses.add(of);
    }
    return uses;
  }
}
