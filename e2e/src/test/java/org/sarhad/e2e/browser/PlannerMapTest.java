package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The own plan of the planner on the map: posts chosen, moved and placed by pointer and by key,
/// and what the node says to it.
class PlannerMapTest extends BrowserTest {
  private static final String PLACE = "posture/planner";
  private static final String SITES = "/posture/comparison/3/sites";
  private static final String POSTS =
      "[...document.querySelectorAll('[data-post]')].map(e => e.value).join()";

  @TempDir Path directory;

  private void laid() {
    visit("planner", PLACE);
    page.until("document.querySelectorAll('.posts-map [data-site]').length === 25");
    page.until("document.querySelectorAll('.plan-card .covered b').length === 3");
  }

  private void press(int site) {
    page.click("[data-site='%d']".formatted(site));
  }

  /// Drags from one element to another, or past it, as a hand does.
  private void drag(String from, String to, int past) {
    page.settled();
    page.ask("document.querySelector('.posts-map').scrollIntoView()");
    JsonNode way =
        page.ask(
            """
            (() => { const at = s => { const b = document.querySelector(s).getBoundingClientRect();
              return [b.x + b.width / 2, b.y + b.height / 2]; };
              return [...at("%s"), ...at("%s")]; })()"""
                .formatted(from, to));
    double x = way.get(2).asDouble() + past;
    double y = way.get(3).asDouble();
    mouse("mousePressed", way.get(0).asDouble(), way.get(1).asDouble());
    for (int step = 1; step <= 4; step++) {
      mouse(
          "mouseMoved",
          way.get(0).asDouble() + (x - way.get(0).asDouble()) * step / 4,
          way.get(1).asDouble() + (y - way.get(1).asDouble()) * step / 4);
    }
    mouse("mouseReleased", x, y);
  }

