package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// FEATURE UNDER TEST: a grid as bytes (19-2.3).
class GridFileTest {
  private static final Bytes FILE = GridFile.write(Regions.grid(Regions.plain()));
  private static final int FRAME_AT = 15;
  private static final int FLAGS_BACK = 1;

  private static Bytes with(int at, int value) {
    byte[] bytes = FILE.toArray();
    bytes[at] = (byte) value;
    return Bytes.of(bytes);
  }

  private static void assertRefused(Bytes file, String why) {
    assertThatThrownBy(() -> GridFile.parse(file))
        .isInstanceOf(MalformedGridException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsWrittenIsRead() throws MalformedGridException {
    CostGrid read = GridFile.parse(FILE);
    assertThat(read.frame()).isEqualTo(Regions.FRAME);
    assertThat(read.left()).isEqualTo(Regions.IR);
    assertThat(read.right()).isEqualTo(Regions.PK);
    assertThat(read.gates()).isEqualTo(Regions.grid(Regions.plain()).gates());
    assertThat(GridFile.write(read)).isEqualTo(FILE);
  }

  @Test
  void anyGridIsReadAsItWasWritten() {
    Seeded.check(
        100,
        random -> {
          Bytes file = GridFile.write(Regions.any(random));
          assertThat(GridFile.write(GridFile.parse(file))).isEqualTo(file);
        });
  }

  @Test
  void itIsRefusedWhereverItIsCutShort() {
    for (int end = 0; end < FILE.size(); end++) {
      Bytes cut = FILE.slice(0, end);
      assertThatThrownBy(() -> GridFile.parse(cut)).isInstanceOf(MalformedGridException.class);
    }
  }

  @Test
  void aFileThatLiesIsRefused() {
    assertRefused(Bytes.EMPTY, "sarhad grid v1");
    assertRefused(Bytes.concat(FILE, Bytes.of((byte) 0)), "behind the last cell");
    assertRefused(with(0, 'S'), "sarhad grid v1");
    assertRefused(with(FRAME_AT, 0x7f), "latitude");
    assertRefused(with(FRAME_AT + 16, 0x7f), "expected 2 to 4000");
    assertRefused(with(FILE.size() - FLAGS_BACK, 0x7f), "a run");
    assertRefused(Bytes.of(new byte[GridFile.BYTES_MAX + 1]), "at most");
  }

  @Test
  void runsAreAsLongAsTheyCanBe() {
    int end = FILE.size();
    byte[] bytes = Arrays.copyOf(FILE.toArray(), end);
    // The last run is long; it is split into two of the same kind.
    int value = bytes[end - 3];
    assertThat(value).isZero();
    Bytes split =
        Bytes.concat(
            FILE.slice(0, end - 3),
            Bytes.of((byte) value, (byte) 1, (byte) value, bytes[end - 2], bytes[end - 1]));
    assertRefused(split, "another kind of cell than before");
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheOneException() {
    int[] met = new int[2];
    Seeded.check(
        3_000,
        random -> {
          try {
            CostGrid read = GridFile.parse(Mutations.mutate(FILE, random));
            assertThat(GridFile.write(read).size()).isPositive();
            met[0]++;
          } catch (MalformedGridException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isPositive();
    assertThat(met[1]).isGreaterThan(500);
  }
}
