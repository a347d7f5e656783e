package org.sarhad.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The map's three files are what they say they are.
class GeographyTest {
  private static final JsonNode LINE = geo("line");
  private static final JsonNode LANDS = geo("lands");
  private static final JsonNode TOWNS = geo("towns");

  @Test
  void everyFileNamesItsSourceAndLicence() {
    for (JsonNode file : new JsonNode[] {LINE, LANDS, TOWNS}) {
      assertThat(file.path("type").asText()).isEqualTo("FeatureCollection");
      assertThat(file.path("source").asText()).containsAnyOf("Natural Earth 4.1", "GeoNames");
      assertThat(file.path("licence").asText()).containsAnyOf("public domain", "CC-BY 4.0");
    }
    assertThat(LINE.path("licence").asText()).contains("operational", "without prejudice");
  }

  @Test
  void theLineIsTheWholeLine() {
    JsonNode points = LINE.at("/features/0/geometry/coordinates");
    assertThat(points).hasSize(223);
    double km = 0;
    for (int i = 1; i < points.size(); i++) {
      km += kilometres(points.get(i - 1), points.get(i));
    }
    assertThat(km).isCloseTo(817, within(5.0));
  }

  /// Both lands run along the very same points, so that no sliver of nobody's land shows between
  /// them.
  @Test
  void bothLandsShareTheLine() {
    Set<String> line = new HashSet<>();
    LINE.at("/features/0/geometry/coordinates").forEach(point -> line.add(point.toString()));
    for (JsonNode land : LANDS.path("features")) {
      String name = land.at("/properties/land").asText();
      if (name.equals("IR") || name.equals("PK")) {
        Set<String> outline = new HashSet<>();
        land.at("/geometry/coordinates")
            .forEach(p -> p.forEach(r -> r.forEach(point -> outline.add(point.toString()))));
        assertThat(outline).as(name).containsAll(line);
      }
    }
  }

  @Test
  void everyTownHasItsNameInThreeLanguagesAndNoneTwice() {
    Set<String> seen = new HashSet<>();
    for (JsonNode town : TOWNS.path("features")) {
      JsonNode names = town.path("properties");
      assertThat(names.path("en").asText()).matches("[A-Z][A-Za-z -]+");
      assertThat(names.path("fa").asText()).matches("[\\u0600-\\u06ff\\u200c ]+");
      assertThat(names.path("ur").asText()).matches("[\\u0600-\\u06ff\\u200c ]+");
      assertThat(names.path("rank").asInt()).isBetween(1, 3);
      assertThat(seen.add(names.path("land").asText() + names.path("en").asText()))
          .as(names.toString())
          .isTrue();
    }
  }

  /// Against a second extraction of the same arc, made by other hands, where it is at hand.
  @Test
  void theLineIsTheOneThatOthersExtracted() {
    Path other = shared("data/geo/iran-pakistan-border-ne10m-4.1.geojson");
    assumeTrue(Files.exists(other), "skipped: " + other + " is not there");
    JsonNode theirs = ConsoleSources.json(other).at("/features/0/geometry/coordinates");
    JsonNode ours = LINE.at("/features/0/geometry/coordinates");
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).get(0).asDouble())
          .isCloseTo(theirs.get(i).get(0).asDouble(), within(0.0001));
      assertThat(ours.get(i).get(1).asDouble())
          .isCloseTo(theirs.get(i).get(1).asDouble(), within(0.0001));
    }
  }

  private static Path shared(String path) {
    Path beside = ConsoleSources.PROJECT.resolve("../shared").resolve(path).normalize();
    return Files.exists(beside)
        ? beside
        : ConsoleSources.PROJECT.resolve("../../shared").resolve(path).normalize();
  }

  private static double kilometres(JsonNode a, JsonNode b) {
    double lat1 = Math.toRadians(a.get(1).asDouble());
    double lat2 = Math.toRadians(b.get(1).asDouble());
    double dLon = Math.toRadians(b.get(0).asDouble() - a.get(0).asDouble());
    double h =
        Math.pow(Math.sin((lat2 - lat1) / 2), 2)
            + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * 6371 * Math.asin(Math.sqrt(h));
  }

  private static JsonNode geo(String name) {
    return ConsoleSources.json(ConsoleSources.CONSOLE.resolve("geo/" + name + ".json"));
  }
}
