package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.LogSettings;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimDisk.Operation;
import org.sarhad.sim.world.SimDisk.PowerCut;
import org.sarhad.tlog.Bytes;

/// No acknowledged record is lost or renumbered, wherever the power goes (05-2.6), and no damage is
/// read as something else.
class FileLogCrashTest {
  private static final LogId INTAKE = new LogId("intake");
  private static final Writer NODE = new Writer("node");
  private static final LogSettings SMALL = new LogSettings(16 << 10, 1 << 20, 1 << 20, 12 << 10, 1);

  /// What somebody outside knows of a log: every record it was told of or has read, by position.
  private static final class Outside {
    final SimDisk disk;
    final SplittableRandom random;
    final List<Bytes> known = new ArrayList<>();
    int attempts;

    Outside(long seed) {
      random = new SplittableRandom(seed);
      disk = new SimDisk("seed " + seed, random);
    }

    /// Opens the log, checks it against what is known, and works with it for a while. The numbers
    /// of lost records are used again for other bytes, so a torn flush that came back from the dead
    /// would show.
    void session(int rounds) throws Exception {
      var log = new FileLog(disk, "", SMALL);
      log.open(INTAKE);
      check(log);
      attempts++;
      for (int round = 0; round < rounds; round++) {
        var waiting = new ArrayList<CompletableFuture<Long>>();
        var queued = new ArrayList<Bytes>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          int number = known.size() + queued.size();
          var bytes =
              Bytes.ofUtf8(
                  "%d of session %d %s"
                      .formatted(number, attempts, "x".repeat(random.nextInt(1, 5000))));
          queued.add(bytes);
          waiting.add(log.append(INTAKE, NODE, number, bytes).toCompletableFuture());
        }
        assertThat(log.flush()).isEqualTo(queued.size());
        for (int i = 0; i < waiting.size(); i++) {
          assertThat(waiting.get(i)).isCompletedWithValue((long) known.size() + i);
        }
        known.addAll(queued);
        if (random.nextInt(3) == 0) {
          log.release(INTAKE, random.nextLong(log.start(INTAKE), log.end(INTAKE) + 1));
          log.prepareSpares();
        }
      }
      check(log);
    }

