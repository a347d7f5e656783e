package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.geo.Region;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;

/// Lands and marks that are to take the place of others, and what is said of every one that is left
/// out (19-10.7).
class ShapesReaderTest {
  private static final Region REGION = new Region(28_000_000, 61_000_000, 29_000_000, 62_000_000);

  private static final String SQUARE =
      "[[[61.1,28.1],[61.9,28.1],[61.9,28.4],[61.1,28.4],[61.1,28.1]]]";

  private static final String SOUND = feature("\"land\":\"first\"", "Polygon", SQUARE);

  private static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(properties, type, coordinates);
  }

  private static String collection(String beside, String... features) {
    return "{\"type\":\"FeatureCollection\",%s\"features\":[%s]}"
        .formatted(beside, String.join(",", features));
  }

  private static Draft<ShapesFile> read(MapFile layer, String file) throws Exception {
    return read(layer, file, Optional.of(REGION));
  }

  private static Draft<ShapesFile> read(MapFile layer, String file, Optional<Region> region)
      throws Exception {
    var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    return ShapesReader.reading(layer, "the file", in, region).read(_ -> {});
  }

  private static List<SurveyFlaw> flaws(Draft<ShapesFile> draft) {
    return draft.refusals().stream().flatMap(refusal -> refusal.flaw().stream()).toList();
  }

  // ---- feature by feature ---------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "land":"ir"         | Polygon      | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]                             |
          "land":"ir"         | Polygon      | [[[60,27],[63,27],[63,30],[60,30],[60,27]],[[61.1,28.5],[61.9,28.5],[61.9,28.6]]] |
          "land":"ir"         | MultiPolygon | [[[[61.1,28.5],[61.9,28.5],[61.9,28.6]]],[[[10,10],[11,10],[11,11]]]]           |
          "land":"ir"         | LineString   | [[61.1,28.5],[61.9,28.5]]                                                       | WRONG_KIND
          "land":"ir"         | Polygon      | []                                                                              | EMPTY
          "land":"ir"         | MultiPolygon | []                                                                              | EMPTY
          "land":"ir"         | MultiPolygon | [[]]                                                                            | EMPTY
          "land":"ir"         | Polygon      | [[[61.1,28.5],[61.9,28.5],[61.1,28.5]]]                                         | EMPTY
          "land":"ir"         | Polygon      | [[[61.1,28.5],[61.5,28.6],[61.9,28.7],[61.1,28.5]]]                             | EMPTY
          "land":"ir"         | Polygon      | [[[61.1,28.5],[61.1,28.5],[61.1,28.5],[61.1,28.5]]]                             | EMPTY
          "land":"ir"         | Polygon      | [[[61.1,28.5],[61.9,28.8],[61.9,28.5],[61.1,28.8],[61.1,28.5]]]                 | SELF_CROSSING
          "land":"ir"         | MultiPolygon | [[[[61.1,28.5],[61.9,28.5],[61.9,28.6]]],[[[10,10],[11,11],[11,10],[10,11]]]]   | SELF_CROSSING
          "land":"ir"         | Polygon      | [[[28.5,61.1],[28.5,61.9],[28.6,61.9],[28.5,61.1]]]                             | SWAPPED
          "land":"ir"         | Polygon      | [[[28.5,161],[28.5,161.9],[28.6,161.9],[28.5,161]]]                             | SWAPPED
          "land":"ir"         | Polygon      | [[[10,10],[11,10],[11,11],[10,10]]]                                             | OUTSIDE
          "land":"ir"         | Polygon      | [[["x",28.5],[61.9,28.5],[61.9,28.6]]]                                          | NO_PLACE
          "land":"ir"         | Polygon      | [[61.1,28.5],[61.9,28.5]]                                                       | NO_PLACE
          "land":"ir"         | Polygon      | [[[200,28.5],[61.9,28.5],[61.9,28.6]]]                                          | NO_PLACE
          "name":"Somewhere"  | Polygon      | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]                             | NO_NAME
          "land":" "          | Polygon      | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]                             | NO_NAME
          "land":"first"      | Polygon      | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]                             |
          "land":"ir"         | Polygon      | [[[61.1,28.1],[61.9,28.1],[61.9,28.4],[61.1,28.4],[61.1,28.1]]]                 | TWICE
          """)
  void aLandIsTakenOrLeftOutWithWhatIsWrong(
      String properties, String type, String coordinates, SurveyFlaw flaw) throws Exception {
    var draft = read(MapFile.LANDS, collection("", SOUND, feature(properties, type, coordinates)));
    assertThat(draft.isFit()).as("the other one is taken").isTrue();
    assertThat(flaws(draft)).isEqualTo(flaw == null ? List.of() : List.of(flaw));
    assertThat(draft.thing().shapes()).hasSize(flaw == null ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "kind":"port","name":"P"  | Point           | [61.2,28.5]                                       |
          "kind":"port"             | Point           | [61.2,28.5]                                       |
          "kind":"river"            | LineString      | [[61.1,28.5],[61.9,28.5]]                         |
          "kind":"river"            | LineString      | [[61.1,28.5],[61.9,28.9],[61.9,28.5],[61.1,28.9]] |
          "kind":"river"            | MultiLineString | [[[61.1,28.5],[61.9,28.5]],[[10,10],[11,11]]]     |
          "kind":"lake"             | Polygon         | [[[61.1,28.5],[61.9,28.5],[61.9,28.6]]]           |
          "kind":"playa"            | MultiPolygon    | [[[[61.1,28.5],[61.9,28.5],[61.9,28.6]]]]         |
          "kind":"road"             | LineString      | [[61.1,28.5],[61.9,28.5]]                         | NO_KIND
          "name":"P"                | Point           | [61.2,28.5]                                       | NO_KIND
          "kind":"Port"             | Point           | [61.2,28.5]                                       | NO_KIND
          "kind":"port"             | LineString      | [[61.1,28.5],[61.9,28.5]]                         | WRONG_KIND
          "kind":"river"            | Polygon         | [[[61.1,28.5],[61.9,28.5],[61.9,28.6]]]           | WRONG_KIND
          "kind":"lake"             | Point           | [61.2,28.5]                                       | WRONG_KIND
          "kind":"river"            | LineString      | [[61.1,28.5]]                                     | EMPTY
          "kind":"river"            | LineString      | [[61.1,28.5],[61.1,28.5]]                         | EMPTY
          "kind":"river"            | LineString      | []                                                | EMPTY
          "kind":"lake"             | Polygon         | [[[61.1,28.5],[61.9,28.8],[61.9,28.5],[61.1,28.8]]] | SELF_CROSSING
          "kind":"port"             | Point           | [28.5,61.2]                                       | SWAPPED
          "kind":"port"             | Point           | [28.5,91.2]                                       | SWAPPED
          "kind":"port"             | Point           | [10,10]                                           | OUTSIDE
          "kind":"port"             | Point           | []                                                | NO_PLACE
          "kind":"port"             | Point           | ["x",28.5]                                        | NO_PLACE
          "kind":"port"             | Point           | [61.5,28.5]                                       | TWICE
          """)
  void aMarkIsTakenOrLeftOutWithWhatIsWrong(
      String properties, String type, String coordinates, SurveyFlaw flaw) throws Exception {
    var port = feature("\"kind\":\"port\",\"name\":\"First\"", "Point", "[61.5,28.5]");
    var draft = read(MapFile.MARKS, collection("", port, feature(properties, type, coordinates)));
    assertThat(flaws(draft)).isEqualTo(flaw == null ? List.of() : List.of(flaw));
    assertThat(draft.thing().shapes()).hasSize(flaw == null ? 2 : 1);
    assertThat(draft.isFit()).isTrue();
  }

  @Test
  void whereAnEdgeCrossesItselfIsSaid() throws Exception {
    var crossed =
        feature(
            "\"land\":\"ir\"",
            "Polygon",
            "[[[61.1,28.5],[61.9,28.8],[61.9,28.5],[61.1,28.8],[61.1,28.5]]]");
    var refusal = read(MapFile.LANDS, collection("", crossed)).refusals().getFirst();
    assertThat(refusal.feature()).isEqualTo(1);
    assertThat(refusal.where()).isPresent();
    assertThat(REGION.contains(refusal.where().orElseThrow())).isTrue();
  }

  // ---- the file -------------------------------------------------------------------------------

  @Test
  void aFileWithNothingWrongIsKeptByteForByte() throws Exception {
    var file = collection("  \"source\" : \"a survey\", \"more\":[1], ", SOUND);
    assertThat(read(MapFile.LANDS, file).thing().file()).isEqualTo(Bytes.ofUtf8(file));
  }

  @Test
  void whatIsKeptIsWrittenWithAllThatStoodBesideIt() throws Exception {
    var beside =
        "\"source\":\"a survey\",\"licence\":\"CC0\",\"credit\":{\"en\":\"A\",\"fa\":\"ب\"},\"bbox\":[61,28,62,29],";
    var line = feature("\"land\":\"x\"", "LineString", "[[61,28],[62,28]]");
    var draft = read(MapFile.LANDS, collection(beside, SOUND, line));
    assertThat(draft.refusals()).singleElement().extracting(Refusal::feature).isEqualTo(2L);
    assertThat(draft.thing().file().utf8())
        .startsWith("{\"type\":\"FeatureCollection\"," + beside)
        .doesNotContain("LineString");
    assertThat(ShapesFile.of(draft.thing().file())).isEqualTo(draft.thing());
  }

  /// Lands say themselves what the map shows: islands far from the line belong to it then.
  @Test
  void aLandLiesWhereTheFileSaysThatTheMapIs() throws Exception {
    var far = feature("\"land\":\"om\"", "Polygon", "[[[55,25],[56,25],[56,26],[55,25]]]");
    assertThat(flaws(read(MapFile.LANDS, collection("", SOUND, far))))
        .containsExactly(SurveyFlaw.OUTSIDE);
    var draft = read(MapFile.LANDS, collection("\"bbox\":[50,20,70,35],", SOUND, far));
    assertThat(flaws(draft)).isEmpty();
    assertThat(draft.thing().edge())
        .contains(new Region(20_000_000, 50_000_000, 35_000_001, 70_000_001));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [10,10,20,20]               | OUTSIDE
          [28.2,61.2,28.8,61.8]       | SWAPPED
          """)
  void aMapOfAnotherBorderIsUnfitAsAWhole(String bbox, SurveyFlaw flaw) throws Exception {
    var draft = read(MapFile.LANDS, collection("\"bbox\":%s,".formatted(bbox), SOUND));
    assertThat(draft.isFit()).isFalse();
    assertThat(flaws(draft)).containsExactly(flaw);
    assertThat(draft.refusals().getFirst().feature()).isZero();
  }

  @Test
  void withoutALineNobodyKnowsWhereTheMapIs() throws Exception {
    var far = feature("\"land\":\"om\"", "Polygon", "[[[-55,-25],[-54,-25],[-54,-24],[-55,-25]]]");
    assertThat(flaws(read(MapFile.LANDS, collection("", SOUND, far), Optional.empty()))).isEmpty();
  }

  @Test
  void allWrongIsNotFitAndNoneAtAllIsRefused() throws Exception {
    var draft = read(MapFile.MARKS, collection("", SOUND));
    assertThat(draft.isFit()).isFalse();
    assertThat(draft.refused()).isEqualTo(1);
    assertThatThrownBy(() -> read(MapFile.MARKS, collection("")))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("no feature");
    assertThatThrownBy(() -> read(MapFile.LANDS, collection("\"bbox\":[1,2],", SOUND)))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("west, south, east and north");
  }

  @Test
  void moreThanIsKeptIsRefused() {
    var port = feature("\"kind\":\"port\"", "Point", "[61.5,28.5]");
    var many = new String[ShapesReader.FEATURES_MAX + 1];
    Arrays.fill(many, port);
    assertThatThrownBy(() -> read(MapFile.MARKS, collection("", many)))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("feature 10001", "more than 10000 features");
    var points = "[61.5,28.5],".repeat(ShapesReader.POINTS_MAX) + "[61.5,28.6]";
    assertThatThrownBy(
            () ->
                read(
                    MapFile.MARKS,
                    collection(
                        "", feature("\"kind\":\"river\"", "LineString", "[" + points + "]"))))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("200000 points");
    assertThatThrownBy(
            () -> read(MapFile.LANDS, collection("\"x\":\"%s\",".formatted("x".repeat(8 << 20)))))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("longer than 8 MiB");
  }

  @ParameterizedTest
  @EnumSource(
      value = MapFile.class,
      names = {"LANDS", "MARKS"})
  void damagedFilesAreReadOrRefusedWithTheOneException(MapFile layer) throws Exception {
    byte[] whole =
        layer == MapFile.LANDS
            ? collection("\"bbox\":[61,28,62,29],", SOUND).getBytes(StandardCharsets.UTF_8)
            : demo(layer);
    var region = layer == MapFile.LANDS ? Optional.of(REGION) : Optional.<Region>empty();
    int[] met = new int[2];
    Mutated.each(
        whole,
        2_000,
        damaged -> {
          try {
            var draft = read(layer, new String(damaged, StandardCharsets.UTF_8), region);
            assertThat(ShapesFile.format(layer).parse(draft.thing().file()))
                .isEqualTo(draft.thing());
            met[0]++;
          } catch (MalformedSurveyException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(100);
  }

  private static byte[] demo(MapFile layer) throws Exception {
    try (InputStream in =
        MapFile.class.getResourceAsStream("/org/sarhad/demo/" + layer.fileName())) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
