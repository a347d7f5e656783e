package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.Snapshots.Snapshot;

class SnapshotsTest {
  private static final Map<String, Long> SIZES =
      Map.of("ir.sarhad.example/joint", 17L, "pk.sarhad.example/مشترک", 4L);

  @TempDir Path directory;
  private Snapshots snapshots;

  @BeforeEach
  void open() throws Exception {
    snapshots = new Snapshots(FileDisk.at(directory), "snapshots");
  }

  private void write(long position, String body) throws IOException {
    snapshots.write(
        "node", position, SIZES, out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(Snapshot snapshot) throws IOException {
    try (var in = snapshot.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path file(long position) {
    return directory.resolve("snapshots/node-%020d".formatted(position));
  }

  @Test
  void theNewestWins() throws Exception {
    assertThat(snapshots.findNewest("node", Long.MAX_VALUE)).isEmpty();
    write(5, "five");
    write(12, "twelve");
    var newest = snapshots.findNewest("node", Long.MAX_VALUE).orElseThrow();
    assertThat(newest.position()).isEqualTo(12);
    assertThat(newest.logSizes()).isEqualTo(SIZES);
    assertThat(read(newest)).isEqualTo("twelve");
    assertThat(read(newest)).as("as often as wanted").isEqualTo("twelve");
    assertThat(read(snapshots.findNewest("node", 11).orElseThrow())).isEqualTo("five");
    assertThat(snapshots.findNewest("node", 4)).isEmpty();
    assertThat(snapshots.findNewest("other", Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void twoAreKept() throws Exception {
    for (int position = 0; position < 10; position++) {
      write(position, "body " + position);
    }
    try (var files = Files.list(directory.resolve("snapshots"))) {
      assertThat(files).containsExactlyInAnyOrder(file(8), file(9));
    }
  }

  @Test
  void damagedOnesArePassedOver() throws Exception {
    write(5, "five");
    write(12, "twelve");
    var good = Files.readAllBytes(file(12));
    for (int at = 0; at < good.length; at++) {
      var bad = good.clone();
      bad[at] ^= 1;
      Files.write(file(12), bad);
      assertThat(snapshots.findNewest("node", Long.MAX_VALUE))
          .as("byte %d", at)
          .map(Snapshot::position)
          .contains(5L);
    }
    Files.write(file(12), new byte[3]);
    assertThat(snapshots.findNewest("node", Long.MAX_VALUE)).map(Snapshot::position).contains(5L);
    Files.move(file(5), file(6));
    assertThat(snapshots.findNewest("node", Long.MAX_VALUE)).as("under another position").isEmpty();
  }

  @Test
  void bodiesMayBeLargeOrEmpty() throws Exception {
    write(1, "");
    assertThat(read(snapshots.findNewest("node", 1).orElseThrow())).isEmpty();
    var line = "line ".repeat(50_000);
    snapshots.write(
        "node",
        2,
        Map.of(),
        out -> {
          for (int i = 0; i < 20; i++) {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
          }
        });
    assertThat(read(snapshots.findNewest("node", 2).orElseThrow())).isEqualTo(line.repeat(20));
  }

  @Test
  void aBodyThatFailsLeavesNothing() throws Exception {
    write(5, "five");
    assertThatThrownBy(
            () ->
                snapshots.write(
                    "node",
                    6,
                    SIZES,
                    _ -> {
                      throw new IOException("no");
                    }))
        .hasMessage("no");
    assertThat(snapshots.findNewest("node", Long.MAX_VALUE)).map(Snapshot::position).contains(5L);
    write(6, "six");
    assertThat(read(snapshots.findNewest("node", Long.MAX_VALUE).orElseThrow())).isEqualTo("six");
  }

  @Test
  void namesAreChecked() {
    assertThatThrownBy(() -> snapshots.write("../x", 0, Map.of(), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> snapshots.write("x", -1, Map.of(), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
