package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Posture as it is printed on A4, in three languages: nothing of the frame, nothing cut off,
/// nothing to press, and what is folded away on the screen is read.
class PosturePaperTest extends BrowserTest {
  /// A4 less its margins, at 96 pixels an inch.
  private static final int WIDTH = 688;

  private static final int HEIGHT = 1_017;

  /// Elements with something in them that end beside the paper.
  private static final String CUT_OFF =
      """
      [...document.querySelectorAll('main *')].filter(e => e.getClientRects().length
          && getComputedStyle(e).clipPath === 'none' && !e.closest('.visually-hidden')
          && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
        .map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + Math.round(e.getBoundingClientRect().left)
          + ' to ' + Math.round(e.getBoundingClientRect().right))
      """;

  private static final String PRESSED =
      """
      [...document.querySelectorAll('main :is(button, input, textarea, form, .leaflet-container)')]
        .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))
      """;

  @ParameterizedTest
  @CsvSource({
    "planner, posture/planner, .plan-card:last-child ol.posts li, 6",
    "line-trial, posture/trial, .year-figures tbody tr, 6",
    "line-trial, posture/negotiation, .offers tbody tr, 3",
    "line-settled, posture/negotiation, .offers tbody tr, 3",
    "line, posture, .clauses tbody tr, 19",
  })
  void onPaperItIsASheetAndNoConsole(String scene, String place, String selector, int seen) {
    visit(scene, place);
    page.until("document.querySelectorAll('%s').length >= %d".formatted(selector, seen));
    page.size(WIDTH, HEIGHT);
    page.onPaper();
    for (var language : List.of("en", "fa", "ur")) {
      prefer(language, language.equals("fa") ? "light" : "dark");
      page.settled();
      assertNothingOfTheFrameIsPrinted();
      assertThat(list(CUT_OFF)).as("cut off in %s", language).isEmpty();
      assertThat(list(PRESSED)).as("to be pressed in %s", language).isEmpty();
      assertThat(
              page.ask(
                      "[...document.querySelectorAll('%s')].filter(e => e.checkVisibility({contentVisibilityAuto: true})).length"
                          .formatted(selector))
                  .asInt())
          .as("what is folded away is printed too")
          .isGreaterThanOrEqualTo(seen);
      assertThat(texts(".on-paper .stamp")).as("whose it is").hasSize(1);
      assertThat(texts(".on-paper footer").getFirst()).as("when and by whom").isNotBlank();
    }
    page.call("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  private List<String> list(String expression) {
    var all = new ArrayList<String>();
    for (JsonNode one : page.ask(expression)) {
      all.add(one.asText());
    }
    return all;
  }
}
