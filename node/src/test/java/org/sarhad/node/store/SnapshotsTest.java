package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.Snapshots.Header;
import org.sarhad.node.store.Snapshots.Reach;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

class SnapshotsTest {
  private static final Hash SHAPE = Merkle.sha256(Bytes.ofUtf8("shape"));
  private static final Hash ROOT = Merkle.sha256(Bytes.ofUtf8("root"));
  private static final Map<String, Reach> LOGS =
      Map.of(
          "ir.sarhad.example/joint",
          new Reach(17, ROOT),
          "pk.sarhad.example/مشترک",
          new Reach(4, SHAPE));

  @TempDir Path directory;
  private Snapshots snapshots;

  @BeforeEach
  void open() throws Exception {
    snapshots = new Snapshots(FileDisk.at(directory), "snapshots");
  }

  private void write(long position, String body) throws IOException {
    boolean isWritten =
        snapshots.write(
            "node",
            new Header(position, SHAPE, LOGS),
            out -> out.write(body.getBytes(StandardCharsets.UTF_8)),
            () -> false);
    assertThat(isWritten).isTrue();
  }

  /// The newest that is what was written, as its owner would find it.
  private Optional<String> newest(String name) throws IOException {
    for (var snapshot : snapshots.list(name)) {
      var body = snapshots.open(snapshot);
      if (body.isPresent()) {
        try (var in = body.get()) {
          return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return Optional.empty();
  }

  private Path file(long position) {
    return directory.resolve("snapshots/node-%020d".formatted(position));
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory.resolve("snapshots"))) {
      return files.toList();
    }
  }

  @Test
  void theNewestComesFirst() throws Exception {
    assertThat(snapshots.list("node")).isEmpty();
    write(5, "five");
    write(12, "twelve");
    assertThat(snapshots.list("node"))
        .extracting(snapshot -> snapshot.header().position())
        .containsExactly(12L, 5L);
    assertThat(snapshots.list("node").getFirst().header()).isEqualTo(new Header(12, SHAPE, LOGS));
    assertThat(newest("node")).contains("twelve");
    assertThat(newest("node")).as("as often as wanted").contains("twelve");
    assertThat(snapshots.list("other")).isEmpty();
  }

  @Test
  void twoAreKept() throws Exception {
    for (int position = 0; position < 10; position++) {
      write(position, "body " + position);
    }
    assertThat(files()).containsExactlyInAnyOrder(file(8), file(9));
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
      assertThat(newest("node")).as("byte %d", at).contains("five");
    }
    for (int size = 0; size < good.length; size++) {
      Files.write(file(12), java.util.Arrays.copyOf(good, size));
      assertThat(newest("node")).as("the first %d bytes", size).contains("five");
    }
    Files.move(file(5), file(6));
    assertThat(newest("node")).as("under another position").isEmpty();
  }

  @Test
  void bodiesMayBeLargeOrEmpty() throws Exception {
    write(1, "");
    assertThat(newest("node")).contains("");
    var line = "line ".repeat(2_000_000);
    write(2, line);
    assertThat(newest("node")).contains(line);
  }

  @Test
  void aBodyThatFailsLeavesNothing() throws Exception {
    write(5, "five");
    assertThatThrownBy(
            () ->
                snapshots.write(
                    "node",
                    new Header(6, SHAPE, LOGS),
                    _ -> {
                      throw new IOException("no");
                    },
                    () -> false))
        .hasMessage("no");
    assertThat(files()).containsExactly(file(5));
    write(6, "six");
    assertThat(newest("node")).contains("six");
  }

  @Test
  void oneThatIsStoppedLeavesNothing() throws Exception {
    var line = "a secret ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (int calls = 0; calls < 12; calls++) {
      int allowed = calls;
      var asked = new int[1];
      boolean isWritten =
          snapshots.write(
              "node",
              new Header(6, SHAPE, LOGS),
              out -> out.write(line),
              () -> asked[0]++ >= allowed);
      assertThat(isWritten).isEqualTo(asked[0] <= allowed);
      assertThat(files().isEmpty()).isEqualTo(!isWritten);
      snapshots.deleteAll();
    }
  }

  @Test
  void allAreDeletedAndSoIsWhatACrashLeftHalfWritten() throws Exception {
    write(5, "five");
    write(6, "six");
    Files.writeString(directory.resolve("snapshots/node-00000000000000000007.new"), "a secret");
    open();
    assertThat(files()).containsExactlyInAnyOrder(file(5), file(6));
    snapshots.deleteAll();
    assertThat(files()).isEmpty();
  }

  @Test
  void namesAreChecked() {
    for (var position : List.of(0L, -1L)) {
      var header = new Header(position, SHAPE, Map.of());
      assertThatThrownBy(
              () -> snapshots.write(position == 0 ? "../x" : "x", header, _ -> {}, () -> false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
