package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.data.Csv;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.PartyId;

/// Lines of a protocol out of a table, one a row (protocol clause 17-2.7): as spreadsheets save
/// them, with commas, semicolons or tabs between, and with the digits of either side.
///
/// Nothing is guessed and nothing is left out: a row is taken whole, or everything that is wrong
/// with it stands in the report with the number of its line, its column and the value. Pure, and
/// total.
///
/// @param lines what can be taken, in the order of the table
/// @param refused what cannot, ascending by line
public record LineTable(List<CommodityLine> lines, List<Refused> refused) {
  /// Longest table, in characters.
  public static final int LENGTH_MAX = 1 << 20;

  private static final int ROWS_MAX = 1_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  /// Copies its lists.
  public LineTable {
    lines = List.copyOf(lines);
    refused = List.copyOf(refused);
  }

  /// What lines are judged by that does not stand in the table.
  ///
  /// @param sides the two of the account
  /// @param settings what is agreed: which goods are barred, and what is tolerated
  public record Grounds(SortedSet<PartyId> sides, BarterSettings settings) {
    /// Copies its collection.
    public Grounds {
      sides = Ordered.set(sides);
    }
  }

  /// Something that was not taken.
  ///
  /// @param line its number, from 1
  /// @param column the name of the column; empty where it is the whole line
  /// @param value what stands there
  /// @param why it was not taken
  public record Refused(int line, String column, String value, LineFlaw why) {
    /// Most characters that are shown of a value.
    public static final int VALUE_MAX = 200;

    /// Cuts a value that is too long to be shown.
    public Refused {
      value = value.substring(0, Math.min(VALUE_MAX, value.length()));
    }
  }

  /// Reads `text`. O(length).
  public static LineTable read(String text, Grounds grounds) {
    if (text.length() > LENGTH_MAX) {
      return refusing(String.valueOf(text.length()), LineFlaw.TOO_LONG);
    }
    String normal = Text.normalized(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    List<Csv.Line> rows = Csv.parse(normal, delimiter(normal));
    if (rows.size() > ROWS_MAX + 1) {
      return refusing(String.valueOf(rows.size() - 1), LineFlaw.TOO_LONG);
    }
    LineHeading heading = LineHeading.of(rows.isEmpty() ? List.of() : rows.getFirst().fields());
    if (!heading.refused().isEmpty()) {
      return new LineTable(List.of(), heading.refused());
    }
    Collector collector = new Collector();
    rows.stream()
        .skip(1)
        .forEach(row -> collector.take(row.number(), new LineRow(heading, row, grounds)));
    return collector.done();
  }

  private static LineTable refusing(String value, LineFlaw why) {
    return new LineTable(List.of(), List.of(new Refused(1, "", value, why)));
  }

  /// What stands between the names of the columns, none of which has one of them.
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    return DELIMITERS.stream()
        .max(Comparator.comparingLong(one -> first.chars().filter(c -> c == one).count()))
        .orElse(',');
  }

  /// The published numbers that the prices rest on.
  public SortedSet<String> indices() {
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.addAll(line.price().indices()));
    return Ordered.set(names);
  }

  /// Puts rows together.
  private static final class Collector {
    private final List<CommodityLine> lines = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    void take(int number, LineRow row) {
      Optional<CommodityLine> line = row.read();
      refused.addAll(row.refused());
      line.ifPresent(one -> take(number, one));
    }

    private void take(int number, CommodityLine line) {
      if (lines.size() == PeriodProtocol.LINES_MAX) {
        refused.add(new Refused(number, "", line.name(), LineFlaw.TOO_MANY));
      } else if (lines.stream().anyMatch(one -> one.name().equals(line.name()))) {
        refused.add(new Refused(number, LineColumn.NAME.code(), line.name(), LineFlaw.TWICE));
      } else if (lines.stream().anyMatch(one -> isSame(one, line))) {
        refused.add(
            new Refused(
                number, LineColumn.COMMODITY.code(), line.commodity(), LineFlaw.SAME_GOODS));
      } else {
        lines.add(line);
      }
    }

    /// Whatever name the line has: one thing is not put in twice.
    private static boolean isSame(CommodityLine one, CommodityLine other) {
      return one.commodity().equals(other.commodity())
          && one.exporter().equals(other.exporter())
          && one.text().equals(other.text());
    }

    LineTable done() {
      return new LineTable(lines, refused);
    }
  }
}
