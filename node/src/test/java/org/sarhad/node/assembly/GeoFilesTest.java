package org.sarhad.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.joint.Border;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.travel.GridFile;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The geography of a node out of the files beside its configuration.
class GeoFilesTest {
  @TempDir Path directory;

  private static byte[] demo() throws IOException {
    try (var in = GeoFilesTest.class.getResourceAsStream("/org/sarhad/demo/travel.grid")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private HeldGround held(byte[] file) throws Exception {
    Files.write(directory.resolve(GeoFiles.GROUND), file);
    return GeoFiles.of(directory).ground().held().orElseThrow();
  }

  @Test
  void withoutFilesThereIsNone() throws Exception {
    var geo = GeoFiles.of(directory);
    assertThat(geo.ground().held()).isEmpty();
    assertThat(geo.border()).isEqualTo(Border.UNKNOWN);
    assertThat(geo.watched()).isEmpty();
    assertThat(geo.posts().held()).isEmpty();
    assertThat(geo.region()).isEmpty();
  }

  @Test
  void itIsNamedByItsHash() throws Exception {
    var held = held(demo());
    var agreed = new DatasetRef("ground", "1", Merkle.sha256(Bytes.of(demo())), 0);
    var other = new DatasetRef("ground", "1", Merkle.sha256(Bytes.EMPTY), 0);
    assertThat(held.isSameAs(agreed)).isTrue();
    assertThat(held.isSameAs(other)).isFalse();
  }

  @Test
  void whatIsNoGridStopsTheStartWithASentence() throws Exception {
    assertWrong(Arrays.copyOf(demo(), 5_000), "cut short");
    assertWrong(new byte[0], "sarhad grid v1");
    assertWrong(new byte[GridFile.BYTES_MAX + 1], "larger than any");
  }

  @Test
  void whatIsNoLineStopsTheStartWithASentence() throws Exception {
    Files.writeString(directory.resolve(GeoFiles.LINE), "{}");
    assertThatThrownBy(() -> GeoFiles.of(directory))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll(GeoFiles.LINE, "no feature", "left, right and uncertainty_m");
  }

  @Test
  void theLineOfTheStartIsKeptByItsHash() throws Exception {
    var line = GeoFilesTest.class.getResourceAsStream("/org/sarhad/demo/line.geojson");
    byte[] bytes = Objects.requireNonNull(line).readAllBytes();
    Files.write(directory.resolve(GeoFiles.LINE), bytes);
    var geo = GeoFiles.of(directory);
    var sha256 = Merkle.sha256(Bytes.of(bytes));
    assertThat(geo.line().versions().orElseThrow().find(sha256)).contains(Bytes.of(bytes));
    assertThat(geo.line().hasFormer()).isFalse();
    assertThat(geo.watched().orElseThrow().version().sha256()).isEqualTo(sha256);
  }

  private void assertWrong(byte[] file, String why) {
    assertThatThrownBy(() -> held(file))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll(GeoFiles.GROUND, why, "sarhad geo build");
  }
}
