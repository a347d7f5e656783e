package org.sarhad.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.tlog.Bytes;

/// What every [OrderedLog] does, as its interface promises. Extend it and say how to start and stop
/// an engine over storage that is empty at the first start of a test.
public abstract class OrderedLogContract {
  private static final LogId INTAKE = new LogId("intake");
  private static final Writer NODE = new Writer("node");
  private static final Duration NOW = Duration.ZERO;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int PAGE = 1 << 20;

  private OrderedLog log;

  /// For the adapter's own test class.
  protected OrderedLogContract() {}

  /// Starts an engine that completes appends by itself, over the storage of this test.
  protected abstract OrderedLog start() throws Exception;

  /// Stops `log`, which [#start] returned, so that another can be started over the same storage.
  protected abstract void stop(OrderedLog log) throws Exception;

  @BeforeEach
  void open() throws Exception {
    log = start();
    log.open(INTAKE);
  }

  @AfterEach
  void close() throws Exception {
    stop(log);
  }

  private void restart() throws Exception {
    close();
    open();
  }

  @Test
  void beginsEmpty() throws Exception {
    assertThat(log.end(INTAKE)).isZero();
    assertThat(log.read(INTAKE, 0, PAGE, NOW)).isEmpty();
  }

  @Test
  void readsBackWhatWasAppendedInOrder() throws Exception {
    var appended = new ArrayList<Committed>();
    long before = -1;
    for (int i = 0; i < 20; i++) {
      long position = append(i, "record " + i);
      assertThat(position).isGreaterThan(before);
      appended.add(new Committed(position, NODE, i, text("record " + i)));
      before = position;
    }
    assertThat(readAll()).isEqualTo(appended);
    assertThat(log.end(INTAKE)).isGreaterThan(before);
  }

  @Test
  void keepsEverythingOverARestart() throws Exception {
    append(0, "before");
    append(1, "restart");
    var before = readAll();
    restart();
    assertThat(readAll()).isEqualTo(before);
    assertThat(append(2, "after")).isGreaterThan(before.getLast().position());
    restart();
    assertThat(texts()).containsExactly("before", "restart", "after");
  }

  @Test
  void aRetryIsRecordedOnce() throws Exception {
    append(0, "first");
    append(1, "second");
    append(0, "first");
    restart();
    append(1, "second");
    append(2, "third");
    assertThat(texts()).containsExactly("first", "second", "third");
  }

  @Test
  void writersNumberIndependently() throws Exception {
    var other = new Writer("other");
    await(log.append(INTAKE, NODE, 0, text("mine")));
    await(log.append(INTAKE, other, 0, text("theirs")));
    await(log.append(INTAKE, other, -7, text("numbers may go down")));
    await(log.append(INTAKE, other, Long.MAX_VALUE, text("and far up")));
    assertThat(texts()).containsExactly("mine", "theirs", "numbers may go down", "and far up");
  }

  @Test
  void takesRecordsOfOneByteAndOfOneMebibyte() throws Exception {
    var large = Bytes.of(new byte[1 << 20]);
    await(log.append(INTAKE, NODE, 0, Bytes.of((byte) 0)));
    await(log.append(INTAKE, NODE, 1, large));
    await(log.append(INTAKE, NODE, 2, Bytes.of((byte) 1)));
    restart();
    assertThat(readAll())
        .extracting(record -> record.bytes().size())
        .containsExactly(1, 1 << 20, 1);
    assertThat(readAll().get(1).bytes()).isEqualTo(large);
  }

  @Test
  void refusesAnEmptyRecord() {
    assertFails(log.append(INTAKE, NODE, 0, Bytes.EMPTY), Reason.REFUSED);
  }

  @Test
  void aPageHoldsAtLeastOneRecordAndNoMoreThanAsked() throws Exception {
    for (int i = 0; i < 10; i++) {
      append(i, "0123456789");
    }
    long first = readAll().getFirst().position();
    assertThat(log.read(INTAKE, first, 1, NOW)).hasSize(1);
    assertThat(log.read(INTAKE, first, 35, NOW)).hasSize(3);
    assertThat(log.read(INTAKE, first, 40, NOW)).hasSize(4);
  }

  @Test
  void readingAPositionStartsThere() throws Exception {
    for (int i = 0; i < 10; i++) {
      append(i, "record " + i);
    }
    var all = readAll();
    for (int i = 0; i < 10; i++) {
      assertThat(log.read(INTAKE, all.get(i).position(), PAGE, NOW)).isEqualTo(all.subList(i, 10));
    }
    assertThat(log.read(INTAKE, log.end(INTAKE), PAGE, NOW)).isEmpty();
  }

