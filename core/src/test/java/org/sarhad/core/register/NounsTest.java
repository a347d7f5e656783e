package org.sarhad.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;

/// The nouns that the registers share.
class NounsTest {
  // ---- wording --------------------------------------------------------------------------------

  @Test
  void wordingIsTheSameInSeveralLanguages() throws Exception {
    Wording wording =
        Wording.of("ur", "گیس پائپ لائن").and("en", "Gas pipeline").and("fa", "خط لولهٔ گاز");

    assertThat(wording.toJson().toString())
        .isEqualTo("{\"en\":\"Gas pipeline\",\"fa\":\"خط لولهٔ گاز\",\"ur\":\"گیس پائپ لائن\"}");
    assertThat(Wording.fromJson(wording.toJson())).isEqualTo(wording);
    assertThat(wording.in("fa")).contains("خط لولهٔ گاز");
    assertThat(wording.in("de")).isEmpty();
    assertThat(wording.length()).isEqualTo(12 + 13 + 12);
  }

  @Test
  void wordingOfNothingIsNone() {
    assertThatThrownBy(() -> new Wording(new TreeMap<>())).hasMessageContaining("in 0 languages");
    assertThatThrownBy(() -> Wording.fromJson(Json.obj().build()))
        .hasMessageContaining("in 0 languages");
  }

  @Test
  void fiveLanguagesAreTooMany() {
    Wording four = Wording.of("en", "a").and("fa", "b").and("ur", "c").and("ar", "d");

    assertThatThrownBy(() -> four.and("tr", "e")).hasMessageContaining("in 5 languages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EN", "e", "engl", "e1", "x_y"})
  void aLanguageIsACode(String code) {
    assertThatThrownBy(() -> Wording.of(code, "text")).hasMessageContaining("two or three small");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u202Eturned", "half \uD800"})
  void aTextIsProse(String text) {
    assertThatThrownBy(() -> Wording.of("en", text)).hasMessageContaining("text in en has");
  }

  @Test
  void aLongTextIsRefusedWithItsLength() {
    Wording wording = Wording.of("en", "x".repeat(60)).and("fa", "y".repeat(41));

    assertThat(wording.atMost("title", 101)).isEqualTo(wording);
    assertThatThrownBy(() -> wording.atMost("title", 100))
        .hasMessageContaining("title has 101 characters; at most 100");
    assertThatThrownBy(() -> Wording.of("en", "x".repeat(Wording.LENGTH_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- due dates ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "2019-06-30+05:00, 2019-06-30T19:00:00Z",
    "2019-06-30+04:30, 2019-06-30T19:30:00Z",
    "2019-06-30-03:00, 2019-07-01T03:00:00Z",
    "2020-02-28+00:00, 2020-02-29T00:00:00Z",
    "2999-12-31+18:00, 2999-12-31T06:00:00Z"
  })
  void aDayIsOverAtItsOffset(String text, Instant over) {
    DueDate date = DueDate.parse(text);

    assertThat(date.over()).isEqualTo(over);
    assertThat(date).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019",
        "2019-06-30",
        "2019-06-30Z",
        "2019-06-30+5",
        "2019-06-30+0500",
        "2019-06-30+05:00:30",
        "2019-6-30+05:00",
        "2019-02-29+05:00",
        "1899-12-31+00:00",
        "3000-01-01+00:00",
        "+2019-01-1+00:00",
        "2019-06-30Asia/Tehran",
        "no_date_set"
      })
  void anotherSpellingIsNoDueDate(String text) {
    assertThatThrownBy(() -> DueDate.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dueDatesStandInTheOrderInWhichTheyAreOver() {
    DueDate east = DueDate.parse("2019-06-30+05:00");
    DueDate west = DueDate.parse("2019-06-30-05:00");

    assertThat(east).isLessThan(west);
    assertThat(west).isGreaterThan(east);
    assertThat(east.compareTo(new DueDate(LocalDate.of(2019, 6, 30), ZoneOffset.ofHours(5))))
        .isZero();
  }

  // ---- words ----------------------------------------------------------------------------------

  @Test
  void aWordThatIsDatedLaterHasNoAge() {
    Word<String> word = new Word<>(new EntryId(Sides.IR_LOG, 4), Sides.EIGHT, "yes");

    assertThat(word.age(Sides.EIGHT.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    assertThat(word.age(Sides.EIGHT.minusSeconds(90))).isEqualTo(Duration.ZERO);
  }

  // ---- bodies ---------------------------------------------------------------------------------

  @Test
  void onlyCodesOfThisVersionAreRead() {
    assertThat(Bodies.constant("unit_leader", Role.class)).isEqualTo(Role.UNIT_LEADER);
    assertThat(Bodies.code(Role.UNIT_LEADER)).isEqualTo("unit_leader");
    for (String code : new String[] {"UNIT_LEADER", "Unit_leader", "", "king"}) {
      assertThatThrownBy(() -> Bodies.constant(code, Role.class))
          .hasMessageContaining("is no Role of this version");
      assertThatThrownBy(() -> Bodies.role(code)).hasMessageContaining("is no role");
    }
  }

  @Test
  void aBodyIsClosed() throws Exception {
    Json.Obj body = Json.obj().put("text", Wording.of("en", "a").toJson()).build();
    Json.Obj more = Json.obj().put("and", 1).put("text", Wording.of("en", "a").toJson()).build();

    assertThat(read(body)).isEqualTo(Wording.of("en", "a"));
    assertThatThrownBy(() -> read(more))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("only the members of this kind");
  }

  @Test
  void aBodyOfMoreThan64KiBIsRefused() {
    Wording long1 = Wording.of("en", "ا".repeat(20_000)).and("fa", "ا".repeat(20_000));
    Json.Obj body = Json.obj().put("text", long1.toJson()).build();

    assertThatThrownBy(() -> read(body))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("at most 65536");
  }

  private static Wording read(Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(
        "test",
        body,
        json -> Bodies.wording(json, "text"),
        wording -> Json.obj().put("text", wording.toJson()).build());
  }
}