  private void mouse(String kind, double x, double y) {
    page.call(
        "Input.dispatchMouseEvent",
        Map.of("type", kind, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  @Test
  void aPostIsChosenAndThenItsPlaceAndTheNodeReckonsAtOnce() {
    laid();
    assertThat(page.ask(POSTS).asText()).isEqualTo("20,20,21,22,23,24");
    press(21);
    page.until("document.querySelector('.posts-map .site.chosen')?.dataset.site === '21'");
    assertThat(seen()).contains("Post 3, at Mirjaveh 1, is chosen. Now the place for it.");
    page.ask("performance.clearResourceTimings()");
    press(10);
    page.until(POSTS + " === '20,20,10,22,23,24'");
    page.until(
        "performance.getEntriesByType('resource').some(one => one.name.endsWith('figures?sites=20,20,10,22,23,24'))");
    assertThat(texts(".posts-map .changed dd")).hasSize(3).first().asString().startsWith("18.6 %");
    assertThat(written()).as("nothing is kept before somebody says so").isEmpty();
    screenshot("planner-map-moved");
  }

  @Test
  void byKeyboardEverythingIsDoneThatAPointerDoes() {
    laid();
    page.ask("document.querySelector('#posts-map').scrollIntoView()");
    page.tabTo("[data-site='22']").press("Enter");
    page.until(
        "document.querySelector('[data-site=\"22\"]').getAttribute('aria-pressed') === 'true'");
    assertThat(page.ask("document.activeElement.dataset.site").asText())
        .as("the focus stays where it was")
        .isEqualTo("22");
    assertThat(page.ask("document.activeElement.getAttribute('aria-label')").asText())
        .contains("Khash 2", "post");
    page.ask("document.querySelector('[data-site=\"14\"]').focus()");
    page.press("Enter");
    page.until(POSTS + " === '20,20,21,14,23,24'");
    // Where no site is: under the cross.
    page.ask("document.querySelector('[data-site=\"14\"]').focus()");
    page.press("Enter").tabTo("[data-offer=here]").press("Enter");
    page.settled();
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo(SITES);
    assertThat(sent.at("/place/label").asText()).isEqualTo("New place 26");
    assertThat(sent.at("/place/position/lat").asDouble()).isBetween(25.0, 30.0);
    assertThat(sent.at("/place/position/lon").asDouble()).isBetween(60.0, 64.0);
  }

  @Test
  void aPostThatIsDraggedIsWhereItWasLetGo() {
    laid();
    drag("[data-site='23']", "[data-site='11']", 0);
    page.until(POSTS + " === '20,20,21,22,11,24'");
    node.refuseWrites("site.abroad");
    drag("[data-site='11']", "[data-site='11']", 90);
    page.until("document.querySelector('.posts-map [role=alert]')");
    assertThat(seen())
        .contains("This place is on the other side’s soil. Posts are planned on own soil only.");
    assertThat(page.ask(POSTS).asText()).as("it stays").isEqualTo("20,20,21,22,11,24");
    assertThat(written()).extracting(CannedNode.Write::path).containsExactly(SITES);
    screenshot("planner-map-refused");
  }

  @Test
  void inTheBandOfTheLineItIsRefusedWithASentenceOfItsOwn() {
    laid();
    node.refuseWrites("site.at_line");
    press(24);
    page.until("document.querySelector('.posts-map .site.chosen')");
    page.click("[data-offer=here]");
    page.until("document.querySelector('.posts-map [role=alert]')");
    assertThat(seen()).contains("it lies in the band of the line");
  }

  /// What was placed where no site was is one of them from then on, with a bound of all.
  @Test
  void aPlaceThatWasNoSiteIsReckonedWith() throws IOException {
    ObjectNode laid = (ObjectNode) canned("planner", "posture/comparison");
    JsonNode site = laid.at("/plans/sites/12").deepCopy();
    ((ObjectNode) site.at("/place")).put("label", "New place 26");
    ((ArrayNode) laid.at("/plans/sites")).add(site);
    laid.put("number", 4);
    ((ObjectNode) laid.at("/plans")).put("bound", 2_620);
    write("posture/comparison.json", laid.toString());
    write("posture/comparison/3/sites.json", "{\"number\":4,\"site\":25}");
    write(
        "posture/comparison/4/figures.json",
        canned("planner", "posture/comparison/3/figures").toString());
    node.addScene("planner-placed", directory);
    laid();
    press(22);
    page.until("document.querySelector('.posts-map .site.chosen')");
    node.play("planner-placed");
    page.click("[data-offer=here]");
    page.until(POSTS + " === '20,20,21,25,23,24'");
    assertThat(
            page.ask("document.querySelector('[data-post=\"3\"]').selectedOptions[0].label")
                .asText())
        .isEqualTo("New place 26");
    assertThat(texts(".posts-map .changed dd").get(1)).startsWith("26.2 %").contains("points more");
  }

  /// The same without the map: by name and degrees.
  @Test
  void theFormDoesWhatTheMapDoes() {
    laid();
    page.ask("document.querySelector('.elsewhere').open = true");
    fill("posture-elsewhere-post", "4", "change");
    fill("posture-elsewhere-place", "Well 3, 28.912, 61.07", "input");
    node.refuseWrites("site.at_line");
    page.until("!document.querySelector('[data-offer=place]').disabled");
    page.click("[data-offer=place]").until("document.querySelector('.elsewhere [role=alert]')");
    JsonNode place = json(written().getFirst().body()).path("place");
    assertThat(place.path("label").asText()).isEqualTo("Well 3");
    assertThat(place.at("/position/lat").asDouble()).isEqualTo(28.912);
    fill("posture-elsewhere-place", "Well 3", "input");
    page.until("document.querySelector('[data-offer=place]').disabled");
    assertThat(texts(".elsewhere .notice").getFirst()).contains("a name, a latitude");
  }

  @Test
  void inEveryLanguageAndLightAndOnANarrowScreen() {
    for (int width : new int[] {1440, 1024, 390}) {
      page.size(width, 900);
      laid();
      for (var variant : new String[] {"en dark", "fa light", "ur dark"}) {
        prefer(variant.substring(0, 2), variant.substring(3));
        page.ask("document.querySelector('#posts-map').scrollIntoView()");
        assertThat(page.ask("document.documentElement.scrollWidth").asInt())
            .isLessThanOrEqualTo(width);
        page.settled();
        screenshot("planner-map-" + width + "-" + variant.replace(' ', '-'));
      }
    }
  }

  private void fill(String id, String value, String event) {
    page.ask(
        "(e => { e.value = '%s'; e.dispatchEvent(new Event('%s')); })(document.querySelector('#%s'))"
            .formatted(value, event, id));
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
