package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.port.OrderedLogContract;
import org.sarhad.tlog.Bytes;

class FileLogTest extends OrderedLogContract {
  private static final LogId INTAKE = new LogId("intake");
  private static final Writer NODE = new Writer("node");

  /// Small segments, so that a test fills several.
  private static final LogSettings SMALL = LogSettings.DEFAULT.withSegmentBytes(16 << 10);

  @TempDir Path directory;
  private final List<FlushThread> flushers = new ArrayList<>();

  @Override
  protected OrderedLog start() throws Exception {
    var log = new FileLog(FileDisk.at(directory), "", SMALL);
    flushers.add(FlushThread.start(log));
    return log;
  }

  @Override
  protected void stop(OrderedLog log) {
    flushers.getLast().close();
  }

  private FileLog passive() throws Exception {
    var log = new FileLog(FileDisk.at(directory.resolve("passive")), "", SMALL);
    log.open(INTAKE);
    return log;
  }

  private List<String> segments() throws Exception {
    try (var files = Files.list(directory.resolve("passive/intake"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsAcknowledgedBeforeTheFlush() throws Exception {
    try (var log = passive()) {
      var position = log.append(INTAKE, NODE, 0, Bytes.ofUtf8("a")).toCompletableFuture();
      var retry = log.append(INTAKE, NODE, 0, Bytes.ofUtf8("a")).toCompletableFuture();
      assertThat(position).isNotDone();
      assertThat(log.end(INTAKE)).isZero();
      assertThat(log.flush()).isEqualTo(1);
      assertThat(position).isCompletedWithValue(0L);
      assertThat(retry).isCompletedWithValue(0L);
      assertThat(log.flush()).isZero();
    }
  }

  @Test
  void aNumberUsedForOtherBytesIsRefused() throws Exception {
    try (var log = passive()) {
      var queued = log.append(INTAKE, NODE, 0, Bytes.ofUtf8("a"));
      assertRefused(log, "b");
      log.flush();
      assertRefused(log, "b");
      assertThat(queued.toCompletableFuture()).isCompletedWithValue(0L);
    }
  }

  private static void assertRefused(FileLog log, String bytes) {
    assertThatThrownBy(log.append(INTAKE, NODE, 0, Bytes.ofUtf8(bytes)).toCompletableFuture()::get)
        .hasMessageContaining("writer node already used number 0 for other bytes");
  }

  @Test
  void aFullQueueIsBusy() throws Exception {
    var settings = new LogSettings(16 << 10, 100, 150, 1 << 20, 1);
    try (var log = new FileLog(FileDisk.at(directory), "", settings)) {
      log.open(INTAKE);
      var first = log.append(INTAKE, NODE, 0, Bytes.of(new byte[100])).toCompletableFuture();
      assertThatThrownBy(
              log.append(INTAKE, NODE, 1, Bytes.of(new byte[100])).toCompletableFuture()::get)
          .hasMessageContaining("100 bytes are waiting to be written");
      log.flush();
      assertThat(first).isCompletedWithValue(0L);
      var again = log.append(INTAKE, NODE, 1, Bytes.of(new byte[100])).toCompletableFuture();
      log.flush();
      assertThat(again).isCompletedWithValue(1L);
    }
  }

  @Test
  void releasedSegmentsAreUsedAgain() throws Exception {
    try (var log = passive()) {
      for (int i = 0; i < 100; i++) {
        log.append(INTAKE, NODE, i, Bytes.of(new byte[3000]));
        log.flush();
        log.release(INTAKE, log.end(INTAKE));
        assertThat(segments()).as("one current, one spare").hasSizeLessThanOrEqualTo(2);
      }
      assertThatThrownBy(() -> log.read(INTAKE, 0, 1, Duration.ZERO))
          .isInstanceOfSatisfying(
              LogException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RELEASED))
          .hasMessageContaining("position 0 of the log in")
          .hasMessageContaining("was released; it starts at 99");
    }
    try (var log = passive()) {
      assertThat(log.end(INTAKE)).isEqualTo(100);
      assertThat(log.start(INTAKE)).isEqualTo(99);
    }
  }

  /// Once a wake-up was lost when the flushing thread had to wait for the lock that a release held.
  @Test
  void noAppendIsForgottenWhileSegmentsAreReleased() throws Exception {
    var log = start();
    log.open(INTAKE);
    var isDone = new AtomicBoolean();
    var releaser =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isDone.get()) {
                    try {
                      log.release(INTAKE, log.end(INTAKE));
                    } catch (LogException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                });
    for (int i = 0; i < 3000; i++) {
      var position = log.append(INTAKE, NODE, i, Bytes.ofUtf8("record " + i)).toCompletableFuture();
      assertThat(position.get(20, TimeUnit.SECONDS)).isEqualTo(i);
    }
    isDone.set(true);
    releaser.join();
    stop(log);
  }

  @Test
  void aRecordLargerThanASegmentGetsOneOfItsSize() throws Exception {
    var large = Bytes.of(new byte[100_000]);
    try (var log = passive()) {
      log.append(INTAKE, NODE, 0, Bytes.ofUtf8("small"));
      log.append(INTAKE, NODE, 1, large);
      log.append(INTAKE, NODE, 2, Bytes.ofUtf8("small"));
      log.flush();
    }
    try (var log = passive()) {
      assertThat(log.read(INTAKE, 0, 1 << 20, Duration.ZERO))
          .extracting(Committed::bytes)
          .containsExactly(Bytes.ofUtf8("small"), large, Bytes.ofUtf8("small"));
    }
  }

  @Test
  void scrubbingLeavesNoTraceOfWhatWasReleased() throws Exception {
    var secret = "name of a person ".repeat(20);
    try (var log = passive()) {
      for (int i = 0; i < 200; i++) {
        log.append(INTAKE, NODE, i, Bytes.ofUtf8(secret + i));
        log.flush();
        if (i % 50 == 0) {
          log.release(INTAKE, log.end(INTAKE));
        }
      }
      long end = log.end(INTAKE);
      assertThat(log.scrub(INTAKE, end - 1)).as("something is still needed").isFalse();
      assertThat(allBytes()).contains(secret);
      log.release(INTAKE, end);
      assertThat(log.scrub(INTAKE, end)).isTrue();
      assertThat(allBytes()).doesNotContain("name of a person");
      assertThat(log.end(INTAKE)).isEqualTo(end);
    }
    try (var log = passive()) {
      assertThat(log.end(INTAKE)).isEqualTo(200);
    }
  }

  private String allBytes() throws Exception {
    var all = new StringBuilder();
    for (var name : segments()) {
      all.append(
          Files.readString(
              directory.resolve("passive/intake/" + name),
              java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  @Test
  void aMissingSegmentIsNoticed() throws Exception {
    try (var log = passive()) {
      for (int i = 0; i < 20; i++) {
        log.append(INTAKE, NODE, i, Bytes.of(new byte[3000]));
        log.flush();
      }
    }
    Files.delete(directory.resolve("passive/intake").resolve(segments().get(1)));
    assertThatThrownBy(this::passive)
        .isInstanceOfSatisfying(
            LogException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
        .hasMessageContaining("positions 3 to 5 cannot be read back");
  }
}
