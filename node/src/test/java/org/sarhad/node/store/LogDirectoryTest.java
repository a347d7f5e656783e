package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

class LogDirectoryTest {
  @TempDir Path directory;

  private LogDirectory open() throws Exception {
    return LogDirectory.open(FileDisk.at(directory), "log");
  }

  /// A log of `size` entries in files, its head published.
  private LogDirectory filled(int size) throws Exception {
    var log = open();
    var reference = ReferenceLog.of(size);
    reference.entries().forEach(log::append);
    log.publish(reference.checkpoint(size), reference.note(size));
    log.materialise();
    return log;
  }

  private Path file(String path) {
    return directory.resolve("log").resolve(path);
  }

  /// All files, relative to the log.
  private List<String> files() throws IOException {
    try (var walk = Files.walk(file(""))) {
      return walk.filter(Files::isRegularFile)
          .map(path -> file("").relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void beginsEmpty() throws Exception {
    var log = open();
    assertThat(log.size()).isZero();
    assertThat(log.root(0)).isEqualTo(Merkle.EMPTY_ROOT);
    assertThat(log.checkpoint()).isEmpty();
    assertThat(log.resource("checkpoint")).isEmpty();
    log.materialise();
    assertThat(files()).containsExactly("materialised");
  }

  @Test
  void hasTheHashesOfTheTreeInMemoryAndInFiles() throws Exception {
    var reference = new ReferenceLog();
    var log = open();
    for (int size : new int[] {1, 2, 3, 255, 256, 257, 511, 512, 700}) {
      while (log.size() < size) {
        reference.append(ReferenceLog.entry(log.size()));
        log.append(ReferenceLog.entry(log.size()));
      }
      assertSame(log, reference);
      log.materialise();
      assertSame(log, reference);
      log = open();
      assertThat(log.size()).isEqualTo(size);
      assertSame(log, reference);
    }
  }

  @Test
  void growsPastTheSecondLevelOfTiles() throws Exception {
    int size = 65_536 + 300;
    var reference = ReferenceLog.of(size);
    var log = open();
    for (int i = 0; i < size; i++) {
      log.append(ReferenceLog.entry(i));
      if (i == 40_000 || i == 65_700) {
        log.materialise();
      }
    }
    log.publish(reference.checkpoint(size), reference.note(size));
    assertThat(log.root(size)).isEqualTo(Tree.root(size, reference));
    log.materialise();
    var reopened = open();
    assertThat(reopened.root(size)).isEqualTo(Tree.root(size, reference));
    for (long at : new long[] {0, 1, 65_535, 65_536, 65_792, size}) {
      assertThat(reopened.root(at)).isEqualTo(Tree.root(at, reference));
    }
    for (var path : TilePath.added(0, size)) {
      assertThat(reopened.resource(path.path())).as(path.path()).contains(reference.resource(path));
    }
    assertThat(Tree.inclusionProof(12_345, size, reopened))
        .isEqualTo(Tree.inclusionProof(12_345, size, reference));
  }

  private static void assertSame(LogDirectory log, ReferenceLog reference) {
    long size = reference.entries().size();
    assertThat(log.entries(0, size)).isEqualTo(reference.entries());
    for (int level = 0; size >> level > 0; level++) {
      for (long index = 0; index < size >> level; index++) {
        assertThat(log.hash(level, index)).isEqualTo(reference.hash(level, index));
      }
    }
    assertThat(log.root(size)).isEqualTo(Tree.root(size, reference));
  }

  @Test
  void theFilesAreThoseOfTlogTilesAndNoMore() throws Exception {
    filled(700);
    var expected = new TreeSet<>(List.of("checkpoint", "materialised"));
    TilePath.added(0, 700).forEach(path -> expected.add(path.path()));
    assertThat(files())
        .containsExactlyElementsOf(expected)
        .contains("tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/000");
    var reference = ReferenceLog.of(700);
    for (var path : TilePath.added(0, 700)) {
      assertThat(Files.readAllBytes(file(path.path())))
          .isEqualTo(reference.resource(path).toArray());
    }
    assertThat(Files.readAllBytes(file("checkpoint"))).isEqualTo(reference.note(700).toArray());
  }

  @Test
  void partialFilesGiveWayButNotThoseOfTheCheckpoint() throws Exception {
    var log = filled(100);
    for (int i = 100; i < 300; i++) {
      log.append(ReferenceLog.entry(i));
    }
    log.materialise();
    assertThat(files())
        .as("a reader of the checkpoint on disk still finds its tiles")
        .contains("tile/0/000.p/100", "tile/entries/000.p/100", "tile/0/000", "tile/0/001.p/44");
    var reference = ReferenceLog.of(300);
    log.publish(reference.checkpoint(300), reference.note(300));
    log.materialise();
    var expected = new TreeSet<>(List.of("checkpoint", "materialised"));
    TilePath.added(0, 300).forEach(path -> expected.add(path.path()));
    assertThat(files()).containsExactlyElementsOf(expected);
    assertThat(file("tile/0/000.p")).doesNotExist();
  }

  @Test
  void aHeadSignedLateGetsItsPartialFiles() throws Exception {
    var log = filled(100);
    for (int i = 100; i < 200; i++) {
      log.append(ReferenceLog.entry(i));
    }
    log.materialise();
    var reference = ReferenceLog.of(200);
    log.publish(reference.checkpoint(150), reference.note(150));
    log.materialise();
    assertThat(files())
        .contains("tile/0/000.p/150", "tile/0/000.p/200")
        .doesNotContain("tile/0/000.p/100");
    assertThat(open().published()).isEqualTo(150);
  }

  @Test
  void servesOnlyWhatTheCheckpointCovers() throws Exception {
    var log = filled(300);
    for (int i = 300; i < 600; i++) {
      log.append(ReferenceLog.entry(i));
    }
    assertThat(log.resource("tile/0/001.p/44"))
        .contains(ReferenceLog.of(300).resource(new TilePath.Hashes(0, 1, 44)));
    for (var path :
        List.of(
            "tile/0/001.p/45",
            "tile/0/001",
            "tile/entries/001",
            "tile/0/002.p/1",
            "tile/1/000.p/2",
            "tile/2/000",
            "tile/9/000",
            "tile/0/x999/x999/x999/x999/x999/999")) {
      assertThat(log.resource(path)).as(path).isEmpty();
    }
    log.materialise();
    assertThat(log.resource("tile/0/001.p/45")).isEmpty();
  }

  @Test
  void servesNarrowerTilesToReadersOfOlderCheckpoints() throws Exception {
    var log = filled(700);
    var reference = ReferenceLog.of(700);
    for (int width : new int[] {1, 100, 255}) {
      assertThat(log.resource("tile/0/000.p/" + width))
          .contains(reference.resource(new TilePath.Hashes(0, 0, width)));
      assertThat(log.resource("tile/entries/001.p/" + width))
          .contains(reference.resource(new TilePath.Entries(1, width)));
    }
    assertThat(log.resource("tile/1/000.p/1"))
        .contains(reference.resource(new TilePath.Hashes(1, 0, 1)));
  }

  @Test
  void servesNothingElse() throws Exception {
    var log = filled(10);
    for (var path :
        List.of(
            "",
            "/checkpoint",
            "materialised",
            "../log/checkpoint",
            "tile/0/000.p/10/",
            "tile/0/0",
            "payload/000",
            "tile/-1/000",
            "tile/0/000.p/0")) {
      assertThat(log.resource(path)).as(path).isEmpty();
    }
  }

  @Test
  void aDirectoryCopiedFromAServerOpensByItsCheckpoint() throws Exception {
    filled(700);
    Files.delete(file("materialised"));
    var log = open();
    assertThat(log.size()).isEqualTo(700);
    assertThat(log.entry(699)).isEqualTo(ReferenceLog.entry(699));
    log.append(ReferenceLog.entry(700));
    log.materialise();
    assertThat(open().size()).isEqualTo(701);
  }

  @Test
  void materialisingTwiceWritesNothing() throws Exception {
    var log = filled(700);
    var before = Files.getLastModifiedTime(file("tile/0/002.p/188"));
    var state = Files.getLastModifiedTime(file("materialised"));
    log.materialise();
    assertThat(Files.getLastModifiedTime(file("tile/0/002.p/188"))).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(file("materialised"))).isEqualTo(state);
  }

  // --- payloads
  // ------------------------------------------------------------------------------------

  @Test
  void keepsPayloadsBesideTheirEntries() throws Exception {
    var log = filled(700);
    var payloads = new ArrayList<Bytes>();
    for (int i = 0; i < 700; i += 3) {
      payloads.add(Bytes.ofUtf8("payload " + i + "x".repeat(i)));
      log.addPayload(i, payloads.getLast());
    }
    log.addPayload(5, payloads.getFirst());
    assertPayloads(log, payloads);
    log.materialise();
    assertPayloads(log, payloads);
    log.addPayload(699, Bytes.ofUtf8("late"));
    log.materialise();
    payloads.add(Bytes.ofUtf8("late"));
    assertPayloads(log, payloads);
    assertPayloads(open(), payloads);
    assertThat(files()).contains("payload/000", "payload/001", "payload/002");
    assertThat(log.findPayload(Merkle.sha256(Bytes.ofUtf8("never")))).isEmpty();
    assertThat(log.findPayload(0, Merkle.sha256(Bytes.ofUtf8("late"))))
        .as("it is in another bundle")
        .isEmpty();
  }

  private static void assertPayloads(LogDirectory log, List<Bytes> payloads) {
    for (var payload : payloads) {
      assertThat(log.findPayload(Merkle.sha256(payload))).contains(payload);
    }
    assertThat(log.findPayload(3, Merkle.sha256(payloads.get(1)))).contains(payloads.get(1));
    for (int entry = 0; entry < 700; entry += 256) {
      var reader = log.payloadsAround(entry);
      for (var payload : payloads) {
        var hash = Merkle.sha256(payload);
        assertThat(reader.apply(hash)).isEqualTo(log.findPayload(entry, hash));
      }
    }
  }

  @Test
  void erasingLeavesEveryProofIntact() throws Exception {
    var log = filled(300);
    var secret = Bytes.ofUtf8("{\"_salt\":\"…\",\"name\":\"somebody\"}");
    var other = Bytes.ofUtf8("kept");
    var hash = Merkle.sha256(secret);
    log.addPayload(260, secret);
    log.addPayload(260, other);
    log.addPayload(3, secret);
    log.materialise();
    var root = log.root(300);
    var proof = Tree.inclusionProof(260, 300, log);

    assertThat(log.erase(hash)).isTrue();
    assertThat(log.findPayload(hash)).isEmpty();
    assertThat(log.isErased(260, hash)).isTrue();
    assertThat(log.isErased(3, hash)).isTrue();
    assertThat(log.findPayload(260, Merkle.sha256(other))).contains(other);
    assertThat(log.root(300)).isEqualTo(root);
    assertThat(Tree.inclusionProof(260, 300, log)).isEqualTo(proof);
    for (var path : files()) {
      assertThat(Bytes.of(Files.readAllBytes(file(path))).hex())
          .doesNotContain(Bytes.ofUtf8("somebody").hex());
    }
    assertThat(log.erase(hash)).as("there is none any more").isFalse();

    // What was erased does not come back, neither now nor after a start.
    log.addPayload(260, secret);
    log.materialise();
    assertThat(log.findPayload(hash)).isEmpty();
    assertThat(open().findPayload(hash)).isEmpty();
    assertThat(open().isErased(260, hash)).isTrue();
  }

  @Test
  void erasesWhatIsNotInFilesYet() throws Exception {
    var log = open();
    log.append(ReferenceLog.entry(0));
    var secret = Bytes.ofUtf8("secret");
    log.addPayload(0, secret);
    assertThat(log.erase(Merkle.sha256(secret))).isTrue();
    log.materialise();
    assertThat(open().isErased(0, Merkle.sha256(secret))).isTrue();
    assertThat(open().payloadsAround(0).apply(Merkle.sha256(secret))).isEmpty();
    assertThat(Bytes.of(Files.readAllBytes(file("payload/000"))).hex())
        .doesNotContain(secret.hex());
  }

  /// What was in memory when a reader began may be in a file when it comes to it.
  @Test
  void aReaderOfPayloadsFindsWhatWasWrittenMeanwhile() throws Exception {
    var log = filled(2);
    var first = Bytes.ofUtf8("first");
    var second = Bytes.ofUtf8("second");
    log.addPayload(0, first);
    log.materialise();
    log.addPayload(1, second);
    var reader = log.payloadsAround(0);
    log.materialise();

    assertThat(reader.apply(Merkle.sha256(first))).contains(first);
    assertThat(reader.apply(Merkle.sha256(second))).contains(second);
  }

  @Test
  void readsOnePayloadOfALargeBundle() throws Exception {
    var log = filled(256);
    for (int i = 0; i < 2000; i++) {
      log.addPayload(i % 256, Bytes.ofUtf8("payload " + i));
    }
    // Too large to be read at once.
    log.addPayload(7, Bytes.of(new byte[5 << 20]));
    log.materialise();
    assertThat(log.payloadsAround(0).apply(Merkle.sha256(Bytes.ofUtf8("payload 5"))))
        .contains(Bytes.ofUtf8("payload 5"));
    for (int i = 0; i < 2000; i += 111) {
      assertThat(log.findPayload(Merkle.sha256(Bytes.ofUtf8("payload " + i))))
          .contains(Bytes.ofUtf8("payload " + i));
    }
  }

  // --- cutting
  // ---------------------------------------------------------------------------------------

  @Test
  void readersFindEverythingWhileFilesAreReplaced() throws Exception {
    var log = open();
    var reference = ReferenceLog.of(600);
    var payloads = new ArrayList<Bytes>();
    var written = new AtomicInteger();
    var isDone = new AtomicBoolean();
    try (var readers = Executors.newFixedThreadPool(2)) {
      Callable<Long> reader =
          () -> {
            long reads = 0;
            for (; !isDone.get() || reads == 0; reads++) {
              int size = written.get();
              for (int index = Math.max(0, size - 3); index < size; index++) {
                var payload = payloads.get(index);
                assertThat(log.findPayload(index, Merkle.sha256(payload))).contains(payload);
                assertThat(log.entry(index)).isEqualTo(reference.entries().get(index));
              }
            }
            return reads;
          };
      var first = readers.submit(reader);
      var second = readers.submit(reader);
      for (int index = 0; index < 600; index++) {
        payloads.add(
            Bytes.ofUtf8("payload %d of its own length %s".formatted(index, "x".repeat(index))));
      }
      for (int index = 0; index < 600; index++) {
        log.append(reference.entries().get(index));
        log.addPayload(index, payloads.get(index));
        written.set(index + 1);
        log.materialise();
      }
      isDone.set(true);
      assertThat(first.get()).isPositive();
      assertThat(second.get()).isPositive();
    }
  }

  @Test
  void unsignedEntriesGiveWayToRestoredOnes() throws Exception {
    for (int kept : new int[] {100, 255, 256, 300, 512, 600, 699}) {
      for (int materialised : new int[] {100, 300, 700}) {
        var name = "cut-" + kept + "-" + materialised;
        var reference = ReferenceLog.of(700);
        var log = LogDirectory.open(FileDisk.at(directory), name);
        for (int i = 0; i < 700; i++) {
          log.append(ReferenceLog.entry(i));
          log.addPayload(i, Bytes.ofUtf8("payload " + i));
          if (log.size() == 100) {
            log.publish(reference.checkpoint(100), reference.note(100));
          }
          if (log.size() == materialised) {
            log.materialise();
          }
        }
        log.truncate(kept);
        var restored = ReferenceLog.of(kept);
        assertSame(log, restored);
        assertThat(log.findPayload(Merkle.sha256(Bytes.ofUtf8("payload " + (kept - 1)))))
            .isPresent();
        assertThat(log.findPayload(Merkle.sha256(Bytes.ofUtf8("payload " + kept)))).isEmpty();
        assertThat(LogDirectory.open(FileDisk.at(directory), name).size())
            .isEqualTo(Math.min(kept, materialised));
        for (int i = kept; i < 900; i++) {
          restored.append(Bytes.ofUtf8("restored " + i));
          log.append(Bytes.ofUtf8("restored " + i));
        }
        assertSame(log, restored);
        log.materialise();
        assertSame(LogDirectory.open(FileDisk.at(directory), name), restored);
      }
    }
  }

  @Test
  void signedEntriesStay() throws Exception {
    var log = filled(100);
    assertThatThrownBy(() -> log.truncate(99)).isInstanceOf(BugException.class);
    assertThat(log.size()).isEqualTo(100);
  }

  @Test
  void publishesOnlyHeadsOfItsOwnTreeThatGrow() throws Exception {
    var log = filled(100);
    var other = new ReferenceLog();
    for (int i = 0; i < 100; i++) {
      other.append(Bytes.ofUtf8("other " + i));
    }
    assertThatThrownBy(() -> log.publish(other.checkpoint(100), other.note(100)))
        .isInstanceOf(BugException.class);
    var reference = ReferenceLog.of(101);
    assertThatThrownBy(() -> log.publish(reference.checkpoint(101), reference.note(101)))
        .isInstanceOf(BugException.class);
    assertThatThrownBy(() -> log.publish(reference.checkpoint(99), reference.note(99)))
        .isInstanceOf(BugException.class);
    log.publish(reference.checkpoint(100), reference.note(100));
  }

  // --- damage
  // ----------------------------------------------------------------------------------------

  @Test
  void aDamagedEdgeIsNoticedAtTheStart() throws Exception {
    filled(700);
    for (var path :
        List.of(
            "tile/0/002.p/188",
            "tile/1/000.p/2",
            "tile/entries/002.p/188",
            "materialised",
            "checkpoint")) {
      var good = Files.readAllBytes(file(path));
      var bad = good.clone();
      bad[20] ^= 1;
      Files.write(file(path), bad);
      assertThatThrownBy(this::open)
          .as(path)
          .isInstanceOf(DamagedLogException.class)
          .hasMessageContaining("sarhad verify");
      Files.write(file(path), good);
    }
    var state = Files.readAllBytes(file("materialised"));
    var checkpoint = Files.readAllBytes(file("checkpoint"));
    Files.delete(file("materialised"));
    Files.delete(file("checkpoint"));
    assertThatThrownBy(this::open)
        .as("not taken for a new log")
        .isInstanceOf(DamagedLogException.class);
    Files.write(file("materialised"), state);
    Files.write(file("checkpoint"), checkpoint);
    Files.delete(file("tile/1/000.p/2"));
    assertThatThrownBy(this::open)
        .isInstanceOf(DamagedLogException.class)
        .hasMessageContaining("tile/1/000.p/2 is missing");
  }

  @Test
  void damageFurtherLeftIsNoticedWhenItIsRead() throws Exception {
    filled(700);
    flip("tile/0/000", 100);
    flip("tile/entries/001", 100);
    var log = open();
    assertThat(log.entry(600)).isEqualTo(ReferenceLog.entry(600));
    assertThatThrownBy(() -> log.entry(0))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(DamagedLogException.class)
        .hasMessageContaining("tile/0/000 is not what was written");
    assertThatThrownBy(() -> log.hash(0, 0)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> log.entry(256))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("entry 26");
    assertThatThrownBy(() -> log.resource("tile/entries/001"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aDamagedPayloadIsNeverGivenOut() throws Exception {
    var log = filled(10);
    var payload = Bytes.ofUtf8("payload");
    log.addPayload(3, payload);
    log.materialise();
    Hash hash = Merkle.sha256(payload);
    int size = (int) Files.size(file("payload/000"));
    for (int at = 0; at < size; at++) {
      flip("payload/000", at);
      var reopened = open();
      assertThatThrownBy(() -> reopened.findPayload(3, hash))
          .as("byte %d", at)
          .isInstanceOf(UncheckedIOException.class);
      flip("payload/000", at);
    }
    assertThat(open().findPayload(3, hash)).contains(payload);
  }

  private void flip(String path, int at) throws IOException {
    var bytes = Files.readAllBytes(file(path));
    bytes[at] ^= 1;
    Files.write(file(path), bytes);
  }
}
