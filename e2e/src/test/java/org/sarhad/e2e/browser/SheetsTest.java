package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Style sheets of chapters stay on the page once they were fetched. None dresses anything of
/// another chapter, whatever was visited before.
class SheetsTest extends BrowserTest {
  private static final Path SHEETS = PROJECT.resolve("web/src/css");

  /// The sheet that comes with the first map, and of which the rules stand below a map.
  private static final String MAP = "map";

  /// Those that come with the first screen, and dress all of the console.
  private static Set<String> common() throws IOException {
    var index = Files.readString(PROJECT.resolve("web/src/index.html"));
    return all().stream()
        .filter(name -> index.contains("css/%s.css".formatted(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> all() throws IOException {
    try (var files = Files.list(SHEETS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".css", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /// Those that come with a chapter.
  private static Set<String> ofChapters() throws IOException {
    var sheets = all();
    sheets.removeAll(common());
    sheets.remove(MAP);
    return sheets;
  }

  /// The outermost rules of a sheet, each as its selector, and every selector in it.
  private JsonNode read(String sheet) {
    return page.ask(
        """
        fetch('css/%s.css').then(answer => answer.text()).then(text => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          const inner = rule => [...(rule.cssRules ?? [])].flatMap(one => [one.selectorText, ...inner(one)]).filter(Boolean);
          const all = [...sheet.cssRules];
          return {
            outer: all.map(rule => rule.selectorText === undefined || rule instanceof CSSPageRule ? rule.cssText.split(' ')[0] : rule.selectorText),
            inner: all.filter(rule => rule instanceof CSSStyleRule).flatMap(inner),
          };
        })"""
            .formatted(sheet));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  // ---- what is written ------------------------------------------------------------------------

  @Test
  void everyRuleOfAChapterStandsBelowWhatWearsItsSheet() throws IOException {
    visit("live", "units");
    assertThat(ofChapters()).hasSizeGreaterThan(15).contains("ground", "planner", "account");
    for (var sheet : ofChapters()) {
      var rules = read(sheet);
      assertThat(texts(rules.path("outer")))
          .as(sheet)
          .contains(":where([data-sheets~=\"%s\"])".formatted(sheet))
          .allMatch(
              rule ->
                  rule.equals(":where([data-sheets~=\"%s\"])".formatted(sheet))
                      || rule.equals("@page"));
      assertThat(texts(rules.path("inner"))).as(sheet).allSatisfy(SheetsTest::staysBelow);
    }
    assertThat(texts(read(MAP).path("outer"))).containsExactly(":where(.map)");
    assertThat(texts(read(MAP).path("inner"))).allSatisfy(SheetsTest::staysBelow);
  }

  /// What is nested stands below its scope by itself, unless it names the scope: then only to say
  /// which way the page runs around it.
  private static void staysBelow(String selector) {
    for (var one : selector.split(",(?![^(]*\\))", -1)) {
      assertThat(one.trim())
          .matches("(\\[dir=\"rtl\"\\] )?& \\S[^&]*|[^&]+")
          .doesNotContainPattern("(^|\\s)(:root|html|body|\\.shell)\\b");
    }
  }

  @Test
  void everySheetIsWornBySomething() throws IOException {
    visit("live", "units");
    var worn =
        page.ask(
            """
            import(new URL('js/app/chapters.js', document.baseURI)).then(({CHAPTERS}) =>
              [...new Set(Object.values(CHAPTERS).flatMap(({sheets = []}) => sheets))])""");
    assertThat(texts(worn)).containsExactlyInAnyOrderElementsOf(ofChapters());
  }

  // ---- what is seen ---------------------------------------------------------------------------

  /// Of everything that was on the page when it was first looked at, how it is dressed. A map draws
  /// some of it anew meanwhile.
  private static final String DRESS =
      """
      [...document.querySelectorAll('[data-seen]')].map(e => {
        const style = getComputedStyle(e);
        return [e.dataset.seen, e.tagName, e.getAttribute('class'), ...['display', 'position', 'color', 'background-color', 'border', 'padding',
          'font', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'list-style', 'text-align', 'white-space', 'gap',
          'flex', 'opacity', 'transform'].map(name => style.getPropertyValue(name))].join(' | ');
      })""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          live     | floor
          live     | units
          live     | incident/ir-2026-0031
          live     | incident/ir-2026-0031?as=both
          geo      | admin?tab=ground&layer=posts
          ground   | admin?tab=ground
          planner  | posture/planner
          account  | account
          committee | committee
          deliveries | deliveries
          screening | screening
          rules    | modalities
          inquiry  | inquiry
          line     | crossings
          live     | cooperation
          live     | agreements
          live     | notices
          live     | requests
          live     | record
          """)
  void noSheetOfAnotherChapterChangesAnything(String scene, String place) throws IOException {
    // The lamps of what waits change every second.
    page.before("{ const then = Date.now(); Date.now = () => then; }");
    visit(scene, place);
    page.until("!document.querySelector('.map') || document.querySelector('.map .town-name')");
    page.settled();
    page.ask("document.querySelectorAll('body *').forEach((e, i) => e.dataset.seen = i)");
    var before = texts(page.ask(DRESS));
    for (var sheet : ofChapters()) {
      wear(sheet);
    }
    var after = texts(page.ask(DRESS));
    assertThat(before).hasSizeGreaterThan(50);
    var changed = new TreeSet<>(after);
    changed.removeAll(Set.copyOf(before));
    assertThat(changed).as("dressed otherwise than before").isEmpty();
    assertThat(after).hasSizeGreaterThan(before.size() * 9 / 10);
  }

  /// Has the console put a sheet on the page, as when somebody goes to a chapter of it.
  private void wear(String sheet) {
    page.ask(
        "import(new URL('js/app/chapters.js', document.baseURI)).then(({dress}) => dress('%s')).then(() => 0)"
            .formatted(sheet));
  }

  /// Where two sheets differ that are worn together, the later one counts: which that is hangs on
  /// no way through the console.
  @Test
  void sheetsStandInOneOrderWhicheverWasFetchedFirst() throws IOException {
    visit("live", "units");
    for (var sheet : List.copyOf(ofChapters()).reversed()) {
      wear(sheet);
    }
    var backwards = texts(page.ask(ORDER));
    visit("live", "units");
    for (var sheet : ofChapters()) {
      wear(sheet);
    }
    assertThat(texts(page.ask(ORDER)))
        .isEqualTo(backwards)
        .containsSubsequence("agreements", "crossing", "print");
    for (var sheets :
        page.ask(
            "import(new URL('js/app/chapters.js', document.baseURI)).then(({CHAPTERS}) => Object.values(CHAPTERS).flatMap(({sheets}) => (sheets ? [sheets] : [])))")) {
      assertThat(backwards).containsSubsequence(texts(sheets));
    }
  }

  private static final String ORDER =
      "[...document.querySelectorAll('head link[rel=stylesheet]')].map(one => one.getAttribute('href').replace(/.*css.|.css$/g, ''))";

  @Test
  void whoGoesOnWearsTheSheetsOfThePlaceAndNotThoseOfTheLast() {
    visit("live", "account");
    assertThat(worn()).isEqualTo("agreements account");
    page.ask("location.hash = '#/posture'");
    page.until("document.querySelector('main.posture h1, main.posture h2')").settled();
    assertThat(worn()).isEqualTo("notices posture planner trial posture-paper");
    assertThat(
            page.ask("[...document.styleSheets].some(one => one.href.endsWith('/account.css'))")
                .asBoolean())
        .as("it is still there")
        .isTrue();
    page.ask("location.hash = '#/floor'");
    page.until("document.querySelector('main.floor h1, main.floor h2')").settled();
    assertThat(worn()).isEmpty();
    page.click(".queue .first");
    page.until("document.querySelector('dialog[open]')");
    assertThat(page.ask("document.querySelector('dialog').parentElement.dataset.sheets").asText())
        .as("a dialog of the desk")
        .isEmpty();
  }

  @Test
  void aDialogWearsTheSheetsOfItsChapter() {
    visit("live", "incident/ir-2026-0031");
    assertThat(worn()).isEqualTo("plan agreements crossing assistance");
    page.until("document.querySelector('.room-rail button')").settled();
    page.ask(
        """
        [...document.querySelectorAll('.room-rail button')].find(one => one.textContent.includes('Fast lane')).click()""");
    page.until("document.querySelector('dialog[open]')");
    assertThat(page.ask("document.querySelector('dialog').parentElement.dataset.sheets").asText())
        .isEqualTo("plan agreements crossing");
  }

  private String worn() {
    return page.ask("document.querySelector('main').parentElement.dataset.sheets").asText();
  }
}
