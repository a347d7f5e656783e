package org.sarhad.core.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Csv;
import org.sarhad.core.data.CsvCell;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;

/// One row of a [LineTable] while it is read: every field, even behind one that is wrong, so that
/// all that there is to mend is mended at once.
final class LineRow {
  private static final int TEXT_MAX = 400;
  private static final int TOLERANCE_MAX = 100;
  private static final int PERMILLE_TO_RATE = 10;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,16}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
  private static final Pattern CODE = Pattern.compile("([0-9]{6}|[0-9]{8}|[0-9]{10})");

  /// No chapters of the Harmonized System: the first one is 01, and 77 is kept free.
  private static final List<String> NO_CHAPTERS = List.of("00", "77");

  private static final Pattern DOTS = Pattern.compile("[. ]");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern EQUALS = Pattern.compile("=");

  private final LineHeading heading;
  private final Csv.Line row;
  private final LineTable.Grounds grounds;
  private final List<LineTable.Refused> refused = new ArrayList<>();

  LineRow(LineHeading heading, Csv.Line row, LineTable.Grounds grounds) {
    this.heading = heading;
    this.row = row;
    this.grounds = grounds;
  }

  /// What is wrong with it, once it was read.
  List<LineTable.Refused> refused() {
    return refused;
  }

  /// The line, if nothing is wrong.
  Optional<CommodityLine> read() {
    if (!row.isClosed() || row.fields().size() > heading.size()) {
      String all = String.join(",", row.fields());
      refuse("", all, row.isClosed() ? LineFlaw.FIELDS : LineFlaw.QUOTE);
      return Optional.empty();
    }
    Optional<String> name =
        take(LineColumn.NAME, text -> Names.checked("line", text), LineFlaw.NAME);
    Optional<String> commodity = commodity();
    Optional<Wording> text = text();
    Optional<PartyId> exporter = take(LineColumn.EXPORTER, this::exporter, LineFlaw.EXPORTER);
    Optional<Quantity> lot = lot();
    Optional<PriceRule> price = price(lot);
    Optional<CommodityLine.Range> lots = lots();
    Optional<CommodityLine.Range> worth = worth();
    Optional<Integer> tolerance = tolerance();
    if (!refused.isEmpty()) {
      return Optional.empty();
    }
    CommodityLine line =
        new CommodityLine(
            name.orElseThrow(),
            commodity.orElseThrow(),
            text.orElseThrow(),
            exporter.orElseThrow(),
            lot.orElseThrow(),
            price.orElseThrow(),
            tolerance.orElseThrow(),
            lots.orElseThrow(),
            worth.orElseThrow());
    boolean isWorthless = line.price().indices().isEmpty() && !line.isPriced(new TreeMap<>());
    if (isWorthless) {
      refuse(LineColumn.PRICE, LineFlaw.WORTHLESS);
      return Optional.empty();
    }
    return Optional.of(line);
  }

  // ---- what a line is of ----------------------------------------------------------------------

  private Optional<String> commodity() {
    Optional<String> code = take(LineColumn.COMMODITY, LineRow::code, LineFlaw.COMMODITY);
    if (code.filter(grounds.settings()::bars).isPresent()) {
      refuse(LineColumn.COMMODITY, LineFlaw.BARRED);
    }
    return code;
  }

  /// Dots are how the code is printed, and no part of it: `1006.30`.
  private static String code(String text) {
    String code = DOTS.matcher(latin(text)).replaceAll("");
    if (!CODE.matcher(code).matches() || NO_CHAPTERS.contains(code.substring(0, 2))) {
      throw new IllegalArgumentException(code);
    }
    return code;
  }

  private Optional<Wording> text() {
    TreeMap<String, String> texts = new TreeMap<>();
    heading.languages().forEach((language, at) -> putText(texts, language, field(at)));
    if (texts.isEmpty()) {
      refuse(LineHeading.TEXT + heading.languages().firstKey(), "", LineFlaw.UNNAMED);
      return Optional.empty();
    }
    try {
      return Optional.of(new Wording(texts).atMost("text", TEXT_MAX));
    } catch (IllegalArgumentException _) {
      refuse(
          LineHeading.TEXT + texts.firstKey(), String.join(" / ", texts.values()), LineFlaw.TEXT);
      return Optional.empty();
    }
  }

  private static void putText(SortedMap<String, String> texts, String language, String text) {
    if (!text.isBlank()) {
      texts.put(language, text);
    }
  }

  private PartyId exporter(String text) {
    PartyId side = PartyId.of(text.toLowerCase(Locale.ROOT));
    if (!grounds.sides().contains(side)) {
      throw new IllegalArgumentException(text);
    }
    return side;
  }

  // ---- how much, and for how much -------------------------------------------------------------

  private Optional<Quantity> lot() {
    Optional<Long> amount =
        take(LineColumn.LOT, text -> whole(text, 1, Json.INTEGER_MAX), LineFlaw.LOT);
    Optional<UnitCode> unit = take(LineColumn.UNIT, LineRow::unit, LineFlaw.UNIT);
    return amount.flatMap(some -> unit.map(of -> new Quantity(some, of)));
  }

  private static UnitCode unit(String text) {
    return UnitCode.of(text.toUpperCase(Locale.ROOT));
  }

  private Optional<PriceRule> price(Optional<Quantity> lot) {
    Optional<PriceFormula> formula =
        take(LineColumn.PRICE, text -> PriceFormula.parse(latin(text)), LineFlaw.PRICE);
    Optional<SortedMap<String, PriceFormula>> parts =
        take(LineColumn.PARTS, LineRow::parts, LineFlaw.PARTS);
    Optional<UnitCode> per =
        value(LineColumn.PER).isEmpty()
            ? lot.map(Quantity::unit)
            : take(LineColumn.PER, LineRow::unit, LineFlaw.UNIT);
    boolean isOfOther =
        lot.isPresent() && per.filter(unit -> lot.get().in(unit).isEmpty()).isPresent();
    if (isOfOther) {
      refuse(LineColumn.PER, LineFlaw.DIMENSION);
    }
    if (formula.isEmpty() || parts.isEmpty() || per.isEmpty()) {
      return Optional.empty();
    }
    return take(
        LineColumn.PARTS,
        _ -> new PriceRule(formula.get(), per.get(), parts.get()),
        LineFlaw.PARTS);
  }

  private static SortedMap<String, PriceFormula> parts(String text) {
    TreeMap<String, PriceFormula> parts = new TreeMap<>();
    SEMICOLON
        .splitAsStream(latin(text))
        .filter(part -> !part.isBlank())
        .forEach(
            part -> {
              String[] sides = EQUALS.split(part, -1);
              if (sides.length != 2
                  || parts.put(sides[0].strip(), PriceFormula.parse(sides[1].strip())) != null) {
                throw new IllegalArgumentException(part);
              }
            });
    return parts;
  }

  // ---- within what ----------------------------------------------------------------------------

  private Optional<CommodityLine.Range> lots() {
    return range(
        LineColumn.LOTS_LEAST,
        take(LineColumn.LOTS_LEAST, text -> whole(text, 0, CommodityLine.LOTS_MAX), LineFlaw.LOTS),
        take(LineColumn.LOTS_MOST, text -> whole(text, 1, CommodityLine.LOTS_MAX), LineFlaw.LOTS));
  }

  private Optional<CommodityLine.Range> worth() {
    return range(
        LineColumn.WORTH_LEAST,
        take(LineColumn.WORTH_LEAST, text -> amount(text, 0), LineFlaw.WORTH),
        take(LineColumn.WORTH_MOST, text -> amount(text, 1), LineFlaw.WORTH));
  }

  private Optional<CommodityLine.Range> range(
      LineColumn column, Optional<Long> least, Optional<Long> most) {
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    if (least.get() > most.get()) {
      refuse(column, LineFlaw.RANGE);
      return Optional.empty();
    }
    return Optional.of(new CommodityLine.Range(least.get(), most.get()));
  }

  private Optional<Integer> tolerance() {
    Optional<Integer> tolerance =
        take(
            LineColumn.TOLERANCE,
            text -> Math.toIntExact(whole(text, 0, TOLERANCE_MAX)),
            LineFlaw.TOLERANCE);
    boolean isTooHigh =
        tolerance
            .filter(some -> (long) some * PERMILLE_TO_RATE > grounds.settings().overDelivery())
            .isPresent();
    if (isTooHigh) {
      refuse(LineColumn.TOLERANCE, LineFlaw.TOLERANCE_TOO_HIGH);
    }
    return tolerance;
  }

  // ---- fields ---------------------------------------------------------------------------------

  private <T> Optional<T> take(LineColumn column, Function<String, T> reading, LineFlaw why) {
    String value = value(column);
    try {
      return Optional.of(reading.apply(value.isEmpty() ? column.standard() : value));
    } catch (IllegalArgumentException _) {
      refuse(column, why);
      return Optional.empty();
    }
  }

  private void refuse(LineColumn column, LineFlaw why) {
    refuse(column.code(), value(column), why);
  }

  private void refuse(String column, String value, LineFlaw why) {
    refused.add(new LineTable.Refused(row.number(), column, value, why));
  }

  /// What stands there; empty when nothing does.
  private String value(LineColumn column) {
    return Optional.ofNullable(heading.columns().get(column)).map(this::field).orElse("").strip();
  }

  private String field(int at) {
    return at < row.fields().size() ? CsvCell.read(row.fields().get(at)) : "";
  }

  private static long whole(String text, long min, long max) {
    String digits = latin(text);
    if (!WHOLE.matcher(digits).matches()
        || Long.parseLong(digits) < min
        || Long.parseLong(digits) > max) {
      throw new IllegalArgumentException(text);
    }
    return Long.parseLong(digits);
  }

  /// Units of account in ten-thousandths.
  private static long amount(String text, long min) {
    String digits = latin(text);
    if (!AMOUNT.matcher(digits).matches()) {
      throw new IllegalArgumentException(text);
    }
    long minor = new BigDecimal(digits).movePointRight(Money.SCALE).longValueExact();
    if (minor < min || minor > Json.INTEGER_MAX) {
      throw new IllegalArgumentException(text);
    }
    return minor;
  }

  /// `text` with the digits of Persian and Arabic, and their decimal point, as Latin ones.
  private static String latin(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    text.chars().forEach(c -> latin.append(latin((char) c)));
    return latin.toString();
  }

  private static char latin(char c) {
    if (c >= '\u06F0' && c <= '\u06F9') {
      return (char) (c - '\u06F0' + '0');
    }
    if (c >= '\u0660' && c <= '\u0669') {
      return (char) (c - '\u0660' + '0');
    }
    return c == '\u066B' ? '.' : c;
  }
}
