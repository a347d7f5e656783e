package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The eleven rules of fair display (protocol clause 09-8), each on the rendered page. The boards
/// are made by the core and written by the API (`InquiryAnswersTest`).
class FairDisplayTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FEBRUARY = "inquiry/ir/100";
  private static final String APRIL = "inquiry/pk/205";
  private static final String JOINT = "inquiry/pk/216";
  private static final List<String> FIELDS =
      List.of("value", "as_of", "basis", "sources", "exhibits", "words", "positions", "history");

  private void board(String scene, String place) {
    visit(scene, place);
    page.until("document.querySelector('.board tbody tr')");
    page.settled();
  }

  /// Rule 1: two equal columns, in one order for every viewer, told apart by a letter and by no
  /// colour.
  @ParameterizedTest
  @CsvSource({
    "inquiry, ltr, en",
    "inquiry-there, ltr, en",
    "inquiry, rtl, fa",
    "inquiry-there, rtl, ur"
  })
  void rule1TheSidesHaveEqualColumnsInOneOrderAndALetter(
      String scene, String direction, String language) {
    board(scene, JOINT);
    prefer(language, "dark");
    assertThat(page.ask("document.dir").asText()).isEqualTo(direction);
    assertThat(
            strings(
                "[...document.querySelectorAll('.board thead th[data-side]')].map(e => e.dataset.side)"))
        .containsExactly("ir", "pk");
    assertThat(texts(".board thead .side")).containsExactly("A", "B");
    assertThat(
            numbers(
                "[...new Set([...document.querySelectorAll('.board [data-side]')]"
                    + ".map(e => Math.round(e.getBoundingClientRect().width)))]"))
        .as("one width")
        .hasSize(1);
    JsonNode places =
        page.ask(
            "['ir', 'pk'].map(side => [...new Set([...document.querySelectorAll(`td[data-side=${side}]`)]"
                + ".map(e => Math.round(e.getBoundingClientRect().x)))])");
    assertThat(places.path(0)).hasSize(1);
    assertThat(places.path(1)).hasSize(1);
    assertThat(places.path(0).path(0).asInt() < places.path(1).path(0).asInt())
        .as("A begins the line")
        .isEqualTo(direction.equals("ltr"));
    assertThat(
            strings(
                "[...new Set([...document.querySelectorAll('.board td[data-side] .claim:not(.struck), .board td[data-side]')]"
                    + ".map(e => e.className.split(' ')[0] + getComputedStyle(e).color + getComputedStyle(e).backgroundColor))]"))
        .as("one colour for what is said and one for cells, whichever side")
        .hasSize(2);
  }

  /// Rule 2: the same fields in the same order and size, and the same number of characters.
  @ParameterizedTest
  @ValueSource(strings = {FEBRUARY, APRIL, JOINT})
  void rule2EveryClaimHasTheSameFieldsInTheSameOrderAndSize(String matter) {
    board("inquiry", matter);
    JsonNode claims =
        page.ask(
            "[...document.querySelectorAll('.board .claim')].map(c => [...c.querySelectorAll('[data-field]')].map(f => f.dataset.field))");
    assertThat(claims).hasSizeGreaterThan(5);
    claims.forEach(
        fields ->
            assertThat(JSON.convertValue(fields, String[].class))
                .containsExactlyElementsOf(FIELDS));
    for (String field : FIELDS) {
      assertThat(
              strings(
                  "[...new Set([...document.querySelectorAll('.board td[data-side] [data-field=%s]')].map(f => getComputedStyle(f).fontSize))]"
                      .formatted(field)))
          .as(field)
          .hasSize(1);
    }
  }

  @Test
  void rule2AsManyCharactersAreVisibleOfEveryClaimBeforeMore() {
    board("inquiry", JOINT);
    JsonNode words =
        page.ask(
            "[...document.querySelectorAll('.board [data-field=words]')].filter(e => e.querySelector('a')).map(e => [...e.querySelector('q').textContent].length)");
    assertThat(words).isNotEmpty().allMatch(length -> length.asInt() == 281);
    assertThat(
            numbers(
                "[...document.querySelectorAll('.board [data-field=words]')].filter(e => e.querySelector('q') && !e.querySelector('a')).map(e => [...e.querySelector('q').textContent].length)"))
        .allMatch(length -> length <= 280);
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.board .claim')].every(e => e.scrollHeight <= e.clientHeight + 1)")
                .asBoolean())
        .as("nothing is cut by its frame")
        .isTrue();
  }

  /// Rule 3: in the order of the record, whatever its source is graded, and no way to sort.
  @ParameterizedTest
  @ValueSource(strings = {FEBRUARY, APRIL, JOINT})
  void rule3NothingIsSortedByCredibility(String matter) {
    board("inquiry", matter);
    List<String> expected = new ArrayList<>();
    boardOf(matter)
        .path("rows")
        .forEach(
            row -> {
              row.path("cells")
                  .forEach(
                      cell ->
                          cell.path("said")
                              .forEach(said -> expected.add(said.path("claim").asText())));
              row.path("third").forEach(said -> expected.add(said.path("claim").asText()));
            });
    assertThat(strings("[...document.querySelectorAll('.board .claim')].map(e => e.dataset.claim)"))
        .containsExactlyElementsOf(expected);
    assertThat(
            page.ask(
                    "document.querySelectorAll('.board [aria-sort], .board thead button, .board thead a').length")
                .asInt())
        .isZero();
  }

  /// Rule 4: third parties and the press stand in a lighter group of their own, with outlet and
  /// time.
  @Test
  void rule4ThirdPartiesStandBackWithOutletAndTime() {
    board("inquiry", FEBRUARY);
    assertThat(texts(".board td[data-side] .claim"))
        .noneMatch(text -> text.contains("Iran Front Page"));
    assertThat(texts(".board td.third .claim"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("Iran Front Page", "report 003", "06:00Z", "entered by Iran"))
        .anySatisfy(text -> assertThat(text).contains("Al Jazeera", "entered by Pakistan"));
    assertThat(
            strings(
                "[...new Set(['.board td[data-side] .claim', '.board td.third .claim'].map(s => getComputedStyle(document.querySelector(s)).color))]"))
        .as("lighter")
        .hasSize(2);
    assertThat(
            strings(
                "[...new Set([...document.querySelectorAll('.board .claim [data-field=value]')].map(e => getComputedStyle(e).fontSize))]"))
        .as("and as large as any")
        .hasSize(1);
  }

  /// Rule 5: intervals on one axis with as-of times, overlap and envelope, and never a mean.
  @Test
  void rule5CountsAreBarsOnOneAxisWithOverlapAndEnvelopeAndNoMean() {
    visit("inquiry", JOINT + "?tab=casualties");
    page.until("document.querySelector('.chart')");
    String chart = ".chart[data-row='killed/civil'] ";
    JsonNode bars =
        page.ask(
            """
            [...document.querySelectorAll("%s.bar-line svg")].map(s => { const r = s.querySelector('rect');
              return {low: Number(s.dataset.low), high: Number(s.dataset.high), x: Number(r.getAttribute('x')), width: Number(r.getAttribute('width')), left: Math.round(s.getBoundingClientRect().x), wide: Math.round(s.getBoundingClientRect().width)}; })
            """
                .formatted(chart));
    // 4-6, 3, 4, 3-8, then overlap 4 and envelope 3-8; one axis from 0 to 8.
    assertThat(bars).hasSize(6);
    bars.forEach(
        bar -> {
          assertThat(bar.path("left")).isEqualTo(bars.path(0).path("left"));
          assertThat(bar.path("wide")).isEqualTo(bars.path(0).path("wide"));
          assertThat(bar.path("x").asDouble())
              .isCloseTo(Math.min(bar.path("low").asInt() * 100 / 8.0, 99.2), Offset.offset(0.01));
          assertThat(bar.path("width").asDouble())
              .isCloseTo(
                  Math.max(0.8, (bar.path("high").asInt() - bar.path("low").asInt()) * 100 / 8.0),
                  Offset.offset(0.01));
        });
    assertThat(texts(chart + ".bar-line[data-bar]")).allMatch(text -> text.contains("as of"));
    assertThat(texts(chart + "[data-line=overlap]"))
        .singleElement()
        .asString()
        .contains("In common", "4");
    assertThat(texts(chart + "[data-line=envelope]")).singleElement().asString().contains("3–8");
    // The mean of 4-6, 4 and 3-8 would be 5 or 4.8; of the sides alone 4.5. Only 5 was said, as a
    // best estimate.
    assertThat(page.ask("document.querySelector('main').innerText").asText())
        .doesNotContainIgnoringCase("mean")
        .doesNotContainIgnoringCase("average")
        .doesNotContain("4.5", "4.8", "5.5");
  }

  /// Rule 6: the word between a side and what it says is made for both in the same way.
  @ParameterizedTest
  @CsvSource({"en", "fa", "ur"})
  void rule6TheWordBetweenSideAndValueIsTheSameForBoth(String language) {
    board("inquiry", JOINT);
    prefer(language, "dark");
    JsonNode verbs =
        page.ask(
            "['ir', 'pk'].map(side => [...new Set([...document.querySelectorAll(`td[data-side=${side}] .claim:not(.struck) .verb`)].map(e => { const name = e.querySelector('bdi').textContent; return e.textContent.replace(name, '·').trim(); }))])");
    assertThat(verbs.path(0)).hasSize(1);
    assertThat(verbs.path(1)).isEqualTo(verbs.path(0));
  }

  /// Rule 7: an empty cell says since when it is empty and since when the side has been asked.
  @Test
  void rule7AnEmptyCellSaysAsOfWhenAndWhenItWasAsked() {
    board("inquiry", FEBRUARY);
    assertThat(texts(".board-row[data-row=exit_direction] td[data-side=pk] .silence"))
        .containsExactly(
            "No statement by Pakistan as of 2019-05-06 09:10:00Z (asked 2019-04-22 08:15:15Z)");
    assertThat(texts(".board-row[data-row=exit_direction] td[data-side=ir] .silence"))
        .containsExactly("No statement by Iran as of 2019-05-06 09:10:00Z");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.board td[data-side]')].every(e => e.innerText.trim())")
                .asBoolean())
        .as("no cell is blank")
        .isTrue();
  }

  /// Rule 8: what was superseded or withdrawn stays in sight, struck through, with the reason.
  @Test
  void rule8WhatIsOverStaysStruckThroughWithItsReason() {
    board("inquiry", JOINT);
    assertThat(texts(".board td[data-side=pk] .claim.struck"))
        .singleElement()
        .asString()
        .contains(
            "Pakistan said before",
            "3",
            "Superseded by pk/220",
            "One of the injured died in hospital.");
    assertThat(
            page.ask(
                    "getComputedStyle(document.querySelector('.claim.struck s')).textDecorationLine")
                .asText())
        .isEqualTo("line-through");
    assertThat(
            page.ask(
                    "getComputedStyle(document.querySelector('.claim.struck .reason')).textDecorationLine")
                .asText())
        .isEqualTo("none");
    board("inquiry", FEBRUARY);
    assertThat(texts(".board td.third .claim.struck"))
        .hasSize(2)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("no longer reports", "The outlets corrected the figure to 27."));
  }

  /// Rule 9: what is agreed comes first, and what could be agreed next is named.
  @ParameterizedTest
  @ValueSource(strings = {FEBRUARY, APRIL, JOINT})
  void rule9WhatIsAgreedComesFirst(String matter) {
    board("inquiry", matter);
    List<String> order = List.of("agreed", "overlapping", "disputed", "unverified", "unanswered");
    List<String> states =
        strings("[...document.querySelectorAll('.board-row')].map(e => e.dataset.state)");
    assertThat(states).isSortedAccordingTo(Comparator.comparingInt(order::indexOf));
    assertThat(states.getFirst()).isEqualTo("agreed");
    assertThat(
            strings(
                "[...document.querySelectorAll('.board-row .next')].map(e => e.closest('tr').dataset.state)"))
        .allMatch("overlapping"::equals)
        .hasSize((int) states.stream().filter("overlapping"::equals).count());
  }

  /// Rule 10: names stand as each side wrote them; a link is shown beside them and changes none.
  @Test
  void rule10NamesStandAsEachSideWroteThem() {
    board("inquiry", JOINT);
    String row = ".board-row[data-row=perpetrator_group] ";
    assertThat(texts(row + "td[data-side=ir] .written")).containsExactly("Jaish al-Adl");
    assertThat(texts(row + "td[data-side=pk] .written")).containsExactly("Jaish ul-Adl");
    assertThat(texts(row + ".row-state")).containsExactly("agreed");
    assertThat(texts(".linked-names"))
        .singleElement()
        .asString()
        .contains("By agreement Jaish al-Adl and Jaish ul-Adl mean the same");
    assertThat(page.ask("document.querySelectorAll('[data-act*=merge]').length").asInt()).isZero();
  }

  /// Rule 11: a print keeps columns and order, and carries digest and code.
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void rule11APrintKeepsColumnsAndOrderWithDigestAndCode(String language) {
    visit("inquiry", JOINT + "/print");
    page.until("document.querySelector('.board-sheet .finding')");
    prefer(language, "light");
    page.onPaper();
    JsonNode board = boardOf(JOINT);
    assertThat(
            strings(
                "[...document.querySelectorAll('.board thead th[data-side]')].map(e => e.dataset.side)"))
        .containsExactly("ir", "pk");
    List<String> rows = new ArrayList<>();
    board.path("rows").forEach(row -> rows.add(row.path("row").asText()));
    assertThat(strings("[...document.querySelectorAll('.board-row')].map(e => e.dataset.row)"))
        .containsExactlyElementsOf(rows);
    assertThat(
            numbers(
                "[...new Set([...document.querySelectorAll('.board [data-side]')].map(e => Math.round(e.getBoundingClientRect().width)))]"))
        .as("equal on paper too")
        .hasSize(1);
    assertThat(texts(".digest .hash")).containsExactly(board.path("digest").asText());
    assertThat(page.ask("document.querySelectorAll('.digest svg.qr path').length").asInt())
        .isEqualTo(1);
    assertThat(PaperScan.read(page.pictures(".digest svg.qr").getFirst()))
        .isEqualTo(board.at("/symbol/text").asText())
        .contains(board.path("digest").asText());
    assertThat(texts(".board-sheet .dissent"))
        .as("with every dissent, at its row and its finding")
        .hasSize(2);
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.board-sheet button')].filter(e => e.offsetParent).length")
                .asInt())
        .isZero();
  }

  // ---- asking ---------------------------------------------------------------------------------

  private List<String> strings(String expression) {
    List<String> found = new ArrayList<>();
    page.ask(expression).forEach(one -> found.add(one.asText()));
    return found;
  }

  private List<Integer> numbers(String expression) {
    List<Integer> found = new ArrayList<>();
    page.ask(expression).forEach(one -> found.add(one.asInt()));
    return found;
  }

  private static JsonNode boardOf(String matter) {
    return canned("live", matter.replace("inquiry/", "inquiry/matters/") + "/board");
  }
}
