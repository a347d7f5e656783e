package org.sarhad.node.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.inquiry.Category;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Span;
import org.sarhad.core.inquiry.Subject;
import org.sarhad.core.inquiry.Value;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.response.DailyReport;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Sitrep;
import org.sarhad.core.response.Words;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.PartyView;
import org.sarhad.node.paper.PaperCode;
import org.sarhad.node.paper.PaperCopy;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.paper.QrSymbol;
import org.sarhad.node.print.Attachment;
import org.sarhad.node.print.Block;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.print.Text;
import org.sarhad.node.words.Language;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

class SheetsTest {
  private static final Instant TIME = Instant.parse("2019-04-22T08:00:00Z");
  private static final Bytes NOTE = Bytes.ofUtf8("{}\n\n\u2014 ir AAAA\n");
  private static final Bytes BODY = Bytes.ofUtf8("{\"_salt\":\"x\"}");
  private static final Signed SIGNED =
      new Signed(
          new Author(
              "ir",
              Optional.of("ir.sarhad.example/officer/7f3a"),
              Optional.of("watch_officer"),
              Optional.of("Desk")),
          TIME,
          "ir/12");

  private static Voice voice(Language language) {
    return Voice.of(
        language,
        new PartyView("ir", "Iran", "A", Optional.of("Asia/Tehran")),
        List.of(new PartyView("zz", "Elsewhere", "B", Optional.empty())));
  }

  private static final String PROOF = "c2sp.org/tlog-proof@v1\n";

  /// Papers of these entries, proven or not.
  private static PaperSet paper(boolean isProven, String... names) {
    Optional<String> proof = isProven ? Optional.of(PROOF) : Optional.empty();
    return new PaperSet(
        names[0],
        Stream.of(names)
            .map(name -> new PaperCopy(name, new PaperEntry(NOTE, List.of(BODY)), proof))
            .toList(),
        proof.map(_ -> "log ir\nquorum none\n"));
  }

  private static Sheet sitrep(Language language, String incident, Words restrictions) {
    var report =
        Sitrep.of(
            3,
            Sitrep.Form.FULL,
            Sitrep.Phase.UPDATE,
            TIME,
            Map.of(
                Sitrep.Letter.A, Words.en("Post 42"), Sitrep.Letter.M, new Words("fa", "آرام است")),
            restrictions);
    return SitrepSheet.of(
        voice(language), IncidentId.parse(incident), report, SIGNED, paper(true, "ir/12"));
  }

  /// All words on a sheet, in order.
  private static String words(Sheet sheet) {
    return String.join("\n", sheet.blocks().stream().flatMap(SheetsTest::words).toList());
  }

  private static Stream<String> words(Block block) {
    return switch (block) {
      case Block.Title(Text text) -> Stream.of(text.words());
      case Block.Heading(Text text) -> Stream.of(text.words());
      case Block.Paragraph(Text text, boolean _) -> Stream.of(text.words());
      case Block.Pair(Text name, List<Text> says) ->
          Stream.concat(Stream.of(name), says.stream()).map(Text::words);
      case Block.Row(List<Text> cells, boolean _) -> cells.stream().map(Text::words);
      case Block.Verbatim(String text) -> Stream.of(text);
      case Block.Codes(Text name, List<Block.Code> codes) ->
          Stream.concat(Stream.of(name), codes.stream().map(Block.Code::says)).map(Text::words);
      case Block.Rule() -> Stream.empty();
    };
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSitrepSaysEveryLetterAsItWasWritten(Language language) {
    var sheet = sitrep(language, "INC-IR-3", Words.en("no view to the east"));
    assertThat(words(sheet))
        .contains("INC-IR-3", "Post 42", "آرام است", "no view to the east", "ir/12")
        .contains("ir.sarhad.example/officer/7f3a", "Desk");
    assertThat(sheet.time()).isEqualTo(TIME);
    assertThat(sheet.style().stamp()).isEmpty();
    assertThat(sheet.style().digest()).isEqualTo(Merkle.sha256(NOTE).hex());
    assertThat(sheet.style().isRightToLeft()).isEqualTo(language != Language.EN);
    assertThat(sheet.style().folio().of(1, 2)).isNotBlank();
    assertThat(sheet.files())
        .extracting(Attachment::name)
        .containsExactly("ir-12.txt", "ir-12.1.json", "ir-12.tlog-proof", "ir-12.policy");
    assertThat(sheet.files().getFirst().content()).isEqualTo(NOTE);
  }

  @Test
  void whatCouldNotBeSeenIsAlwaysSaid() {
    assertThat(words(sitrep(Language.EN, "INC-IR-3", Words.NONE)))
        .contains("What we could not see\nNo restriction was stated.");
  }

  @Test
  void anExerciseIsStamped() {
    var sheet = sitrep(Language.EN, "EX-IR-1", Words.NONE);
    assertThat(sheet.style().stamp()).contains("EXERCISE");
    assertThat(words(sheet)).contains("EXERCISE\nPractice, not real.");
  }

  @Test
  void theCodesAreThoseOfThePaper() {
    var paper = paper(true, "ir/12");
    assertThat(symbols(sitrep(Language.EN, "INC-IR-3", Words.NONE)))
        .containsExactlyElementsOf(
            Stream.concat(paper.copies().getFirst().codes().stream(), paper.keys().stream())
                .map(PaperCode::symbol)
                .toList());
  }

  private static List<QrSymbol> symbols(Sheet sheet) {
    return sheet.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Codes(Text _, List<Block.Code> codes)
                    ? codes.stream().map(Block.Code::symbol)
                    : Stream.empty())
        .toList();
  }

