package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.market.MarketScene.IR;
import static org.sarhad.core.market.MarketScene.PK;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Csv;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.LineTable.Refused;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// Lines of a protocol out of a table, and what is not taken of it (protocol clause 17-2.7).
class LineTableTest {
  /// Arms are barred, and five per cent are tolerated.
  private static final LineTable.Grounds GROUNDS =
      new LineTable.Grounds(
          Ordered.set(IR, PK),
          new BarterSettings(
              Money.ZERO, Money.ZERO, Money.ZERO, 0, 500, 50, 1, 30, Ordered.set("93", "2710")));

  private static final String HEADING =
      "name,commodity,text_en,exporter,lot,unit,price,per,parts,lots_least,lots_most,worth_least,"
          + "worth_most,tolerance\n";

  private static final String RICE = row("rice", "100630");

  private static String row(String name, String commodity) {
    return name + "," + commodity + ",Rice " + name + ",pk,60,TNE,400,TNE,,0,10,0,1000000,50\n";
  }

  private static LineTable read(String text) {
    return LineTable.read(text, GROUNDS);
  }

  // ---- what is taken --------------------------------------------------------------------------

  @Test
  void aRowIsALineOfTheProtocol() {
    LineTable read =
        read(
            HEADING.replace("text_en", "text_en,text_fa") + RICE.replace("Rice rice", "Rice,برنج"));

    assertThat(read.refused()).isEmpty();
    assertThat(read.lines())
        .containsExactly(
            new CommodityLine(
                "rice",
                "100630",
                Wording.of("en", "Rice").and("fa", "برنج"),
                PK,
                new Quantity(60, UnitCode.TNE),
                PriceRule.fixed(Rational.of(400), UnitCode.TNE),
                50,
                new CommodityLine.Range(0, 10),
                new CommodityLine.Range(0, Money.ofUnits(1_000_000).minor())));
    assertThat(read.indices()).isEmpty();
  }

