package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every screen and dialog, in a language and a light by turns, or in all of them ([Variants]),
/// against axe's rules for WCAG 2.2 at levels A and AA; that every word came from a catalogue; and
/// that the page had nothing to complain of.
class AccessibilityTest extends BrowserTest {
  private static final String AXE = axe();

  private static final String RULES =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                         resultTypes: ['violations']})
        .then(result => result.violations.map(v => v.id + ': ' + v.help + ' at ' +
           v.nodes.map(n => n.target.join(' ') + ' (' + n.failureSummary.replace(/\\s+/g, ' ') + ')').join('; ')))
      """;

  private record Variant(String language, String theme) {}

  /// Neighbours differ in both.
  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("en", "dark"),
          new Variant("fa", "light"),
          new Variant("ur", "dark"),
          new Variant("en", "light"),
          new Variant("fa", "dark"),
          new Variant("ur", "light"));

  static Stream<Screen> screens() {
    return Screen.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void passesInLanguageAndLight(Screen screen) {
    List<String> wrong = new ArrayList<>();
    visit(screen.scene(), screen.place());
    page.ask(AXE);
    screen.open(page);
    for (Variant variant : Variants.of(screen, VARIANTS, 1)) {
      prefer(variant.language(), variant.theme());
      screenshot("%s-%s-%s".formatted(screen.name(), variant.language(), variant.theme()));
      for (JsonNode violation : page.ask(RULES)) {
        wrong.add(variant + " " + violation.asText());
      }
      if (seen().contains("⟦")) {
        wrong.add(variant + " has no word for " + seen().replaceAll("(?s).*⟦(.*?)⟧.*", "$1"));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(page.complaints())
        .filteredOn(complaint -> !complaint.contains("401"))
        .as("complaints of the page")
        .isEmpty();
  }

  private static String axe() {
    try (InputStream script =
        Optional.ofNullable(AccessibilityTest.class.getResourceAsStream("/axe.min.js"))
            .orElseThrow()) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8) + "; 0";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
