package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Right to left is a mirror of the page, not of what must not be mirrored.
class DirectionTest extends BrowserTest {
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