  @Test
  void whatIsNotFilledInIsTheUsual() {
    LineTable read =
        read(
            """
            lots_most;worth_most;price;unit;lot;exporter;text_ur;commodity;name
            20;5000.25;2 * p;gv;1000;IR;گیس;2711.21;gas
            """);

    assertThat(read.refused()).isEmpty();
    CommodityLine gas = read.lines().getFirst();
    assertThat(gas.commodity()).isEqualTo("271121");
    assertThat(gas.price().per()).isEqualTo(UnitCode.GV);
    assertThat(gas.price().where()).isEmpty();
    assertThat(gas.lots()).isEqualTo(new CommodityLine.Range(0, 20));
    assertThat(gas.value()).isEqualTo(new CommodityLine.Range(0, 50_002_500));
    assertThat(gas.tolerance()).isZero();
    assertThat(read.indices()).containsExactly("p");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void anySeparatorOfASpreadsheetWillDo(String separator) {
    String text = "\uFEFF" + (HEADING + RICE).replace(",", separator).replace("\n", "\r\n");
    assertThat(read(text)).isEqualTo(read(HEADING + RICE));
  }

  @Test
  void theDigitsOfBothSidesAreDigits() {
    String persian =
        RICE.replace("100630", "۱۰۰۶۳۰").replace(",60,", ",۶۰,").replace("400", "۴۰۰٫۵");
    String arabic =
        RICE.replace("100630", "١٠٠٦٣٠").replace(",60,", ",٦٠,").replace("400", "٤٠٠٫٥");
    assertThat(read(HEADING + persian)).isEqualTo(read(HEADING + RICE.replace("400", "400.5")));
    assertThat(read(HEADING + arabic)).isEqualTo(read(HEADING + persian));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100630", "10063010", "1006301000", "1006.30", "1006 30 10", "970110"})
  void codesOfTheHarmonizedSystem(String code) {
    assertThat(read(HEADING + row("rice", code)).refused()).isEmpty();
  }

  @Test
  void aPriceMayHaveParts() {
    String row = RICE.replace("400,TNE,,", "\"max(p, 2)\",KGM,p = 0.8 * brent; q=2 ,");
    CommodityLine line = read(HEADING + row).lines().getFirst();
    assertThat(line.price().per()).isEqualTo(UnitCode.KGM);
    assertThat(line.price().where())
        .containsEntry("p", PriceFormula.parse("0.8 * brent"))
        .containsEntry("q", PriceFormula.parse("2"));
    assertThat(line.price().indices()).containsExactly("brent");
  }

  // ---- what is not ----------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyReasonIsGivenWithItsLineItsColumnAndItsValue(LineFlaw why) {
    Refused refused = provoke(why);
    assertThat(refused.why()).isEqualTo(why);
    assertThat(why.sentence()).endsWith(".");
  }

  /// The switch has no default: a new reason does not compile before it has its case here.
  private static Refused provoke(LineFlaw why) {
    return switch (why) {
      case TOO_LONG -> only("x".repeat(LineTable.LENGTH_MAX + 1), 1, "", "1048577");
      case COLUMN_UNKNOWN -> only(HEADING.replace("\n", ",colour\n"), 1, "", "colour");
      case COLUMN_TWICE -> only(HEADING.replace("per", "unit"), 1, "", "unit");
      case COLUMN_MISSING -> only(HEADING.replace("text_en,", ""), 1, "", "text_en");
      case QUOTE -> third("\"wheat,100199\n", "", "wheat,100199\n");
      case FIELDS ->
          third(
              wheat("50", "50,1"),
              "",
              "wheat,100199,Rice wheat,pk,60,TNE,400,TNE,,0,10,0,1000000,50,1");
      case NAME -> third(wheat("wheat,", "Wheat 1,"), "name", "Wheat 1");
      case TWICE -> third(wheat("wheat,", "rice,"), "name", "rice");
      case SAME_GOODS -> third(RICE.replaceFirst("rice", "rice_2"), "commodity", "100630");
      case COMMODITY -> third(wheat("100199", "0100199"), "commodity", "0100199");
      case BARRED -> third(wheat("100199", "930690"), "commodity", "930690");
      case UNNAMED -> third(wheat("Rice wheat", " "), "text_en", "");
      case TEXT -> third(wheat("Rice wheat", "x".repeat(401)), "text_en", "x".repeat(200));
      case EXPORTER -> third(wheat(",pk,", ",om,"), "exporter", "om");
      case LOT -> third(wheat(",60,", ",-60,"), "lot", "-60");
      case UNIT -> third(wheat(",60,TNE,", ",60,TON,"), "unit", "TON");
      case DIMENSION -> third(wheat("400,TNE", "400,MWH"), "per", "MWH");
      case PRICE -> third(wheat(",400,", ",400 USD,"), "price", "400 USD");
      case PARTS -> third(wheat("400,TNE,,", "p,TNE,p = p + 1,"), "parts", "p = p + 1");
      case WORTHLESS -> third(wheat(",400,", ",0,"), "price", "0");
      case LOTS -> third(wheat(",0,10,", ",0,10.5,"), "lots_most", "10.5");
      case WORTH -> third(wheat(",1000000,", ",-5,"), "worth_most", "-5");
      case RANGE -> third(wheat(",0,10,", ",11,10,"), "lots_least", "11");
      case TOLERANCE -> third(wheat(",50\n", ",5%\n"), "tolerance", "5%");
      case TOLERANCE_TOO_HIGH -> third(wheat(",50\n", ",51\n"), "tolerance", "51");
      case TOO_MANY -> {
        StringBuilder rows = new StringBuilder(HEADING);
        IntStream.rangeClosed(1, PeriodProtocol.LINES_MAX + 1)
            .forEach(at -> rows.append(row("rice_" + at, "100630")));
        yield only(rows.toString(), 66, "", "rice_65");
      }
    };
  }

  private static String wheat(String from, String to) {
    return row("wheat", "100199").replace(from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100199    | 00630      | COMMODITY
          100199    | 006300     | COMMODITY
          100199    | 770100     | COMMODITY
          100199    | 100199000  | COMMODITY
          100199    | 10-0199    | COMMODITY
          100199    | 271019     | BARRED
          ,TNE,400  | ,TNE,      | PRICE
          ,TNE,400  | ,TNE,1/0   | PRICE
          ,TNE,400  | ,TNE,-1    | PRICE
          ,TNE,400  | ,,400      | UNIT
          ,400,TNE  | ,400,TON   | UNIT
          ,60,      | ,0,        | LOT
          ,60,      | ,,         | LOT
          ,60,      | ,6e1,      | LOT
          ,60,      | ,99999999999999999999, | LOT
          ,0,10,    | ,0,0,      | LOTS
          ,0,10,    | ,-1,10,    | LOTS
          ,0,10,    | ,0,1000000001, | LOTS
          ,1000000, | ,0,        | WORTH
          ,1000000, | ,1.00001,  | WORTH
          ,1000000, | ,999999999999, | WORTH
          ,0,1000000, | ,2,1,    | RANGE
          400,TNE,, | 400,TNE,p=1;p=2, | PARTS
          400,TNE,, | 400,TNE,p 1, | PARTS
          400,TNE,, | 400,TNE,P=1, | PARTS
          ,pk,      | ,,         | EXPORTER
          ,50       | ,101       | TOLERANCE
          """)
  void otherWaysToTheSame(String from, String to, LineFlaw why) {
    assertThat(read(HEADING + wheat(from, to)).refused()).extracting(Refused::why).contains(why);
  }

  @Test
  void allThatIsWrongWithARowIsSaidAtOnce() {
    assertThat(read(HEADING + RICE + "W,1,,om,0,XX,,YY,,5,4,x,y,z\n").refused())
        .allMatch(refused -> refused.line() == 3)
        .extracting(Refused::why)
        .containsExactly(
            LineFlaw.NAME,
            LineFlaw.COMMODITY,
            LineFlaw.UNNAMED,
            LineFlaw.EXPORTER,
            LineFlaw.LOT,
            LineFlaw.UNIT,
            LineFlaw.PRICE,
            LineFlaw.UNIT,
            LineFlaw.RANGE,
            LineFlaw.WORTH,
            LineFlaw.WORTH,
            LineFlaw.TOLERANCE);
  }

  @Test
  void aTableHasSoManyRowsAndNoMore() {
    String row = row("rice", "100630");
    assertThat(read(HEADING + row.repeat(1_000)).lines()).hasSize(1);
    assertThat(read(HEADING + row.repeat(1_001)).refused())
        .containsExactly(new Refused(1, "", "1001", LineFlaw.TOO_LONG));
  }

  @Test
  void nothingIsNoTable() {
    assertThat(read("").refused()).allMatch(refused -> refused.why() == LineFlaw.COLUMN_MISSING);
    assertThat(read("\uFEFF").refused()).isNotEmpty();
  }

  // ---- there and back -------------------------------------------------------------------------

  @Test
  void theEmptyTableHasEveryColumnAndNoLine() {
    assertThat(LineSheet.empty())
        .isEqualTo(
            "\uFEFFname,commodity,text_en,text_fa,text_ur,exporter,lot,unit,price,per,parts,"
                + "lots_least,lots_most,worth_least,worth_most,tolerance\r\n");
    assertThat(read(LineSheet.empty())).isEqualTo(new LineTable(List.of(), List.of()));
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    TreeMap<String, PriceFormula> parts = new TreeMap<>();
    parts.put("floor", PriceFormula.parse("3.2"));
    parts.put("p", PriceFormula.parse("0.075 * (brent + dubai) / 2"));
    CommodityLine power =
        new CommodityLine(
            "power",
            "27160000",
            Wording.of("en", "=Power, \"firm\"\nat 132 kV").and("fa", "برق").and("de", "'-Strom"),
            IR,
            new Quantity(1_000, UnitCode.MWH),
            new PriceRule(PriceFormula.parse("max(floor, p)"), UnitCode.KWH, parts),
            12,
            new CommodityLine.Range(3, 1_000_000_000),
            new CommodityLine.Range(1, Json.INTEGER_MAX));
    List<CommodityLine> lines = List.of(MarketScene.gas(), power, MarketScene.rice());

    assertThat(read(LineSheet.of(lines))).isEqualTo(new LineTable(lines, List.of()));
    assertThat(LineSheet.of(lines))
        .contains("text_de,text_en,text_fa,text_ur", "900719925474.0991");
  }

  /// Whatever the text: what is taken can stand in a protocol and is written and read again, and
  /// every row is either taken or in the report.
  @Test
  void damagedTablesAreReadAsFarAsTheyCanBe() {
    String right = HEADING + RICE + row("wheat", "100199") + row("barley", "100390");
    Set<LineFlaw> met = EnumSet.noneOf(LineFlaw.class);
    Seeded.check(
        3_000,
        random -> {
          Bytes damaged = Mutations.mutate(Bytes.ofUtf8(right), random);
          String text = new String(damaged.toArray(), StandardCharsets.UTF_8);
          LineTable read = read(text);
          read.refused().forEach(refused -> met.add(refused.why()));
          assertThat(read.refused()).isSortedAccordingTo((a, b) -> a.line() - b.line());
          boolean hasHeading = read.refused().stream().noneMatch(refused -> refused.line() == 1);
          if (hasHeading) {
            long named = read.refused().stream().map(Refused::line).distinct().count();
            assertThat(read.lines().size() + named).isEqualTo(Csv.parse(text).size() - 1);
          }
          assertThat(read(LineSheet.of(read.lines())).lines()).isEqualTo(read.lines());
        });
    assertThat(met)
        .contains(
            LineFlaw.COLUMN_MISSING,
            LineFlaw.COLUMN_UNKNOWN,
            LineFlaw.FIELDS,
            LineFlaw.COMMODITY,
            LineFlaw.UNIT,
            LineFlaw.PRICE);
  }

  /// The one refusal where `row` comes behind a right one.
  private static Refused third(String row, String column, String value) {
    return only(HEADING + RICE + row, 3, column, value);
  }

  private static Refused only(String text, int line, String column, String value) {
    LineTable read = read(text);
    assertThat(read.refused()).hasSize(1);
    Refused refused = read.refused().getFirst();
    assertThat(refused.line()).isEqualTo(line);
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.value()).isEqualTo(value);
    return refused;
  }
}
