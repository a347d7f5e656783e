package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ground on the map: what lies on it, how uncertain the line is, and where the first unit is
/// within some times, which is asked for, drawn, and said in words.
class ReachTest extends BrowserTest {
  private static final String SHOWN = "document.querySelectorAll('path.reach').length === 4";

  private void map() {
    visit("live", "floor");
    page.until("document.querySelectorAll('.town-place').length > 3");
  }

  private String legend() {
    return page.ask("document.querySelector('.legend').innerText")
        .asText()
        .replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "");
  }

  private int count(String selector) {
    return page.ask("document.querySelectorAll('%s').length".formatted(selector)).asInt();
  }

  @Test
  void theGroundHasItsSaltFlatsRiversAndPortsAndTheLineItsBand() {
    map();
    assertThat(count("path.playa")).isGreaterThanOrEqualTo(7);
    assertThat(count("path.river")).isGreaterThanOrEqualTo(4);
    assertThat(count(".port-place")).isEqualTo(6);
    assertThat(count("path.line-band")).isEqualTo(1);
    assertThat(legend())
        .contains("up to 1 km to either side", "Salt flat", "River", "Port")
        .contains("Natural Earth", "GeoNames CC-BY 4.0", "the port of Chabahar: drawn by hand");
  }

  /// As wide as two kilometres are at that zoom.
  @Test
  void theBandGrowsWithTheZoom() {
    map();
    var width = "parseFloat(document.querySelector('path.line-band').getAttribute('stroke-width'))";
    double before = page.ask(width).asDouble();
    page.click(".map-buttons button:first-child").until(width + " > " + 1.9 * before);
    assertThat(page.ask(width).asDouble() / before).isBetween(1.99, 2.01);
  }

  @Test
  void whereTheFirstUnitIsInTimeIsDrawnAndSaidWhenSomebodyAsks() {
    map();
    assertThat(count("path.reach")).isZero();
    page.click("[data-reach]").until(SHOWN);
    assertThat(legend())
        .contains("within 30 min: 2,571 km²", "within 1 h, the target: 9,202 km²")
        .contains("within 4 h", "3 ready units of our own")
        .contains("Nothing of it is told to the other side", "The same by sector");
    assertThat(page.ask("[...document.querySelectorAll('.reach-label')].map(l => l.innerText)"))
        .extracting(label -> label.asText())
        .containsExactly("4 h", "2 h", "1 h", "30 min");
    page.click("[data-reach]").until("document.querySelectorAll('path.reach').length === 0");
    assertThat(written()).isEmpty();
  }

  /// What moves changes who is there first: it is asked for anew, while it is looked at.
  @Test
  void whatMovesIsReckonedAnew() {
    map();
    page.click("[data-reach]").until(SHOWN);
    node.tell("unit", "{\"unit\":\"ir-pat-4\"}");
    page.until(
        "performance.getEntriesByType('resource')"
            + ".filter(one => one.name.endsWith('/travel/isochrones')).length > 1");
    assertThat(count("path.reach")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "en, dark, 1440",
    "en, light, 1440",
    "fa, light, 1440",
    "fa, dark, 390",
    "en, light, 390"
  })
  void itIsReadInEveryLightAndDirection(String language, String theme, int width) {
    page.size(width, 900);
    visit("live", "floor");
    if (width == 390) {
      page.click(".ground .choice button:first-child");
    }
    page.until("document.querySelectorAll('.town-place').length > 3");
    prefer(language, theme);
    page.click("[data-reach]").until(SHOWN);
    page.until("document.querySelector('.reach-legend li') !== null");
    assertThat(page.ask("document.documentElement.scrollWidth <= innerWidth").asBoolean()).isTrue();
    screenshot("reach-%s-%s-%d".formatted(language, theme, width));
  }
}
