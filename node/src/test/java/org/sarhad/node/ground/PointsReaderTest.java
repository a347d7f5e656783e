package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Region;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Soil;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;

/// Posts, towns and sectors that are to take the place of others, and what is said of every one
/// that is left out (19-10.5, 19-10.6).
class PointsReaderTest {
  private static final Region REGION = new Region(28_000_000, 61_000_000, 29_000_000, 62_000_000);
  private static final String LINE =
      """
      {"features":[{"properties":{"left":"ir","right":"pk","uncertainty_m":500},
       "geometry":{"type":"LineString","coordinates":[[61.5,28.0],[61.5,29.0]]}}]}
      """;

  private static PointsReader.Rules posts() throws MalformedSurveyException {
    Soil soil = HeldLine.parse(Bytes.ofUtf8(LINE)).border().soil();
    return new PointsReader.Rules(Optional.of(REGION), Optional.of(PartyId.of("ir")), soil);
  }

  private static PointsReader.Rules towns() {
    return new PointsReader.Rules(Optional.of(REGION), Optional.empty(), Soil.UNKNOWN);
  }

  private static String point(String properties, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Point\",\"coordinates\":%s}}"
        .formatted(properties, coordinates);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"source\":\"a survey\",\"features\":[%s],\"licence\":\"CC0\"}"
        .formatted(String.join(",", features));
  }

