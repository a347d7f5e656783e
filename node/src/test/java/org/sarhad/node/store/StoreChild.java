package org.sarhad.node.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.tlog.Bytes;

/// A process of its own that works with the store until it is killed, and says on its standard
/// output what was acknowledged to it. Run by [StoreProcessTest].
final class StoreChild {
  static final LogId INTAKE = new LogId("intake");
  static final LogSettings SETTINGS = new LogSettings(64 << 10, 1 << 20, 8 << 20, 1 << 20, 1);
  private static final int WRITERS = 4;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private StoreChild() {}

  public static void main(String[] args) throws Exception {
    var directory = Path.of(args[1]);
    switch (args[0]) {
      case "work" -> work(directory);
      case "fill" -> fill(directory);
      case "lock" -> lock(directory);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /// What writer `w` writes as number `sequence`.
  static Bytes record(int w, long sequence) {
    return Bytes.ofUtf8(
        "writer %d number %d %s".formatted(w, sequence, "x".repeat((int) (sequence * 37 % 900))));
  }

  static Writer writer(int w) {
    return new Writer("writer-" + w);
  }

  /// Appends with several writers, and brings a log directory along, as a node does.
  private static void work(Path directory) throws Exception {
    var disk = FileDisk.at(directory);
    var log = new FileLog(disk, "", SETTINGS);
    try (var _ = FlushThread.start(log);
        var _ = DirectoryLock.take(disk, "child")) {
      log.open(INTAKE);
      var served = LogDirectory.open(disk, "log");
      // All of them are asked for before the first writer runs and before anything is released.
      var next = LongStream.range(0, WRITERS).map(w -> firstNumber(served, log, (int) w)).toArray();
      for (int w = 0; w < WRITERS; w++) {
        int id = w;
        Thread.ofVirtual().start(() -> append(log, id, next[id]));
      }
      // The integrator: one entry for each position, files brought up to date now and then, the
      // intake released.
      while (true) {
        for (var record : log.read(INTAKE, served.size(), 64 << 10, Duration.ofSeconds(1))) {
          served.append(record.bytes());
        }
        served.materialise();
        log.release(INTAKE, served.materialised());
      }
    }
  }

  /// The number after the last one found, in the directory or in the intake.
  private static long firstNumber(LogDirectory served, FileLog log, int w) {
    try {
      long next = 0;
      String prefix = "writer %d number ".formatted(w);
      var all = new ArrayList<>(served.entries(0, served.size()));
      log.read(INTAKE, Math.max(log.start(INTAKE), all.size()), Integer.MAX_VALUE, Duration.ZERO)
          .forEach(record -> all.add(record.bytes()));
      for (var bytes : all) {
        var text = bytes.utf8();
        if (text.startsWith(prefix)) {
          next =
              Math.max(next, 1 + Long.parseLong(text.substring(prefix.length()).split(" ", 2)[0]));
        }
      }
      return next;
    } catch (LogException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(FileLog log, int w, long from) {
    for (long sequence = from; ; sequence++) {
      long position =
          log.append(INTAKE, writer(w), sequence, record(w, sequence)).toCompletableFuture().join();
      OUT.println("ack %d %d %d".formatted(w, sequence, position));
    }
  }

  /// Appends until the disk is full, then says what the node would say, and what is left.
  private static void fill(Path directory) throws Exception {
    var log = new FileLog(FileDisk.at(directory), "", SETTINGS);
    log.open(INTAKE);
    long acknowledged = 0;
    try {
      while (true) {
        var position =
            log.append(INTAKE, writer(0), acknowledged, record(0, acknowledged))
                .toCompletableFuture();
        log.flush();
        position.join();
        acknowledged++;
      }
    } catch (CompletionException e) {
      OUT.println(String.valueOf(e.getCause()));
    }
    OUT.println("reason " + lastReason(log, acknowledged));
    OUT.println("acknowledged " + acknowledged);
    var reopened = new FileLog(FileDisk.at(directory), "", SETTINGS);
    reopened.open(INTAKE);
    OUT.println("kept " + reopened.read(INTAKE, 0, Integer.MAX_VALUE, Duration.ZERO).size());
  }

  private static String lastReason(FileLog log, long sequence) {
    var again = log.append(INTAKE, writer(0), sequence, record(0, sequence)).toCompletableFuture();
    log.flush();
    try {
      return "none: " + again.join();
    } catch (CompletionException e) {
      return e.getCause() instanceof LogException failure ? failure.reason().name() : e.toString();
    }
  }

  /// Tries to take the lock, and to open a log for writing.
  private static void lock(Path directory) throws Exception {
    try (var _ = DirectoryLock.take(FileDisk.at(directory), "child")) {
      OUT.println("took the lock");
    } catch (DirectoryLock.DirectoryInUseException | DiskException e) {
      OUT.println(String.valueOf(e.getMessage()));
    }
  }

  /// The command line of a child, to be extended by what it shall do.
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        StoreChild.class.getName());
  }
}
