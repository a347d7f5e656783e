package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Border;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.tracks.LineSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The operational line out of its file: whose soil, where nobody can say, and what is no line.
class HeldLineTest {
  private static final String FEATURE =
      """
      {"type":"Feature","properties":{"left":"ir","right":"pk","uncertainty_m":500},
       "geometry":{"type":"LineString","coordinates":[[61.42,29.0],[61.42,30.0]]}}
      """;

  private static HeldLine held(String features) throws Exception {
    return HeldLine.parse(
        Bytes.ofUtf8("{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(features)));
  }

  private static Border border(String features) throws Exception {
    return held(features).border();
  }

  @Test
  void whoseSoilAPlaceIsOn() throws Exception {
    var border = border(FEATURE);
    var west = Position.ofDegrees(29.5, 61.41);
    var east = Position.ofDegrees(29.5, 61.43);
    var near = Position.ofDegrees(29.5, 61.424);
    assertThat(border.soil().of(west)).contains(PartyId.of("ir"));
    assertThat(border.soil().of(east)).contains(PartyId.of("pk"));
    assertThat(border.soil().of(near)).as("within its uncertainty").isEmpty();
    assertThat(border.soil().isAtLine(near)).isTrue();
    assertThat(border.soil().isAtLine(west)).isFalse();
    assertThat(border.line().metresFrom(west)).hasValue(968);
  }

  @Test
  void whetherItIsTheAgreedLine() throws Exception {
    var border = border(FEATURE);
    var bytes = held(FEATURE).file();

    assertThat(border.against(line(bytes))).isEqualTo(Border.Standing.SAME);
    assertThat(border.against(line(Bytes.concat(bytes, Bytes.ofUtf8("\n")))))
        .as("byte for byte")
        .isEqualTo(Border.Standing.OTHER);
    assertThat(Border.UNKNOWN.against(line(bytes))).isEqualTo(Border.Standing.MISSING);
  }

  @Test
  void tracksAreJudgedByOneLineOnly() throws Exception {
    var line = held(FEATURE).watched().orElseThrow();
    assertThat(line.party(LineSide.LEFT)).isEqualTo(PartyId.of("ir"));
    assertThat(line.party(LineSide.RIGHT)).isEqualTo(PartyId.of("pk"));
    assertThat(line.version().sha256()).isEqualTo(Merkle.sha256(held(FEATURE).file()));
    assertThat(line.version().uncertaintyM()).isEqualTo(500);
    var next = FEATURE.replace("29.0]", "30.0]").replace("[61.42,30.0]]", "[61.5,31.0]]");
    var two = held(FEATURE + "," + next.replace("500", "700"));
    assertThat(two.watched().orElseThrow().version().uncertaintyM())
        .as("the largest of its pieces")
        .isEqualTo(700);
    assertThat(held(FEATURE + "," + next.replace("30.0]", "30.1]")).watched())
        .as("with a hole in it")
        .isEmpty();
    assertThat(held(FEATURE.replace("pk", "ir")).watched())
        .as("with one side on both hands")
        .isEmpty();
  }

  private static DatasetRef line(Bytes bytes) {
    return new DatasetRef("line", "1", Merkle.sha256(bytes), 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[61,29]}}",
        "{\"properties\":{\"left\":\"ir\",\"right\":\"pk\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[61,29],[61,30]]}}",
        "{\"properties\":{\"left\":\"IR\",\"right\":\"pk\",\"uncertainty_m\":1},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[61,29],[61,30]]}}",
        "{\"properties\":{\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":1},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[61,29]]}}",
        "{\"properties\":{\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":1},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[61,99],[61,30]]}}",
        "{\"properties\":{\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":1},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[\"x\",29],[61,30]]}}",
        "{"
      })
  void whatIsNoLineIsSaid(String features) {
    assertThatThrownBy(() -> border(features))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("It is no operational line")
        .hasMessageContaining("left, right and uncertainty_m");
  }
}