  private static Draft<PointsFile> read(String file, PointsReader.Rules rules) throws Exception {
    return PointsReader.reading(
            "the file", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), rules)
        .read(_ -> {});
  }

  private static Draft<HeldSectors> sectors(String file) throws Exception {
    return SectorsReader.reading(
            "the file",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            Optional.of(REGION))
        .read(_ -> {});
  }

  // ---- posts ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "name":"Well"  | [61.2,28.5]   |
          "en":"Well"    | [61.2,28.5]   |
          "name":"Well"  | [61.49,28.5]  |
                         | [61.2,28.5]   | NO_NAME
          "name":" "     | [61.2,28.5]   | NO_NAME
          "name":"Well"  | [28.5,61.2]   | SWAPPED
          "name":"Well"  | [28.5,91.2]   | SWAPPED
          "name":"Well"  | [10,10]       | OUTSIDE
          "name":"Well"  | ["x",28.5]    | NO_PLACE
          "name":"Well"  | []            | NO_PLACE
          "name":"Well"  | [61.503,28.5] | IN_BAND
          "name":"Well"  | [61.8,28.5]   | OTHER_SOIL
          "name":"First" | [61.2,28.5]   | TWICE
          "name":"Well"  | [61.3,28.3]   | TWICE
          """)
  void aPostIsTakenOrLeftOutWithWhatIsWrong(String properties, String at, SurveyFlaw flaw)
      throws Exception {
    var draft =
        read(
            collection(
                point("\"name\":\"First\"", "[61.3,28.3]"),
                point(properties == null ? "" : properties, at)),
            posts());
    assertThat(draft.isFit()).as("the other one is taken").isTrue();
    assertThat(draft.refusals().stream().flatMap(refusal -> refusal.flaw().stream()))
        .isEqualTo(flaw == null ? List.of() : List.of(flaw));
    assertThat(draft.thing().places()).hasSize(flaw == null ? 2 : 1);
  }

  @Test
  void whatIsKeptIsWrittenAsOneFileWithItsSource() throws Exception {
    var line = point("", "[[61,28],[62,28]]").replace("Point", "LineString");
    var draft = read(collection(point("\"name\":\"First\"", "[61.3,28.3]"), line), posts());
    assertThat(draft.refusals()).singleElement().extracting(Refusal::feature).isEqualTo(2L);
    assertThat(draft.refusals().getFirst().flaw()).contains(SurveyFlaw.WRONG_KIND);
    assertThat(draft.thing().file().utf8())
        .startsWith("{\"type\":\"FeatureCollection\",\"source\":\"a survey\",\"licence\":\"CC0\"")
        .doesNotContain("LineString");
    assertThat(PointsFile.of(draft.thing().file())).isEqualTo(draft.thing());
  }

  @Test
  void withoutALineNobodyKnowsWhoseSoilAPostIsOn() throws Exception {
    var rules =
        new PointsReader.Rules(Optional.empty(), Optional.of(PartyId.of("ir")), Soil.UNKNOWN);
    assertThat(read(collection(point("\"name\":\"Far\"", "[61.8,28.5]")), rules).refusals())
        .isEmpty();
  }

  @Test
  void townsMayLieOnEitherSide() throws Exception {
    var draft =
        read(
            collection(
                point("\"en\":\"Here\",\"fa\":\"اینجا\"", "[61.2,28.5]"),
                point("\"en\":\"There\"", "[61.8,28.5]"),
                point("\"en\":\"At the line\"", "[61.5,28.5]")),
            towns());
    assertThat(draft.refusals()).isEmpty();
    assertThat(draft.thing().places())
        .extracting(Place::label)
        .containsExactly("Here", "There", "At the line");
  }

  @Test
  void allWrongIsNotFitAndNoneAtAllIsRefused() throws Exception {
    var draft = read(collection(point("", "[61.2,28.5]")), posts());
    assertThat(draft.isFit()).isFalse();
    assertThat(draft.refused()).isEqualTo(1);
    assertThatThrownBy(() -> read(collection(), posts()))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("no feature");
    assertThatThrownBy(() -> sectors(collection())).hasMessageContaining("no feature");
  }

  @Test
  void morePointsThanAreKeptAreRefused() {
    var all = new String[PointsReader.POINTS_MAX + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = point("\"name\":\"Post %d\"".formatted(i), "[61.%06d,28.5]".formatted(i));
    }
    assertThatThrownBy(() -> read(collection(all), towns()))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("more than 10000");
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheOneException() throws Exception {
    byte[] whole =
        collection(
                point("\"name\":\"First\"", "[61.3,28.3]"),
                point("\"name\":\"Second\"", "[61.2,28.5]"))
            .getBytes(StandardCharsets.UTF_8);
    var rules = posts();
    int[] met = new int[2];
    Mutated.each(
        whole,
        5_000,
        damaged -> {
          try {
            var text = new String(damaged, StandardCharsets.UTF_8);
            var draft = read(text, rules);
            assertThat(PointsFile.of(draft.thing().file()).places()).hasSizeBetween(0, 2);
            met[0]++;
          } catch (MalformedSurveyException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(100);
  }

  // ---- sectors --------------------------------------------------------------------------------

  private static String sector(String name, String ring) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s}}"
        .formatted(name, ring);
  }

  private static final String SQUARE =
      "[[[61.1,28.1],[61.9,28.1],[61.9,28.4],[61.1,28.4],[61.1,28.1]]]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          south  | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]               |
          South  | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]               | NO_NAME
          north  | [[[61.1,28.5],[61.9,28.5],[61.9,28.6],[61.1,28.5]]]               | TWICE
          south  | [[[61.1,28.5],[61.9,28.5]]]                                       | EMPTY
          south  | []                                                                | EMPTY
          south  | [[[61.1,28.5],[61.9,28.8],[61.9,28.5],[61.1,28.8],[61.1,28.5]]]   | SELF_CROSSING
          south  | [[[28.5,61.1],[28.5,61.9],[28.6,61.9],[28.5,61.1]]]               | SWAPPED
          south  | [[[10,10],[11,10],[11,11],[10,10]]]                               | OUTSIDE
          south  | [[["x",28.5],[61.9,28.5],[61.9,28.6]]]                            | NO_PLACE
          south  | [[[61.1,28.5],[61.9,28.5],[61.9,28.6]],[[61.2,28.5],[61.3,28.5],[61.3,28.6]]] | WRONG_KIND
          """)
  void aSectorIsTakenOrLeftOutWithWhatIsWrong(String name, String ring, SurveyFlaw flaw)
      throws Exception {
    var draft = sectors(collection(sector("north", SQUARE), sector(name, ring)));
    assertThat(draft.refusals().stream().flatMap(refusal -> refusal.flaw().stream()))
        .isEqualTo(flaw == null ? List.of() : List.of(flaw));
    assertThat(draft.thing().zone().sectors()).hasSize(flaw == null ? 2 : 1);
    assertThat(draft.isFit()).isTrue();
  }

  @Test
  void moreSectorsThanARuleHoldsAreRefusedAndSoAreTooManyCorners() throws Exception {
    var all = new String[33];
    for (int i = 0; i < all.length; i++) {
      all[i] = sector("s" + i, SQUARE);
    }
    assertThatThrownBy(() -> sectors(collection(all)))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("at most 32");
    var corners = new StringBuilder("[[");
    for (int i = 0; i < 129; i++) {
      corners.append("[61.%03d,28.%03d],".formatted(100 + i, i * i % 900));
    }
    var many = sector("many", corners.append("[61.1,28.9]]]").toString());
    assertThat(sectors(collection(sector("north", SQUARE), many)).refusals())
        .extracting(Refusal::flaw)
        .containsExactly(Optional.of(SurveyFlaw.INTRICATE));
  }
}
