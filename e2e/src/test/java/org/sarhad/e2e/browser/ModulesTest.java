package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The console's pure modules, run where they run: in the browser.
class ModulesTest extends BrowserTest {
  @BeforeEach
  void door() {
    visit("live", "floor");
  }

  /// Tehran has changed its mind about summer time; Karachi has not moved for years.
  @ParameterizedTest
  @CsvSource({
    "2019-02-13T12:00:00Z, Asia/Tehran, +03:30",
    "2019-04-22T09:00:00Z, Asia/Tehran, +04:30",
    "2026-07-01T12:00:00Z, Asia/Tehran, +03:30",
    "2019-04-22T09:00:00Z, Asia/Karachi, +05:00",
    "2026-11-22T02:49:10Z, Asia/Karachi, +05:00",
    "2026-11-22T02:49:10Z, UTC, +00:00"
  })
  void offsetsAreThoseOfTheDay(String time, String zone, String offset) {
    assertThat(
            clocks("en", "offset(Date.parse('%s'), {zone: '%s', label: ''})".formatted(time, zone))
                .asText())
        .isEqualTo(offset);
  }

  @Test
  void datesAreWrittenInBothCalendars() {
    String wall = "{zone: 'Asia/Tehran', label: 'THR'}";
    String day = "Date.parse('2019-04-22T09:00:00Z'), " + wall;
    assertThat(clocks("en", "persianDate(" + day + ")").asText()).isEqualTo("2 Ordibehesht 1398");
    assertThat(clocks("fa", "persianDate(" + day + ")").asText()).isEqualTo("۲ اردیبهشت ۱۳۹۸");
    assertThat(clocks("en", "date(" + day + ")").asText()).isEqualTo("22 April 2019");
    assertThat(clocks("fa", "time(" + day + ")").asText()).isEqualTo("۱۳:۳۰");
    assertThat(clocks("ur", "time(" + day + ")").asText()).isEqualTo("13:30");
  }

  @ParameterizedTest
  @CsvSource({
    "59000, 59 s",
    "60000, 1 min",
    "2460000, 41 min",
    "3600000, 1 h",
    "11100000, 3 h 5 min",
    "187200000, 2 days 4 h"
  })
  void lengthsHaveTwoUsefulUnitsAtMost(long ms, String expected) {
    assertThat(clocks("en", "length(" + ms + ")").asText().replaceAll("[\\u2068\\u2069]", ""))
        .isEqualTo(expected);
  }

  /// 23:50 said just after midnight is yesterday's.
  @ParameterizedTest
  @CsvSource({
    "06:00, 2026-11-22T02:30:00.000Z",
    "23:50, 2026-11-21T20:20:00.000Z",
    "۰۶:۰۰, 2026-11-22T02:30:00.000Z"
  })
  void aTimeOfDayIsTheLastOneThatWas(String typed, String meant) {
    assertThat(
            imported(
                    "time/walls.js",
                    """
                    new Date(m.instantOnWall('%s', {zone: 'Asia/Tehran', label: 'THR'},
                      Date.parse('2026-11-22T02:49:10Z'))).toISOString()
                    """
                        .formatted(typed))
                .asText())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{n, plural, =0 {none} one {# act} other {# acts}}|0|none",
        "{n, plural, =0 {none} one {# act} other {# acts}}|1|1 act",
        "{n, plural, =0 {none} one {# act} other {# acts}}|7|7 acts",
        "a {n} b|7|a 7 b"
      })
  void messagesCount(String message, int n, String expected) {
    assertThat(
            imported(
                    "i18n/message.js",
                    """
                    m.fill(m.parse('%s'), {n: %d}, {value: String, number: String,
                      category: k => new Intl.PluralRules('en').select(k)}).join('')
                    """
                        .formatted(message, n))
                .asText())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a {n", "a } b", "{n, date}", "{n, plural, one {x}}"})
  void aBrokenMessageIsRefused(String message) {
    assertThat(
            imported(
                    "i18n/message.js",
                    "(() => { try { m.parse('%s'); return 'taken'; } catch (e) { return e.name; } })()"
                        .formatted(message))
                .asText())
        .isEqualTo("SyntaxError");
  }

  /// A released note that took 41 minutes to cross, one that took two seconds, one that never left.
  @Test
  void theAxisPutsSayingAndHearingWhereTheyWere() {
    String items =
        """
        [{entry: 'journal/1', by: {party: 'ir'}, time: '2026-01-01T00:00:00Z', known: {}},
         {entry: 'ir/1', by: {party: 'ir'}, time: '2026-01-01T00:01:00Z', known: {pk: {at: '2026-01-01T00:42:00Z'}}},
         {entry: 'pk/1', by: {party: 'pk'}, time: '2026-01-01T00:05:00Z', known: {ir: {at: '2026-01-01T00:05:02Z'}}}]
        """;
    JsonNode all = imported("screens/axis.js", "m.layOut(" + items + ", ['ir', 'pk'])");
    assertThat(all.path("rows")).hasSize(5);
    assertThat(all.path("gaps")).hasSize(1);
    assertThat(all.path("gaps").path(0).path("ms").asLong()).isEqualTo(41 * 60_000);
    assertThat(lineOf(all, "pk/1", "ir"))
        .as("heard at once: the same row")
        .isEqualTo(lineOf(all, "pk/1", "pk"));
    assertThat(lineOf(all, "ir/1", "pk")).as("heard late: a row of its own, the last").isEqualTo(4);
  }

  private static int lineOf(JsonNode layout, String entry, String party) {
    for (JsonNode row : layout.path("rows")) {
      if (row.path("item").path("entry").asText().equals(entry)
          && row.path("party").asText().equals(party)) {
        return row.path("line").asInt();
      }
    }
    throw new AssertionError("no row of " + entry + " for " + party);
  }

  /// Marks that fall together step aside; the more urgent one keeps its place.
  @Test
  void marksDoNotHideEachOther() {
    JsonNode stands =
        imported(
            "map/spreading.js",
            "[...m.spread([{x: 0, y: 0, level: 1}, {x: 3, y: 3, level: 2}, {x: 90, y: 0, level: 0}])].map(([k, v]) => [k.level, v.dx, v.dy])");
    for (JsonNode stand : stands) {
      boolean moved = stand.path(1).asDouble() != 0 || stand.path(2).asDouble() != 0;
      assertThat(moved).isEqualTo(stand.path(0).asInt() == 1);
    }
  }

  private JsonNode clocks(String language, String call) {
    return page.ask(
        """
        Promise.all([import('/console/js/i18n/words.js'), import('/console/js/time/clocks.js')])
          .then(async ([w, c]) => new c.Clocks(await w.loadWords('%s')).%s)
        """
            .formatted(language, call));
  }

  private JsonNode imported(String module, String expression) {
    return page.ask("import('/console/js/%s').then(m => %s)".formatted(module, expression));
  }
}
