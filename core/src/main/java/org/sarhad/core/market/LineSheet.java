package org.sarhad.core.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.data.CsvCell;

/// Lines of a protocol as a table for spreadsheets (protocol clause 17-2.7): what [LineTable]
/// reads. It begins with a byte order mark, without which some of them garble Persian and Urdu.
public final class LineSheet {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> LANGUAGES = List.of("en", "fa", "ur");

  private LineSheet() {}

  /// The table without a line: what to fill in.
  public static String empty() {
    return of(List.of());
  }

  /// The table of `lines`, in their order. Inverse of [LineTable#read] for what that takes.
  /// O(lines).
  public static String of(List<CommodityLine> lines) {
    TreeSet<String> languages = new TreeSet<>(LANGUAGES);
    lines.forEach(line -> languages.addAll(line.text().texts().keySet()));
    return Stream.concat(
            Stream.of(heading(languages)), lines.stream().map(line -> row(line, languages)))
        .map(row -> row.stream().map(CsvCell::write).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
  }

  /// What goods are called stands behind their code.
  private static List<String> heading(SortedSet<String> languages) {
    List<String> heading = new ArrayList<>();
    for (LineColumn column : LineColumn.values()) {
      heading.add(column.code());
      if (column == LineColumn.COMMODITY) {
        languages.forEach(language -> heading.add(LineHeading.TEXT + language));
      }
    }
    return heading;
  }

  private static List<String> row(CommodityLine line, SortedSet<String> languages) {
    List<String> row = new ArrayList<>();
    for (LineColumn column : LineColumn.values()) {
      row.add(cell(line, column));
      if (column == LineColumn.COMMODITY) {
        languages.forEach(language -> row.add(line.text().in(language).orElse("")));
      }
    }
    return row;
  }

  private static String cell(CommodityLine line, LineColumn column) {
    return switch (column) {
      case NAME -> line.name();
      case COMMODITY -> line.commodity();
      case EXPORTER -> line.exporter().value();
      case LOT -> String.valueOf(line.lot().amount());
      case UNIT -> line.lot().unit().code();
      case PRICE -> line.price().formula().print();
      case PER -> line.price().per().code();
      case PARTS -> parts(line.price());
      case LOTS_LEAST -> String.valueOf(line.lots().least());
      case LOTS_MOST -> String.valueOf(line.lots().most());
      case WORTH_LEAST -> amount(line.value().least());
      case WORTH_MOST -> amount(line.value().most());
      case TOLERANCE -> String.valueOf(line.tolerance());
    };
  }

  private static String parts(PriceRule price) {
    return price.where().entrySet().stream()
        .map(part -> part.getKey() + " = " + part.getValue().print())
        .collect(Collectors.joining("; "));
  }

  private static String amount(long minor) {
    BigDecimal units = BigDecimal.valueOf(minor, Money.SCALE).stripTrailingZeros();
    return units.signum() == 0 ? "0" : units.toPlainString();
  }
}
