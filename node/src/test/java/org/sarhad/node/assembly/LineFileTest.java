package org.sarhad.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Border;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The operational line out of its file: whose soil, where nobody can say, and what is no line.
class LineFileTest {
  private static final String FEATURE =
      """
      {"type":"Feature","properties":{"left":"ir","right":"pk","uncertainty_m":500},
       "geometry":{"type":"LineString","coordinates":[[61.42,29.0],[61.42,30.0]]}}
      """;

  @TempDir Path directory;

  private Border border(String features) throws Exception {
    Files.writeString(
        directory.resolve(LineFile.NAME),
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(features));
    return LineFile.border(directory);
  }

  @Test
  void withoutAFileNothingIsKnown() throws Exception {
    assertThat(LineFile.border(directory)).isEqualTo(Border.UNKNOWN);
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
    var bytes = Bytes.of(Files.readAllBytes(directory.resolve(LineFile.NAME)));

    assertThat(border.against(line(bytes))).isEqualTo(Border.Standing.SAME);
    assertThat(border.against(line(Bytes.concat(bytes, Bytes.ofUtf8("\n")))))
        .as("byte for byte")
        .isEqualTo(Border.Standing.OTHER);
    assertThat(Border.UNKNOWN.against(line(bytes))).isEqualTo(Border.Standing.MISSING);
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
  void whatIsNoLineStopsTheStart(String features) {
    assertThatThrownBy(() -> border(features))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("is not an operational line")
        .hasMessageContaining("left, right and uncertainty_m");
  }
}
