package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is sent, over the ground: each place in the list says how the unit gets there, and what the
/// other side may be asked for stands below when nobody is in time.
class DispatchTest extends BrowserTest {
  private void ranking() {
    visit("live", "incident/ir-2026-0033");
    page.press("t").until("document.querySelectorAll('.ranking label').length === 6");
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "");
  }

  @Test
  void eachPlaceInTheListSaysHowTheUnitGetsThere() {
    ranking();
    assertThat(read("dialog legend")).contains("over the ground that both sides hold");
    assertThat(read(".ranking"))
        .contains("19 km of it off the roads", "if it goes, 1 other unit is near its place")
        .contains("cover there falls by 75 %", "through the gate mirjaveh")
        .contains("the driving side changes there", "no way over the ground within a day")
        .contains("estimated from the straight line");
    assertThat(page.ask("document.querySelectorAll('.way-sketch').length").asInt()).isEqualTo(4);
  }

  /// The first who may be sent, until another one is chosen.
  @Test
  void theWayOfWhoIsChosenIsDrawnOnTheMapWithTheReasonsBesideIt() {
    ranking();
    page.until("document.querySelectorAll('.way-map .land-of-map').length > 3");
    assertThat(read(".way-figure figcaption"))
        .contains(
            "The way of Jalq 4 over the ground", "19 km of it off the roads", "falls by 19 %");
    var first = page.ask("document.querySelector('.way-map .way').getAttribute('points')").asText();

    page.click(".ranking label:nth-of-type(3) input")
        .until("document.querySelector('.way-figure b').innerText.includes('Khash')");
    assertThat(page.ask("document.querySelector('.way-map .way').getAttribute('points')").asText())
        .isNotEqualTo(first);
    assertThat(page.ask("document.querySelectorAll('.way-map .line-of-map').length").asInt())
        .isEqualTo(1);
    assertThat(page.ask("document.querySelectorAll('.way-map text').length").asInt())
        .as("names of towns, and the length of the scale")
        .isGreaterThanOrEqualTo(2);

    page.click(".ranking label:nth-of-type(4) input")
        .until("document.querySelector('.way-figure') === null");
    assertThat(read("dialog")).contains("No way over the ground is known for Kohak 7");
    assertThat(written()).isEmpty();
  }

  @Test
  void whatMayBeAskedForStandsThereWithItsClauseWhenNobodyIsInTime() {
    ranking();
    assertThat(read("dialog .advice"))
        .contains("No own unit is there within", "Pakistan may be asked for help")
        .contains("on its own soil, opposite the place", "clause 31.11")
        .contains("with an assent each time", "by default")
        .contains("gate mirjaveh");
    assertThat(written()).as("nothing is sent by itself").isEmpty();
  }

  @Test
  void whileSomebodyIsInTimeNothingIsProposed() {
    visit("live", "incident/ir-2026-0031");
    page.press("t").until("document.querySelectorAll('.ranking label').length === 6");
    assertThat(page.ask("document.querySelector('dialog .advice') === null").asBoolean()).isTrue();
    assertThat(read("dialog legend")).contains("estimated from the straight line");
  }

  @ParameterizedTest
  @CsvSource({"en, dark, 1440", "en, light, 390", "fa, light, 1440", "fa, dark, 390"})
  void itIsReadInEveryLightAndDirection(String language, String theme, int width) {
    page.size(width, 900);
    ranking();
    prefer(language, theme);
    page.until("document.querySelector('dialog .advice')");
    assertThat(page.ask("document.querySelector('dialog').scrollWidth <= innerWidth").asBoolean())
        .isTrue();
    screenshot("dispatch-%s-%s-%d".formatted(language, theme, width));
  }
}
