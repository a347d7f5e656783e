package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How fast own units really were, beside what is agreed, and the draft of rules that it begins.
class SpeedsTest extends BrowserTest {
  private static final String ROWS = "document.querySelectorAll('.speeds tbody tr').length";

  @Test
  void whatWasMeasuredStandsBesideWhatIsAgreed() {
    visit("measured", "modalities");
    page.until(ROWS + " === 7");
    assertThat(read(".measured-speeds")).contains("4 differ from what is agreed");
    assertThat(read(".speeds"))
        .contains("Speed of a patrol vehicle on a road", "60 km/h", "63 km/h", "55 to 72", "2,961")
        .contains("fewer than 30 pieces");
    assertThat(page.ask("document.querySelectorAll('.speed-bar circle').length").asInt())
        .as("a dot only where something is said")
        .isEqualTo(5);
  }

  @Test
  void whereNothingIsMeasuredNothingIsShown() {
    visit("rules", "modalities");
    page.until("document.querySelector('.in-force')");
    assertThat(page.ask(ROWS).asInt()).isZero();
  }

  /// Only what differs is proposed, and only what enough pieces say; as a draft, which both sign.
  @Test
  void theDraftHoldsTheSpeedsThatWereMeasured() {
    visit("measured", "modalities");
    page.until(ROWS + " === 7");
    page.click("[data-begin=speeds]").until("location.hash.startsWith('#/modalities/draft')");
    page.until("document.querySelector('.drafting')").settled();
    page.click("[data-draft=check]")
        .until("document.querySelector('main .verdict, main .refusal')");
    JsonNode document = json(written().getFirst().body()).path("document");
    var bound = new TreeMap<String, Integer>();
    for (JsonNode clause : document.path("clauses")) {
      var key = clause.at("/bind/key").asText();
      if (key.startsWith("travel.speed_")) {
        bound.put(key, clause.at("/bind/value").asInt());
        assertThat(clause.at("/text/fa").asText()).as("in every language").isNotEmpty();
      }
    }
    assertThat(bound)
        .isEqualTo(
            Map.of(
                "travel.speed_open", 27,
                "travel.speed_sand", 9,
                "travel.speed_track", 34,
                "travel.speed_road", 63));
  }

  /// Nothing is hidden from whoever looks.
  private String read(String selector) {
    page.ask("document.querySelector('.measured-speeds details').open = true");
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }
}