  @Test
  void aReaderWaitsForTheNextRecord() throws Exception {
    append(0, "there");
    long end = log.end(INTAKE);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading = executor.submit(() -> log.read(INTAKE, end, PAGE, SOON));
      append(1, "awaited");
      assertThat(reading.get()).extracting(Committed::bytes).containsExactly(text("awaited"));
    }
  }

  @Test
  void waitingEnds() throws Exception {
    assertThat(log.read(INTAKE, 0, PAGE, Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void whatWasNotReleasedStays() throws Exception {
    for (int i = 0; i < 50; i++) {
      append(i, "record " + i);
    }
    var all = readAll();
    log.release(INTAKE, all.get(30).position());
    log.release(INTAKE, all.get(10).position());
    assertThat(log.read(INTAKE, all.get(30).position(), PAGE, NOW)).isEqualTo(all.subList(30, 50));
    restart();
    assertThat(log.read(INTAKE, all.get(30).position(), PAGE, NOW)).isEqualTo(all.subList(30, 50));
    long after = append(50, "record 50");
    assertThat(after).isGreaterThan(all.get(49).position());
  }

  @Test
  void positionsGoOnWhenEverythingWasReleased() throws Exception {
    append(0, "a");
    long last = append(1, "b");
    log.release(INTAKE, log.end(INTAKE));
    restart();
    assertThat(log.end(INTAKE)).isGreaterThan(last);
    assertThat(append(2, "c")).isGreaterThan(last);
  }

  @Test
  void manyWritersAtOnceKeepTheirOwnOrderAndLoseNothing() throws Exception {
    int writers = 8;
    int records = 200;
    Map<Long, Bytes> acknowledged = new HashMap<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Map<Long, Bytes>>>();
      for (int w = 0; w < writers; w++) {
        var writer = new Writer("writer-" + w);
        running.add(
            executor.submit(
                () -> {
                  Map<Long, Bytes> mine = new HashMap<>();
                  for (int i = 0; i < records; i++) {
                    var bytes = text(writer.name() + ":" + i);
                    mine.put(await(log.append(INTAKE, writer, i, bytes)), bytes);
                    assertThat(log.end(INTAKE)).isGreaterThan(i);
                  }
                  return mine;
                }));
      }
      for (var mine : running) {
        acknowledged.putAll(mine.get());
      }
    }
    assertThat(acknowledged).as("no position twice").hasSize(writers * records);
    restart();
    Map<Writer, Long> last = new HashMap<>();
    for (var record : readAll()) {
      assertThat(record.bytes()).isEqualTo(acknowledged.remove(record.position()));
      assertThat(record.sequence()).isEqualTo(last.getOrDefault(record.writer(), -1L) + 1);
      last.put(record.writer(), record.sequence());
    }
    assertThat(acknowledged).isEmpty();
  }

  @Test
  void logsAreIndependent() throws Exception {
    var other = new LogId("other.log-2");
    log.open(other);
    log.open(other);
    append(0, "intake");
    await(log.append(other, NODE, 0, text("other")));
    assertThat(texts()).containsExactly("intake");
    assertThat(log.read(other, 0, PAGE, NOW))
        .extracting(Committed::bytes)
        .containsExactly(text("other"));
  }

  @Test
  void aLogMustBeOpened() {
    var unopened = new LogId("unopened");
    assertFails(log.append(unopened, NODE, 0, text("x")), Reason.UNAVAILABLE);
    assertThatThrownBy(() -> log.end(unopened)).isInstanceOf(LogException.class);
  }

  @Test
  void aClosedLogTakesNothing() throws Exception {
    append(0, "a");
    stop(log);
    assertFails(log.append(INTAKE, NODE, 1, text("b")), Reason.STOPPED);
    open();
    assertThat(texts()).containsExactly("a");
  }

  @Test
  void namesAreChecked() {
    for (var name : List.of("", "Intake", "1", "a/b", "..", "a".repeat(65))) {
      assertThatThrownBy(() -> new LogId(name)).isInstanceOf(IllegalArgumentException.class);
    }
    for (var name : List.of("", "with space", "a".repeat(65), "نویسنده")) {
      assertThatThrownBy(() -> new Writer(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private long append(long sequence, String text) throws Exception {
    return await(log.append(INTAKE, NODE, sequence, text(text)));
  }

  /// All records, each (writer, number) once, as a reader takes them.
  private List<Committed> readAll() throws Exception {
    var all = new ArrayList<Committed>();
    var seen = new HashSet<Map.Entry<Writer, Long>>();
    long from = 0;
    while (true) {
      var page = log.read(INTAKE, from, 64, NOW);
      if (page.isEmpty()) {
        return all;
      }
      for (var record : page) {
        assertThat(record.position()).isGreaterThanOrEqualTo(from);
        from = record.position() + 1;
        if (seen.add(Map.entry(record.writer(), record.sequence()))) {
          all.add(record);
        }
      }
    }
  }

  private List<String> texts() throws Exception {
    return readAll().stream().map(record -> record.bytes().utf8()).toList();
  }

  private static Bytes text(String text) {
    return Bytes.ofUtf8(text);
  }

  private static long await(CompletionStage<Long> position) throws Exception {
    return position.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
  }

  private static void assertFails(CompletionStage<Long> position, Reason reason) {
    assertThatThrownBy(() -> await(position))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(LogException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
