package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names on the map can be read: those of posts stand beside their signs, under no mark, and on no
/// other name.
class MapNamesTest extends BrowserTest {
  /// What lies on what, as words; a pixel is nothing.
  private static final String HIDDEN =
      """
      (() => {
        const all = selector => [...document.querySelectorAll('.canvas ' + selector)].map(e => [e, e.getBoundingClientRect()]);
        const said = e => e.textContent.trim() || e.getAttribute('class');
        const names = all('.post-name');
        const others = [...all('.sign svg'), ...all('.sign .letter'), ...all('.last-seen'), ...all('.town-name'), ...all('.side-name'), ...names];
        return names.flatMap(([name, a]) => others.filter(([other, b]) => other !== name
            && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          .map(([other]) => said(name) + ' lies on ' + said(other)));
      })()""";

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void namesOfPostsCanBeReadAtEveryZoom(String language) {
    visit("live", "floor");
    prefer(language, "dark");
    page.until("document.querySelectorAll('.post-name').length === 4");
    page.until("document.querySelectorAll('.sign svg.unit').length > 5").settled();
    for (var way : List.of("", "1", "1", "1", "1", "2", "2", "2", "2", "2")) {
      if (!way.isEmpty()) {
        zoom(way);
      }
      assertThat(strings(page.ask(HIDDEN))).as("zoom " + scale()).isEmpty();
      assertThat(page.ask("document.querySelectorAll('.post-name').length").asInt())
          .as("every post is named at " + scale())
          .isEqualTo(4);
    }
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private String scale() {
    return page.ask("document.querySelector('.leaflet-control-scale-line').textContent").asText();
  }

  /// Presses the first button, nearer, or the second, farther.
  private void zoom(String button) {
    var before = place();
    page.click(".map-buttons button:nth-child(%s)".formatted(button));
    page.until(
        "!document.querySelector('.leaflet-zoom-anim') && %s !== %s"
            .formatted(PLACE, Page.quoted(before)));
    page.settled();
  }

  /// Where a sign stands moves with every zoom.
  private static final String PLACE =
      "[...document.querySelectorAll('.canvas .sign')].map(e => e.style.transform).join()";

  private String place() {
    return page.ask(PLACE).asText();
  }
}
