package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.Terrain;

/// Geography out of GeoJSON, feature by feature, and what is said about what is wrong (19-2.4).
class SurveyReaderTest {
  private static final GridFrame FRAME =
      GridFrame.over(Position.ofDegrees(28, 61), Position.ofDegrees(29, 62));
  private static final String SQUARE =
      "[[[61.1,28.1],[61.9,28.1],[61.9,28.9],[61.1,28.9],[61.1,28.1]]]";

  @TempDir Path directory;

  private static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(properties, type, coordinates);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"source\":{\"features\":[1]},\"features\":[%s],\"end\":1}"
        .formatted(String.join(",", features));
  }

  private SurveyReader read(String text) throws IOException, MalformedSurveyException {
    var file = Files.writeString(directory.resolve("ground.geojson"), text);
    var reader = new SurveyReader(FRAME, (_, _) -> {});
    reader.read(file);
    return reader;
  }

  private static Survey survey(SurveyReader reader) {
    return reader.survey(PartyId.of("ir"), PartyId.of("pk"), List.of());
  }

  private void assertLeftOut(String feature, String why) throws Exception {
    assertThat(read(collection(feature)).refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.file()).isEqualTo("ground.geojson");
              assertThat(refusal.feature()).isEqualTo(1);
              assertThat(refusal.sentence()).contains(why);
            });
  }

  private void assertRefused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining(why);
  }

  // ---- what is taken --------------------------------------------------------------------------

  @Test
  void groundRoadsAndGatesAreTaken() throws Exception {
    var reader =
        read(
            collection(
                feature("{\"terrain\":\"sand\"}", "Polygon", SQUARE),
                feature("{\"terrain\":\"open\"}", "MultiPolygon", "[" + SQUARE + "]"),
                feature("{\"road\":\"track\"}", "LineString", "[[61.2,28.2],[61.3,28.3]]"),
                feature("{\"road\":\"road\"}", "MultiLineString", "[[[61.2,28.2],[61.3,28.3]]]"),
                feature(
                    "{\"gate\":\"mile\",\"open\":false,\"changes_hand\":true}",
                    "Point",
                    "[61.5,28.5,900.0]")));
    var survey = survey(reader);

    assertThat(reader.refusals()).isEmpty();
    assertThat(survey.areas())
        .extracting(Survey.Area::terrain)
        .containsExactly(Terrain.SAND, Terrain.OPEN);
    assertThat(survey.areas().getFirst().edges().getFirst()).as("closed by itself").hasSize(4);
    assertThat(survey.roads())
        .extracting(Survey.Road::terrain)
        .containsExactly(Terrain.TRACK, Terrain.ROAD);
    assertThat(survey.gates())
        .containsExactly(new Survey.GatePoint("mile", Position.ofDegrees(28.5, 61.5), false, true));
  }

  @Test
  void anIslandElsewhereIsNoFlawOfACountryThatIsHere() throws Exception {
    var far = "[[[10,10],[11,10],[11,11],[10,11],[10,10]]]";
    var reader =
        read(
            collection(
                feature("{\"terrain\":\"open\"}", "MultiPolygon", "[" + SQUARE + "," + far + "]")));
    assertThat(reader.refusals()).isEmpty();
    assertThat(survey(reader).areas()).hasSize(1);
  }

  @Test
  void someoneWaitingIsToldHowFarItIs() throws Exception {
    var told = new ArrayList<Long>();
    var text = collection(feature("{\"terrain\":\"sand\"}", "Polygon", SQUARE));
    var file = Files.writeString(directory.resolve("ground.geojson"), text);
    new SurveyReader(FRAME, (bytes, size) -> told.addAll(List.of(bytes, size))).read(file);
    assertThat(told).containsExactly(Files.size(file), Files.size(file));
  }

  // ---- what is left out -----------------------------------------------------------------------

  @Test
  void whatIsWrongIsLeftOutWithASentence() throws Exception {
    var bowTie = "[[[61.1,28.1],[61.4,28.6],[61.1,28.6],[61.4,28.1],[61.1,28.1]]]";
    var swapped = "[[[28.1,61.1],[28.1,61.9],[28.9,61.9],[28.9,61.1],[28.1,61.1]]]";
    assertLeftOut(feature("{\"terrain\":\"open\"}", "Polygon", bowTie), "crosses itself");
    assertLeftOut(feature("{\"terrain\":\"open\"}", "Polygon", swapped), "longitude first");
    assertLeftOut(feature("{\"terrain\":\"open\"}", "Polygon", "[]"), "too few points");
    assertLeftOut(feature("{\"terrain\":\"open\"}", "MultiPolygon", "[]"), "too few points");
    assertLeftOut(feature("{\"terrain\":\"open\"}", "Polygon", "[[[61.1,28.1]]]"), "too few");
    assertLeftOut(
        feature("{\"road\":\"road\"}", "LineString", "[[1,1],[2,2]]"), "outside the region");
    assertLeftOut(feature("{\"terrain\":\"lava\"}", "Polygon", SQUARE), "terrain is none of");
    assertLeftOut(feature("{\"terrain\":\"road\"}", "Polygon", SQUARE), "terrain is none of");
    assertLeftOut(feature("{\"road\":\"sand\"}", "LineString", "[]"), "road is none of");
    assertLeftOut(feature("{}", "Point", "[61.5,28.5]"), "without the property gate");
    assertLeftOut(feature("{\"gate\":\"x\"}", "Point", "[\"a\",28.5]"), "no number");
    assertLeftOut(
        feature("{\"gate\":\"x\"}", "Point", "[61.5,128.5]"), "no longitude and latitude");
    assertLeftOut(feature("{}", "GeometryCollection", "[]"), "no polygon, line or point");
    assertLeftOut("{}", "no polygon, line or point");
  }

  @Test
  void everyFlawHasASentence() {
    for (var flaw : SurveyFlaw.values()) {
      assertThat(Refusal.sentence(flaw)).endsWith(".").hasSizeGreaterThan(10);
    }
  }

  @Test
  void ofManyRefusalsTheFirstAreKeptAndAllAreCounted() throws Exception {
    var many = new String[Refusals.KEPT_MAX + 5];
    Arrays.fill(many, "{}");
    var reader = read(collection(many));
    assertThat(reader.refusals()).hasSize(Refusals.KEPT_MAX);
    assertThat(reader.refused()).isEqualTo(Refusals.KEPT_MAX + 5);
  }

  // ---- what is refused as a whole -------------------------------------------------------------

  @Test
  void aFileThatIsNoneIsRefused() {
    var whole = collection(feature("{\"terrain\":\"open\"}", "Polygon", SQUARE));
    assertRefused(whole.substring(0, whole.length() / 2), "cut short");
    assertRefused("", "no FeatureCollection");
    assertRefused("[]", "no FeatureCollection");
    assertRefused("{\"type\":\"Feature\"}", "no FeatureCollection");
    assertRefused("{\"features\":{}}", "no FeatureCollection");
    assertRefused("{\"features\":[1]}", "no feature");
    assertRefused("<gml/>", "no JSON");
    assertThatThrownBy(
            () -> new SurveyReader(FRAME, (_, _) -> {}).read(directory.resolve("nowhere.geojson")))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("misspelt");
  }

  @Test
  void whereverItIsCutShortItIsRefused() {
    var whole = collection(feature("{\"terrain\":\"open\"}", "Polygon", SQUARE));
    for (int end = 0; end < whole.length(); end++) {
      var cut = whole.substring(0, end);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedSurveyException.class);
    }
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheOneException() throws IOException {
    var whole =
        collection(
            feature("{\"terrain\":\"open\"}", "Polygon", SQUARE),
            feature("{\"gate\":\"mile\"}", "Point", "[61.5,28.5]"));
    var random = new SplittableRandom(5);
    int[] met = new int[2];
    for (int i = 0; i < 2_000; i++) {
      var damaged = whole.toCharArray();
      for (int change = 0; change <= i % 3; change++) {
        damaged[random.nextInt(damaged.length)] = (char) (32 + random.nextInt(95));
      }
      try {
        assertThat(read(new String(damaged)).refused()).isBetween(0L, 5L);
        met[0]++;
      } catch (MalformedSurveyException _) {
        met[1]++;
      }
    }
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(100);
  }

  @Test
  void oneFeatureDoesNotFillTheMemory() throws IOException {
    var bytes = "0123456789".repeat(10).getBytes(StandardCharsets.US_ASCII);
    try (var stream = new BoundedStream(new ByteArrayInputStream(bytes), 60)) {
      assertThat(stream.read(new byte[50])).isEqualTo(50);
      stream.next();
      assertThat(stream.read(new byte[49])).isEqualTo(49);
      assertThat(stream.read()).isEqualTo('9');
      assertThat(stream.read()).isNegative();
    }
    try (var stream = new BoundedStream(new ByteArrayInputStream(bytes), 60)) {
      assertThatThrownBy(() -> stream.read(new byte[61]))
          .isInstanceOf(BoundedStream.TooLongException.class);
      assertThat(stream.count()).isEqualTo(61);
    }
  }
}