    private void check(FileLog log) throws LogException {
      long start = log.start(INTAKE);
      long end = log.end(INTAKE);
      assertThat(end).as("nothing known is lost").isGreaterThanOrEqualTo(known.size());
      var read = log.read(INTAKE, start, Integer.MAX_VALUE, Duration.ZERO);
      assertThat(read).hasSize((int) (end - start));
      for (var record : read) {
        assertThat(record.sequence()).isEqualTo(record.position());
        if (record.position() < known.size()) {
          assertThat(record.bytes()).isEqualTo(known.get((int) record.position()));
        } else {
          // Never acknowledged, but there: from now on it must stay.
          known.add(record.bytes());
        }
      }
      assertThat(known).hasSize((int) end);
    }
  }

  @Test
  void survivesACutAtEveryOperation() throws Exception {
    cutAtEveryOperation(0, 3);
  }

  @Tag("slow")
  @Test
  void survivesACutAtEveryOperationOfManyRuns() throws Exception {
    cutAtEveryOperation(3, 40);
  }

  private static void cutAtEveryOperation(int fromSeed, int toSeed) throws Exception {
    for (int seed = fromSeed; seed < toSeed; seed++) {
      long operations = operationsOfAQuietRun(seed);
      assertThat(operations).isGreaterThan(50);
      for (long cut = 1; cut <= operations; cut++) {
        var outside = new Outside(seed);
        outside.disk.cutAfter(cut);
        assertThatThrownBy(() -> outside.session(20)).isInstanceOf(PowerCut.class);
        outside.disk.restart();
        // The first recovery is cut short as well, sometimes.
        outside.disk.cutAfter(outside.random.nextInt(1, 40));
        try {
          outside.session(5);
        } catch (PowerCut _) {
          outside.disk.restart();
        }
        outside.disk.crash();
        outside.session(5);
      }
    }
  }

  private static long operationsOfAQuietRun(long seed) throws Exception {
    var quiet = new Outside(seed);
    quiet.session(20);
    return quiet.disk.operations();
  }

  @Test
  void survivesCutUponCut() throws Exception {
    for (int seed = 1000; seed < 1060; seed++) {
      var outside = new Outside(seed);
      for (int session = 0; session < 10; session++) {
        outside.disk.cutAfter(outside.random.nextInt(1, 60));
        try {
          outside.session(10);
        } catch (PowerCut _) {
          outside.disk.restart();
        }
      }
      outside.disk.crash();
      outside.session(3);
    }
  }

  /// Whatever byte rots, opening either finds every acknowledged record or says which one is gone.
  /// Only the last flush cannot be told from one that was cut short; the guard before signing is
  /// for that.
  @Test
  void aFlippedBitIsNeverReadAsSomethingElse() throws Exception {
    var disk = new SimDisk("rotten", new SplittableRandom(1));
    var written = new ArrayList<Bytes>();
    var log = new FileLog(disk, "", SMALL);
    log.open(INTAKE);
    for (int flush = 0; flush < 6; flush++) {
      for (int i = 0; i < 3; i++) {
        written.add(
            Bytes.ofUtf8("record %d of flush %d %s".formatted(i, flush, "x".repeat(flush * 200))));
        log.append(INTAKE, NODE, written.size(), written.getLast());
      }
      log.flush();
    }
    int refused = 0;
    for (var path : disk.files()) {
      var content = contentOf(disk, path);
      for (int at = 0; at < content.length; at++) {
        boolean isPadding =
            at >= 8 && Arrays.equals(content, at - 8, at, new byte[8], 0, 8) && content[at] == 0;
        if (isPadding && at % 64 != 0) {
          continue;
        }
        disk.rot(path, at, at % 8);
        try {
          var reopened = new FileLog(disk, "", SMALL);
          reopened.open(INTAKE);
          var read =
              reopened.read(INTAKE, 0, 1 << 20, Duration.ZERO).stream()
                  .map(Committed::bytes)
                  .toList();
          assertThat(read.size()).isBetween(written.size() - 3, written.size());
          assertThat(read).isEqualTo(written.subList(0, read.size()));
        } catch (LogException e) {
          assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
          assertThat(e).hasMessageContaining("peer's mirror");
          refused++;
        }
        disk.rot(path, at, at % 8);
      }
    }
    assertThat(refused)
        .as("every byte of a header or of the first five flushes")
        .isGreaterThan(7_000);
  }

  private static byte[] contentOf(SimDisk disk, String path) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      return file.read(0, (int) file.size());
    }
  }

  @Test
  void aFailedSyncStopsTheLogForGood() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      var disk = new SimDisk("seed " + seed, new SplittableRandom(seed));
      var log = new FileLog(disk, "", SMALL);
      log.open(INTAKE);
      append(log, 0, "kept");
      disk.fail(Operation.SYNC, 1);
      var unknown = log.append(INTAKE, NODE, 1, Bytes.ofUtf8("unknown"));
      log.flush();
      assertStopped(unknown.toCompletableFuture());
      // The disk works again, and still nothing is taken: the next sync would prove nothing.
      assertStopped(log.append(INTAKE, NODE, 2, Bytes.ofUtf8("later")).toCompletableFuture());
      assertThat(log.flush()).isZero();
      assertThat(texts(log)).containsExactly("kept");
      disk.crash();
      var reopened = new FileLog(disk, "", SMALL);
      reopened.open(INTAKE);
      assertThat(texts(reopened)).startsWith("kept").doesNotContain("later");
      append(reopened, 1, "unknown");
      assertThat(texts(reopened)).containsExactly("kept", "unknown");
    }
  }

  @Test
  void aFailedWriteStopsTheLogForGood() throws Exception {
    var disk = new SimDisk("disk", new SplittableRandom(3));
    var log = new FileLog(disk, "", SMALL);
    log.open(INTAKE);
    append(log, 0, "kept");
    disk.fail(Operation.WRITE, 1);
    var lost = log.append(INTAKE, NODE, 1, Bytes.ofUtf8("lost"));
    log.flush();
    assertStopped(lost.toCompletableFuture());
    assertStopped(log.append(INTAKE, NODE, 1, Bytes.ofUtf8("lost")).toCompletableFuture());
    assertThat(texts(log)).containsExactly("kept");
  }

  @Test
  void aFullDiskRefusesAndGoesOnWhenThereIsRoom() throws Exception {
    var disk = new SimDisk("disk", new SplittableRandom(3));
    var log = new FileLog(disk, "", SMALL);
    log.open(INTAKE);
    append(log, 0, "kept");
    disk.setCapacity(SMALL.segmentBytes() + 5000);
    var large = Bytes.of(new byte[13_000]);
    var refused = log.append(INTAKE, NODE, 1, large).toCompletableFuture();
    log.flush();
    assertThatThrownBy(refused::get)
        .cause()
        .isInstanceOfSatisfying(
            LogException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FULL))
        .hasMessageContaining("has no room for another segment");
    append(log, 1, "what fits into the segment at hand is still taken");
    disk.setCapacity(1 << 20);
    var accepted = log.append(INTAKE, NODE, 2, large).toCompletableFuture();
    log.flush();
    assertThat(accepted).isCompletedWithValue(2L);
    disk.crash();
    var reopened = new FileLog(disk, "", SMALL);
    reopened.open(INTAKE);
    assertThat(reopened.end(INTAKE)).isEqualTo(3);
  }

  @Test
  void aReadOnlyDirectoryIsToldApart() throws Exception {
    var disk = new SimDisk("disk", new SplittableRandom(3));
    disk.setReadOnly(true);
    assertThatThrownBy(() -> new FileLog(disk, "", SMALL).open(INTAKE))
        .isInstanceOfSatisfying(
            LogException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
        .hasMessageContaining("read-only");
  }

  private static void append(FileLog log, long number, String text) {
    var position = log.append(INTAKE, NODE, number, Bytes.ofUtf8(text)).toCompletableFuture();
    log.flush();
    assertThat(position).isCompletedWithValue(number);
  }

  private static List<String> texts(FileLog log) throws LogException {
    return log.read(INTAKE, 0, 1 << 20, Duration.ZERO).stream()
        .map(record -> record.bytes().utf8())
        .toList();
  }

  private static void assertStopped(CompletableFuture<Long> position) {
    assertThatThrownBy(position::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            LogException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STOPPED))
        .hasMessageContaining("start the node anew");
  }
}
