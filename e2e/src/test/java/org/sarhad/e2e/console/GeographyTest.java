package org.sarhad.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the map of the worked example is drawn of: four files that are what they say they are.
class GeographyTest {
  private static final JsonNode LINE = geo("line");
  private static final JsonNode LANDS = geo("lands");
  private static final JsonNode TOWNS = geo("towns");
  private static final JsonNode MARKS = geo("marks");

  @Test
  void everyFileNamesItsSourceAndLicence() {
    for (JsonNode file : new JsonNode[] {LANDS, TOWNS, MARKS}) {
      assertThat(file.path("type").asText()).isEqualTo("FeatureCollection");
      assertThat(file.path("source").asText())
          .containsAnyOf("Natural Earth 4.1", "GeoNames", "by hand");
      assertThat(file.path("licence").asText()).containsAnyOf("public domain", "CC-BY 4.0");
    }
    assertThat(MARKS.path("credit"))
        .extracting(JsonNode::asText)
        .hasSize(3)
        .doesNotHaveDuplicates();
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
      assertNamed(names);
      assertThat(names.path("rank").asInt()).isBetween(1, 3);
      assertThat(seen.add(names.path("land").asText() + names.path("en").asText()))
          .as(names.toString())
          .isTrue();
    }
  }

  private static void assertNamed(JsonNode names) {
    assertThat(names.path("en").asText()).matches("[A-Z][A-Za-z -]+");
    assertThat(names.path("fa").asText()).matches("[\\u0600-\\u06ff\\u200c ]+");
    assertThat(names.path("ur").asText()).matches("[\\u0600-\\u06ff\\u200c ]+");
  }

  @Test
  void whatIsDrawnByHandSaysSoAndHasItsNameInThreeLanguages() {
    assertThat(MARKS.path("source").asText()).contains("by hand", "Chabahar");
    for (JsonNode mark : MARKS.path("features")) {
      assertNamed(mark.path("properties"));
      assertThat(mark.at("/properties/kind").asText()).isIn("playa", "river", "port");
    }
  }

  /// The map draws the band that both sides agree on; the legend says how wide it is.
  @Test
  void theLineSaysHowUncertainItIsAndWhoLiesOnEitherHand() {
    JsonNode piece = LINE.at("/features/0/properties");
    assertThat(piece.path("uncertainty_m").asInt()).isEqualTo(1_000);
    assertThat(piece.path("left").asText()).isEqualTo("ir");
    assertThat(piece.path("right").asText()).isEqualTo("pk");
  }

  /// Salt flats and ports lie where others have them, where their data is at hand; but Chabahar,
  /// which they do not have as a port.
  @Test
  void whatIsDrawnByHandLiesWhereOthersHaveIt() {
    Path playas = shared("data/geo/ne10m-playas-clip.geojson");
    assumeTrue(Files.exists(playas), "skipped: " + playas + " is not there");
    int held = 0;
    for (JsonNode theirs : ConsoleSources.json(playas).path("features")) {
      for (JsonNode ours : MARKS.path("features")) {
        if (isSame(theirs.at("/properties/name").asText(), ours.at("/properties/en").asText())) {
          held++;
          assertThat(kilometres(middle(ours), middle(theirs))).as(ours.toString()).isLessThan(15);
        }
      }
    }
    assertThat(held).isGreaterThanOrEqualTo(5);
    int ports = 0;
    JsonNode others =
        ConsoleSources.json(shared("data/geo/ports-airports-ne10m-clip.geojson")).path("features");
    for (JsonNode theirs : others) {
      for (JsonNode ours : MARKS.path("features")) {
        if (theirs.at("/properties/kind").asText().equals("port")
            && theirs.at("/properties/name").asText().equals(ours.at("/properties/en").asText())) {
          ports++;
          assertThat(
                  kilometres(ours.at("/geometry/coordinates"), theirs.at("/geometry/coordinates")))
              .isLessThan(1.5);
          assertThat(ours.at("/properties/by_hand").isMissingNode()).isTrue();
        }
      }
    }
    assertThat(ports).isEqualTo(4);
  }

  private static boolean isSame(String theirs, String ours) {
    return theirs.equals(ours) || theirs.replace("Shadad", "Shahdad").equals(ours);
  }

  /// The middle of the points of a polygon.
  private static JsonNode middle(JsonNode feature) {
    var sum = new double[2];
    JsonNode ring = feature.at("/geometry/coordinates/0");
    ring.forEach(
        point -> {
          sum[0] += point.get(0).asDouble() / ring.size();
          sum[1] += point.get(1).asDouble() / ring.size();
        });
    return JsonNodeFactory.instance.arrayNode().add(sum[0]).add(sum[1]);
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
    return ConsoleSources.json(
        ConsoleSources.PROJECT.resolve(
            "node/src/main/resources/org/sarhad/demo/" + name + ".geojson"));
  }
}
