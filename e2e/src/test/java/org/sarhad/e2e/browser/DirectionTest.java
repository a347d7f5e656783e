package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Right to left is a mirror of the page, not of what must not be mirrored; and no window is too
/// small.
class DirectionTest extends BrowserTest {
  /// Words of which hardly a letter stands on a line: they fit, and nobody can read them.
  private static final String SQUEEZED =
      """
      [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n =>
          n.nodeType === 3 && n.data.trim().length > 2) && e.clientWidth > 1 && e.clientWidth < 30
          && e.clientHeight > 2.5 * parseFloat(getComputedStyle(e).lineHeight))
        .map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.trim().slice(0, 30))
      """;

  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void thePageIsMirrored(String language) {
    page.size(1440, 900);
    visit("live", "floor");
    prefer(language, "dark");
    assertThat(page.ask("document.documentElement.dir").asText()).isEqualTo("rtl");
    assertThat(left(".rail")).as("the rail stands at the right").isGreaterThan(left("main"));
    assertThat(left(".queue")).as("the queue comes first").isGreaterThan(left(".ground"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void identifiersStayLeftToRight(String language) {
    for (String place :
        List.of("record/ir/38", "link", "incident/ir-2026-0031", "units", "paper/ir/38")) {
      visit("live", place);
      prefer(language, "dark");
      JsonNode directions =
          page.ask(
              "[...document.querySelectorAll('bdi.code, pre')].map(e =>"
                  + " getComputedStyle(e).direction)");
      assertThat(directions).as(place).isNotEmpty();
      assertThat(directions)
          .allSatisfy(direction -> assertThat(direction.asText()).isEqualTo("ltr"));
    }
  }

  /// West stays left in every language: a mirrored map is a wrong map.
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void theMapIsNeverMirrored(String language) {
    page.size(1440, 900);
    visit("live", "floor");
    prefer(language, "dark");
    page.until("document.querySelectorAll('.map .town-name').length > 3");
    String name = language.equals("en") ? "Chabahar" : language.equals("fa") ? "چابهار" : "چابہار";
    String other = language.equals("en") ? "Gwadar" : "گوادر";
    assertThat(townLeft(name)).isLessThan(townLeft(other));
  }

  /// A window of a desk, of a small one, and of a telephone.
  private static final List<List<Integer>> WINDOWS =
      List.of(List.of(1440, 900), List.of(1024, 768), List.of(390, 844));

  static Stream<Screen> screens() {
    return Screen.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void nothingRunsOutOfTheWindow(Screen screen) {
    visit(screen.scene(), screen.place());
    screen.open(page);
    List<String> wide = new ArrayList<>();
    for (List<Integer> window : WINDOWS) {
      page.size(window.getFirst(), window.getLast());
      for (String language : Variants.of(screen, languagesAt(window), 1)) {
        prefer(language, "light");
        screenshot("%d-%s-%s".formatted(window.getFirst(), screen.name(), language));
        wide.addAll(runningOut(window.getFirst(), language));
      }
    }
    assertThat(wide).isEmpty();
  }

  /// By turns, so that each window is looked at in another language.
  private static List<String> languagesAt(List<Integer> window) {
    List<String> languages = new ArrayList<>(List.of("en", "fa", "ur"));
    Collections.rotate(languages, WINDOWS.indexOf(window));
    return languages;
  }

  private List<String> runningOut(int width, String language) {
    List<String> wide = new ArrayList<>();
    int needed =
        page.ask(
                "Math.max(document.documentElement.scrollWidth,"
                    + " document.querySelector('main')?.scrollWidth ?? 0)")
            .asInt();
    if (needed > width) {
      wide.add("%s at %d needs %d".formatted(language, width, needed));
    }
    for (JsonNode squeezed : page.ask(SQUEEZED)) {
      wide.add("%s at %d squeezes %s".formatted(language, width, squeezed.asText()));
    }
    return wide;
  }

  private int left(String selector) {
    return page.ask("document.querySelector('" + selector + "').getBoundingClientRect().left")
        .asInt();
  }

  private int townLeft(String name) {
    return page.ask(
            "[...document.querySelectorAll('.town-name')].find(e => e.textContent === '%s').getBoundingClientRect().left"
                .formatted(name))
        .asInt();
  }
}
