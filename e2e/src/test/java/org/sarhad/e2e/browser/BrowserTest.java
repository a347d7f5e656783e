package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// One canned node, and one tab in the Chromium of this JVM, for all the classes that run in it.
/// Both forget everything between two tests: to start a browser for each class, or a tab for each
/// test, and to fetch and compile the console anew in it, takes longer than most of what is looked
/// at.
///
/// Without a Chromium every test says by name that it is skipped, and how to get one.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
  static final Path PROJECT =
      Path.of(System.getProperty("sarhad.root", "..")).toAbsolutePath().normalize();

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Where screenshots of a run are kept, to be looked at.
  private static final Path SCREENSHOTS = PROJECT.resolve("e2e/target/screenshots");

  /// The console as it stands, and the libraries that the build unpacks beside it.
  private static final List<Path> CONSOLE =
      List.of(PROJECT.resolve("web/src"), PROJECT.resolve("node/target/classes/console"));

  private static final String CHOOSE =
      "localStorage.setItem('sarhad.settings', JSON.stringify({language: '%s', theme: '%s'}));";

  /// A node, and the tab in which it is looked at.
  private record Desk(CannedNode node, Page page) {
    static Desk open() throws IOException {
      CannedNode node = CannedNode.start(CONSOLE, answers(), "live");
      return new Desk(node, Chromium.ofThisJvm().newPage());
    }
  }

  /// The desk that the test before this one has left.
  private static final AtomicReference<Optional<Desk>> LEFT =
      new AtomicReference<>(Optional.empty());

  /// No two of one JVM go to the same address.
  private static final AtomicInteger VISITS = new AtomicInteger();

  CannedNode node;
  Page page;

  @BeforeAll
  void needsChromium() {
    Assumptions.assumeTrue(
        Chromium.find().isPresent(),
        () -> getClass().getSimpleName() + " needs a Chromium. To get one: " + Chromium.TO_GET_IT);
  }

  @BeforeEach
  void begin() throws IOException {
    Optional<Desk> left = LEFT.get();
    Desk desk = left.isPresent() ? left.get() : Desk.open();
    LEFT.set(Optional.of(desk));
    node = desk.node();
    page = desk.page();
    page.size(1440, 900).forget(node.address());
    node.forget("live");
  }

  /// Ends the tab and its node; the next test gets others.
  final void leave() {
    LEFT.set(Optional.empty());
    page.close();
    node.close();
  }

  /// The directory of canned answers on the class path.
  static Path answers() {
    try {
      return Path.of(
          Optional.ofNullable(BrowserTest.class.getResource("/canned")).orElseThrow().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens a place of the console, in English and dark, and waits until it is drawn with all the
  /// node has to say: bars and strip come with an answer of their own.
  void visit(String scene, String place) {
    node.play(scene);
    page.go(at(place));
    page.until("document.querySelector('main h1, main h2')");
    page.settled();
  }

  /// The same for somebody who has chosen a language and a light before.
  void visit(String scene, String place, String language, String theme) {
    page.ask(CHOOSE.formatted(language, theme));
    visit(scene, place);
    awaitTurned(language, theme);
  }

  /// Goes to another place of the console that is open, as a link of it would, and waits as
  /// [#visit] does. This listener is told after the console's own, and its frame comes after the
  /// one in which the console draws.
  void turnTo(String place) {
    page.ask(
        """
        location.hash === %1$s || new Promise(done => {
          addEventListener('hashchange',
            () => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), {once: true});
          location.hash = %1$s;
        })
        """
            .formatted(Page.quoted("#/" + place)));
    page.until("document.querySelector('main h1, main h2')");
    page.settled();
  }

  /// Chooses a language and a light, as another tab of the same desk would.
  void prefer(String language, String theme) {
    page.ask(
        CHOOSE.formatted(language, theme)
            + "dispatchEvent(new StorageEvent('storage', {key: 'sarhad.settings'}))");
    awaitTurned(language, theme);
  }

  private void awaitTurned(String language, String theme) {
    page.until(
        "document.documentElement.lang === '%s' && document.documentElement.dataset.theme === '%s'"
            .formatted(language, theme));
    page.settled();
    // Half-way from dark to light no colour is one of the console's.
    page.ask(
        "document.getAnimations().filter(a => a instanceof CSSTransition)"
            + ".forEach(a => a.finish())");
    page.ask("new Promise(done => requestAnimationFrame(done)).then(() => 0)");
  }

  /// Keeps what is on the screen as `name`, if somebody wants to look at it.
  void screenshot(String name) {
    screenshot(page, name);
  }

  /// The same of any page.
  static void screenshot(Page page, String name) {
    if (Variants.ALL) {
      page.screenshot(SCREENSHOTS.resolve(name + ".png"));
    }
  }

  /// Address of a place, new each time, so that going there always begins anew.
  URI at(String place) {
    return URI.create(node.address() + "?visit=" + VISITS.incrementAndGet() + "#/" + place);
  }

  /// What was written, but for the reads that the console states by itself, once the node has
  /// answered.
  List<CannedNode.Write> written() {
    page.settled();
    return node.writes().stream().filter(write -> !write.path().equals("/reads")).toList();
  }

  /// Fails if a page that is on paper has more on it than paper should.
  void assertNothingOfTheFrameIsPrinted() {
    assertThat(
            page.ask(
                    "['.rail', '.strip', '.off-paper', '.bars'].every(s =>"
                        + " getComputedStyle(document.querySelector(s)).display === 'none')")
                .asBoolean())
        .as("nothing of the frame is printed")
        .isTrue();
  }

  /// Fails if the page asked any host but its own node for anything.
  void assertNobodyElseWasAsked() {
    assertThat(page.requests())
        .filteredOn(address -> !address.startsWith("data:"))
        .as("what was asked for")
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThat(URI.create(address).getAuthority())
                    .isEqualTo(node.address().getAuthority()));
  }

  /// What a person sees of the page once it is settled, without the marks that only steer its
  /// direction.
  String seen() {
    page.settled();
    return page.ask("document.body.innerText.replace(/[\\u2068\\u2069]/g, '')").asText();
  }

  /// What a person then sees of each element that `selector` finds, in the order of the page and
  /// each in one line.
  List<String> texts(String selector) {
    var texts = new ArrayList<String>();
    page.settled();
    page.ask(
            "[...document.querySelectorAll(%s)].map(e => e.innerText.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim())"
                .formatted(Page.quoted(selector)))
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /// What the canned node answers in `scene` to a request for `path`.
  static JsonNode canned(String scene, String path) {
    try {
      return JSON.readTree(answers().resolve(scene).resolve(path + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
