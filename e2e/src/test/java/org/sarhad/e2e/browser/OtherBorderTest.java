package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The console of a node on another border, as `docs/operating/another-border.md` makes it: it
/// shows what that node has, and nothing of the worked example.
class OtherBorderTest extends BrowserTest {
  private static final String BASE =
      "{\"type\":\"FeatureCollection\",\"source\":\"\",\"licence\":\"\",\"features\":[]}";

  /// What only the worked example has.
  private static final List<String> OF_THE_EXAMPLE =
      List.of("Iran", "Pakistan", "Zahedan", "Chabahar", "Natural Earth", "GeoNames", "Salt flat");

  private void floor(String scene) {
    visit(scene, "floor");
    page.until(
        "document.querySelector('.map path.graticule') && document.querySelectorAll('.sign').length > 4");
  }

  private int count(String what) {
    return page.ask("document.querySelectorAll('%s').length".formatted(what)).asInt();
  }

  @Test
  void theMapIsOfThatBorder() {
    floor("island");
    assertThat(count(".map .land.of-a-side")).isEqualTo(2);
    assertThat(count(".map path.line")).isEqualTo(1);
    assertThat(count(".leaflet-pane .lake")).isEqualTo(1);
    assertThat(count(".leaflet-pane .river")).isEqualTo(1);
    assertThat(count(".map .port-place")).isEqualTo(1);
    assertThat(count(".leaflet-pane .playa")).isZero();
    assertThat(texts(".side-name")).containsExactlyInAnyOrder("Northside", "Southside");
    assertThat(texts(".town-name")).contains("Southmarket", "Long Lake", "Cold River");
    assertThat(seen())
        .contains("up to 200 m to either side", "made up, CC0-1.0", "Lake", "River", "Port")
        .doesNotContain(OF_THE_EXAMPLE.toArray(CharSequence[]::new));
    prefer("ur", "dark");
    page.until(
        "[...document.querySelectorAll('.town-name')].some(e => e.innerText === 'جنوبی بازار')");
  }

  /// Each name on its own hand of the line, and the whole line in view.
  @Test
  void theSidesStandOnTheirHandsOfTheLine() {
    floor("island");
    var line = box(".map path.line");
    assertThat(box(".side-name").get(1) + 22).isLessThan(line.get(1));
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.side-name')].at(-1).getBoundingClientRect().top")
                .asDouble())
        .isGreaterThan(line.get(3));
    var map = box(".map .canvas");
    assertThat(line.get(0)).isGreaterThan(map.get(0));
    assertThat(line.get(2)).isLessThan(map.get(2));
    assertThat(line.get(2) - line.get(0)).isGreaterThan((map.get(2) - map.get(0)) / 2);
  }

  /// Left, top, right, bottom of the first.
  private List<Double> box(String what) {
    return page.ask(
            "(b => [b.left, b.top, b.right, b.bottom])(document.querySelector('%s').getBoundingClientRect())"
                .formatted(what))
        .valueStream()
        .map(JsonNode::asDouble)
        .toList();
  }

  @Test
  void theWayOfWhoIsSentIsDrawnOverItsLands() {
    visit("island", "incident/INC-QN-1");
    page.click(".acts button:nth-child(2)").until("document.querySelector('.way-map .way')");
    page.until("document.querySelectorAll('.way-map .land-of-map').length === 2");
    assertThat(count(".way-map .line-of-map")).isEqualTo(1);
    assertThat(page.ask("document.querySelector('.way-map').textContent").asText())
        .contains("Harbour");
  }

  @Test
  void thePagesOfPostureAndTracksAreOfThatBorder() {
    visit("island", "posture");
    assertThat(seen()).doesNotContain(OF_THE_EXAMPLE.toArray(CharSequence[]::new));
    page.go(at("tracks"));
    page.until("document.querySelector('.map path.line')");
    assertThat(texts(".side-name")).containsExactlyInAnyOrder("Northside", "Southside");
    assertThat(seen()).contains("made up, CC0-1.0").doesNotContain("Natural Earth", "GeoNames");
  }

  /// A node that has none of it still has units, incidents and a grid of degrees.
  @Test
  void aNodeWithoutAnyGeographyHasAMap(@TempDir Path bare) throws IOException {
    copy(answers().resolve("island"), bare);
    for (var layer : List.of("border", "lands", "towns", "marks")) {
      Files.writeString(bare.resolve("geo").resolve(layer + ".json"), BASE);
    }
    node.addScene("bare", bare);
    floor("bare");
    assertThat(count(".map .land")).isZero();
    assertThat(count(".side-name")).isZero();
    assertThat(count(".sign .incident")).isEqualTo(1);
    assertThat(count(".sign .unit")).isEqualTo(2);
    assertThat(page.complaints()).isEmpty();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /// What is written after something else was done is no reason to fetch the lands anew.
  @Test
  void theLandsAreFetchedOnce() {
    floor("island");
    page.go(at("units"));
    page.until("document.querySelector('main table')");
    floor("island");
    assertThat(page.requests().stream().filter(one -> one.endsWith("/geo/lands")).count())
        .isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29.52 61.405          | 29.52  | 61.405
          29.52N, 61.405 E      | 29.52  | 61.405
          -44.66 -20.05         | -44.66 | -20.05
          −44.66 −20.05         | -44.66 | -20.05
          44.6600 S 20.0500 W   | -44.66 | -20.05
          44.66s,20.05w         | -44.66 | -20.05
          47.2° N 9.5° E        | 47.2   | 9.5
          ۴۴.۶۶ S ۲۰.۰۵ W       | -44.66 | -20.05
          """)
  void positionsAreTypedOnEitherSideOfTheEquatorAndOfGreenwich(
      String typed, double lat, double lon) {
    var read =
        page.go(at("floor"))
            .ask(
                "import('/console/js/parts/place.js').then(m => m.typedPosition('%s'))"
                    .formatted(typed));
    assertThat(read.path("lat").asDouble()).isEqualTo(lat);
    assertThat(read.path("lon").asDouble()).isEqualTo(lon);
  }
}
