package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every screen and dialog, opened once: axe's rules for WCAG 2.2 at levels A and AA; that every
/// word came from a catalogue; that nothing runs out of a window, however small; that no host but
/// the screen's own node was asked for anything; and that the page had nothing to complain of. In
/// languages, lights and windows by turns, or in all of them ([Variants]).
///
/// One test is a [Round] of screens. Each part of the console is a class of its own, so that a run
/// of all of them has something to do for each processor to its end.
abstract class EveryScreenTest extends BrowserTest {
  private static final String AXE = axe();

  /// Of a dialog only what is in it: the page behind has a screen of its own.
  private static final String RULES =
      """
      axe.run(document.querySelector('dialog[open]') ?? document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                         resultTypes: ['violations'], preload: {assets: ['media']}})
        .then(result => result.violations.map(v => v.id + ': ' + v.help + ' at ' +
           v.nodes.map(n => n.target.join(' ') + ' (' + n.failureSummary.replace(/\\s+/g, ' ') + ')').join('; ')))
      """;

  /// Words of which hardly a letter stands on a line: they fit, and nobody can read them.
  private static final String SQUEEZED =
      """
      [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n =>
          n.nodeType === 3 && n.data.trim().length > 2) && e.clientWidth > 1 && e.clientWidth < 30
          && e.clientHeight > 2.5 * parseFloat(getComputedStyle(e).lineHeight))
        .map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.trim().slice(0, 30))
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

  /// A window of a desk.
  private static final int WIDE = 1440;

  private static final int HIGH = 900;

  /// Beside it a small one, and that of a telephone.
  private static final List<List<Integer>> NARROWER =
      List.of(List.of(1024, 768), List.of(390, 844));

  private final ConsolePart part;

  EveryScreenTest(ConsolePart part) {
    this.part = part;
  }

  Stream<Round> rounds() {
    return Round.of(Screen.ALL.stream().filter(screen -> ConsolePart.of(screen) == part)).stream();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void areForEverybodyFitAndAskNobodyElse(Round round) {
    List<String> wrong = new ArrayList<>();
    for (Screen screen : round.screens()) {
      List<Variant> variants = Variants.of(screen, VARIANTS, 1);
      go(round, screen, variants.getFirst());
      for (String fault : look(screen, variants)) {
        wrong.add(screen + ": " + fault);
      }
    }
    assertThat(wrong).isEmpty();
    assertNobodyElseWasAsked();
    assertThat(page.complaints())
        .filteredOn(complaint -> !complaint.contains("401"))
        .as("complaints of the page")
        .isEmpty();
  }

  private void go(Round round, Screen screen, Variant variant) {
    if (screen.equals(round.screens().getFirst())) {
      visit(screen.scene(), screen.place(), variant.language(), variant.theme());
      page.ask(AXE);
    } else {
      page.size(WIDE, HIGH);
      turnTo(screen.place());
    }
    screen.open(page);
  }

  private List<String> look(Screen screen, List<Variant> variants) {
    List<String> wrong = new ArrayList<>();
    for (Variant variant : variants) {
      prefer(variant.language(), variant.theme());
      screenshot("%s-%s-%s".formatted(screen.name(), variant.language(), variant.theme()));
      wrong.addAll(violations(variant));
      wrong.addAll(runningOut(WIDE, variant.language()));
      wrong.addAll(wordless(variant.language()));
    }
    for (List<Integer> window : NARROWER) {
      page.size(window.getFirst(), window.getLast());
      for (String language : Variants.of(screen, languagesAt(window), 1)) {
        prefer(language, "light");
        screenshot("%d-%s-%s".formatted(window.getFirst(), screen.name(), language));
        wrong.addAll(runningOut(window.getFirst(), language));
        wrong.addAll(wordless(language));
      }
    }
    return wrong;
  }

  private List<String> violations(Variant variant) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode violation : page.ask(RULES)) {
      wrong.add(variant + " " + violation.asText());
    }
    return wrong;
  }

  /// What no catalogue has a word for.
  private List<String> wordless(String language) {
    String seen = seen();
    return seen.contains("⟦")
        ? List.of(language + " has no word for " + seen.replaceAll("(?s).*⟦(.*?)⟧.*", "$1"))
        : List.of();
  }

  /// By turns, so that each window is looked at in another language.
  private static List<String> languagesAt(List<Integer> window) {
    List<String> languages = new ArrayList<>(List.of("en", "fa", "ur"));
    Collections.rotate(languages, 1 + NARROWER.indexOf(window));
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

  private static String axe() {
    try (InputStream script =
        Optional.ofNullable(EveryScreenTest.class.getResourceAsStream("/axe.min.js"))
            .orElseThrow()) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8) + "; 0";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