  /// Keys stand once, whatever number of entries they are for.
  @Test
  void everyEntryHasItsCodesAndAllHaveOneSetOfKeys() {
    var sheet =
        new Frame(voice(Language.EN), paper(true, "ir/12", "ir/13", "pk/4"))
            .around("Title", TIME, List.of(), false);
    assertThat(words(sheet))
        .containsOnlyOnce("log ir\n")
        .contains("Each signature is an entry of its own", "--scanned *.txt")
        .contains("\u2068ir/12\u2069", "\u2068ir/13\u2069", "\u2068pk/4\u2069");
    assertThat(symbols(sheet)).hasSize(3 * 2 + 1);
    assertThat(sheet.files()).hasSize(3 * 3 + 1).doesNotHaveDuplicates();
  }

  @Test
  void whatIsInternalSaysSoAndHasNoProof() {
    var internal = paper(false, "journal/4");
    var sheet = new Frame(voice(Language.EN), internal).around("Title", TIME, List.of(), false);
    assertThat(words(sheet)).contains("Internal", "journal/4").doesNotContain("./sarhad verify");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aDailyReportHasEveryLine(Language language) {
    var counts = new TreeMap<>(Map.of(DailyReport.Count.TASKINGS, 7));
    var report =
        new DailyReport(
            2,
            LocalDate.of(2019, 4, 22),
            TIME.minusSeconds(86_400),
            TIME,
            counts,
            new TreeMap<>(),
            Words.NONE);
    var sheet = DailySheet.of(voice(language), report, SIGNED, paper(false, "ir/12"));
    assertThat(sheet.blocks())
        .filteredOn(Block.Row.class::isInstance)
        .hasSize(1 + DailyReport.Count.values().length);
    assertThat(words(sheet)).contains(language.number(7), language.signed(7));
  }

  /// Who reads must not be able to miss a word.
  @Test
  void termsAreShownToTheLast() throws Exception {
    var text =
        "{\"a\":{\"b\":[{\"c\":\"deep\"},{\"c\":\"deeper\"}],\"d\":[]},\"e\":true,\"f\":[1,2,3],"
            + "\"from\":\"2019-05-01T00:00:00.000Z\",\"g\":\"\",\"h\":\"a\u202eb\",\"n\":null,"
            + "\"title\":\"First\"}";
    var terms = (Json.Obj) Json.parse(Bytes.ofUtf8(text), JsonLimits.ofBytes(1000));
    var blocks = Terms.of(voice(Language.EN), terms);
    var words = blocks.stream().map(block -> String.join("=", words(block).toList())).toList();
    assertThat(words.getFirst()).isEqualTo("Title=First");
    assertThat(String.join("\n", words))
        .contains("1 · \u2066c\u2069=deep", "2 · \u2066c\u2069=deeper", "=nothing in it", "=yes")
        .contains("=1, 2, 3", "From=1 May 2019 · ", "=an empty text", "=a[U+202E]b");
  }

  @Test
  void valuesAreSaidAsTheConsoleSaysThem() {
    var values = new Values(voice(Language.EN));
    var killed = Value.Quantity.persons(Span.between(4, 6), Category.CIVIL);
    assertThat(values.of(killed).words()).isEqualTo("4–6 people, civilians");
    assertThat(values.row(Subject.of(Property.KILLED, killed)))
        .isEqualTo("\u2068Killed\u2069, \u2068civilians\u2069");
    assertThat(values.of(Value.Quantity.persons(Span.atLeast(20), Category.SECURITY)).words())
        .startsWith("at least 20");
    assertThat(values.of(new Value.YesNo(false)).words()).isEqualTo("no");
    assertThat(values.of(new Value.Interval(TIME, TIME)).words()).startsWith("22 April 2019");
    assertThat(values.of(new Value.Interval(TIME, TIME.plusSeconds(60))).words()).contains(" to ");
    var place = Place.at("Post 42", Position.ofDegrees(26.2381, -61.9), 500);
    assertThat(values.of(new Value.Location(place)).words())
        .isEqualTo("\u2068Post 42\u2069 · \u206626.2381 N 61.9000 W\u2069 give or take 500 m");
  }

  @Test
  void aSideThatNoCatalogueKnowsHasItsOwnName() {
    assertThat(voice(Language.FA).nameOf("ir")).isEqualTo("ایران");
    assertThat(voice(Language.FA).nameOf("zz")).isEqualTo("Elsewhere");
    assertThat(voice(Language.FA).nameOf("xx")).isEqualTo("xx");
  }
}
