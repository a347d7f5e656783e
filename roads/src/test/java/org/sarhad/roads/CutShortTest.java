package org.sarhad.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that end anywhere, and files with other bytes than were written: each ends in roads or in
/// a sentence, never in anything else, and nothing is left of it.
@Tag("slow")
class CutShortTest {
  private static final String REGION = "--region=-45,-20,-44.4,-19.2";
  private static final Set<Integer> SENTENCES = Set.of(4, 5, 6, 7);

  @TempDir Path directory;

  private Said of(byte[] bytes) throws IOException {
    var file = Files.write(directory.resolve("extract"), bytes);
    var made = directory.resolve("made.geojson");
    Files.deleteIfExists(made);
    var said = Said.by(file, REGION, "-o", made);
    assertThat(said.err()).doesNotContain("This is a bug");
    assertThat(Files.exists(made)).as(said.err()).isEqualTo(said.code() == 0);
    try (var left = Files.list(directory)) {
      assertThat(left.filter(path -> !path.equals(file) && !path.equals(made))).isEmpty();
    }
    return said;
  }

  /// XML that is cut anywhere is broken; but for the last line feed, and where not even `<osm` is
  /// left of it.
  @Test
  void xmlThatEndsAnywhere() throws Exception {
    var whole = Extract.small().xml();
    for (int length = 0; length < whole.length - 1; length++) {
      var said = of(Arrays.copyOf(whole, length));
      assertThat(said.code()).as("%d of %d: %s", length, whole.length, said.err()).isIn(4, 5);
    }
    assertThat(of(whole).code()).isZero();
  }

  @Test
  void packedXmlThatEndsAnywhere() throws Exception {
    var whole = Extract.small().gzip();
    for (int length = 0; length < whole.length; length++) {
      var said = of(Arrays.copyOf(whole, length));
      assertThat(said.code()).as("%d of %d: %s", length, whole.length, said.err()).isIn(4, 5);
    }
    assertThat(of(whole).code()).isZero();
  }

  /// What ends between two blocks cannot be told from what is complete: the format has no end. It
  /// is then without ways, and so without roads.
  @Test
  void pbfThatEndsAnywhere() throws Exception {
    var whole = Extract.small().pbf();
    Set<Integer> codes = new HashSet<>();
    int withoutRoads = 0;
    for (int length = 0; length < whole.length; length++) {
      var said = of(Arrays.copyOf(whole, length));
      assertThat(said.code()).as("%d of %d: %s", length, whole.length, said.err()).isIn(4, 5, 7);
      codes.add(said.code());
      withoutRoads += said.code() == 7 ? 1 : 0;
    }
    assertThat(codes).contains(4, 5);
    assertThat(withoutRoads).as("behind the head and behind the nodes").isEqualTo(2);
    assertThat(of(whole).code()).isZero();
  }

  @Test
  void otherBytesThanWereWritten() throws Exception {
    var random = new Random(20_190_417);
    for (var whole :
        new byte[][] {Extract.small().xml(), Extract.small().gzip(), Extract.small().pbf()}) {
      for (int i = 0; i < 700; i++) {
        byte[] other = whole.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
          other[random.nextInt(other.length)] = (byte) random.nextInt();
        }
        int code = of(other).code();
        assertThat(code == 0 || SENTENCES.contains(code)).as("code %d", code).isTrue();
      }
    }
  }
}
