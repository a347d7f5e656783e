package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.tlog.Bytes;

/// The store on the real operating system: killed again and again, on a full file system, on a
/// read-only one, with a second process at the door.
@Tag("process")
class StoreProcessTest {
  private static final int KILLS = 12;

  @TempDir Path directory;

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    long seed = Long.getLong("sarhad.seed", System.nanoTime());
    System.out.println("killing with -Dsarhad.seed=" + seed);
    var random = new Random(seed);
    Map<Long, Bytes> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      var child = start("work", directory);
      var out = child.inputReader(StandardCharsets.UTF_8);
      // Not before it works: the first lines say that it does.
      note(acknowledged, out.readLine());
      Thread.sleep(random.nextInt(400));
      // By its handle: destroying the process itself would close the stream with lines still in it.
      child.toHandle().destroyForcibly();
      out.lines().forEach(line -> note(acknowledged, line));
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(acknowledged.size()).isGreaterThan(before);
      assertThat(everything()).as("after kill %d", kill).containsAllEntriesOf(acknowledged);
      assertThat(new DirectoryCheck(FileDisk.existing(directory), "log").run().damage()).isEmpty();
    }
    System.out.println(
        acknowledged.size() + " records acknowledged over " + KILLS + " kills, all there");
  }

  /// "ack writer number position", unless the kill cut the line short.
  private static void note(Map<Long, Bytes> acknowledged, String line) {
    var parts = line.split(" ", -1);
    if (parts.length == 4 && parts[0].equals("ack") && !parts[3].isEmpty()) {
      var bytes = StoreChild.record(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
      assertThat(acknowledged.put(Long.valueOf(parts[3]), bytes)).as("no position twice").isNull();
    }
  }

  /// What a node would find after a start, by position: entries in files, the rest in the intake.
  private Map<Long, Bytes> everything() throws Exception {
    var disk = FileDisk.at(directory);
    Map<Long, Bytes> found = new HashMap<>();
    var served = LogDirectory.open(disk, "log");
    var entries = served.entries(0, served.size());
    for (int i = 0; i < entries.size(); i++) {
      found.put((long) i, entries.get(i));
    }
    try (var log = new FileLog(disk, "", StoreChild.SETTINGS)) {
      log.open(StoreChild.INTAKE);
      assertThat(log.start(StoreChild.INTAKE))
          .as("no gap between files and intake")
          .isLessThanOrEqualTo(served.size());
      for (var record :
          log.read(
              StoreChild.INTAKE, log.start(StoreChild.INTAKE), Integer.MAX_VALUE, Duration.ZERO)) {
        var twin = found.putIfAbsent(record.position(), record.bytes());
        assertThat(twin == null || twin.equals(record.bytes()))
            .as("position %d in both", record.position())
            .isTrue();
      }
    }
    return found;
  }

  @Test
  void aSecondProcessIsRefused() throws Exception {
    try (var _ = DirectoryLock.take(FileDisk.at(directory), "the test")) {
      assertThat(output(start("lock", directory)))
          .singleElement()
          .asString()
          .contains("is in use by another node (the test)");
    }
    assertThat(output(start("lock", directory))).containsExactly("took the lock");
  }

  @Test
  void aLockDoesNotOutliveItsProcess() throws Exception {
    var child = start("work", directory);
    child.inputReader(StandardCharsets.UTF_8).readLine();
    child.destroyForcibly().waitFor();
    assertThat(output(start("lock", directory))).containsExactly("took the lock");
  }

  @Test
  void aFullFileSystemRefusesAndKeepsWhatItHas() throws Exception {
    var out = onAFileSystemOfItsOwn("size=512k", "true", "fill");
    assertThat(out.getFirst())
        .contains("has no room for another segment")
        .contains("the disk is full")
        .contains("Make room");
    assertThat(out.get(1)).isEqualTo("reason FULL");
    long acknowledged = Long.parseLong(out.get(2).replace("acknowledged ", ""));
    assertThat(acknowledged).isGreaterThan(50);
    assertThat(out.get(3)).isEqualTo("kept " + acknowledged);
  }

  @Test
  void aReadOnlyFileSystemIsNamed() throws Exception {
    var out = onAFileSystemOfItsOwn("size=1m", "mount -o remount,ro \"$0\"", "lock");
    assertThat(out)
        .singleElement()
        .asString()
        .contains("writing is not allowed there")
        .contains("Read-only file system");
  }

  /// Runs a child on a small file system in memory that nobody else sees; needs the right to mount.
  private List<String> onAFileSystemOfItsOwn(String options, String then, String what)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o " + options + " none \"$0\" && " + then + " && exec \"$@\"",
                directory.toString()));
    command.addAll(StoreChild.command());
    command.addAll(List.of(what, directory.toString()));
    var trial =
        new ProcessBuilder(
                "unshare", "-m", "sh", "-c", "mount -t tmpfs none \"$0\"", directory.toString())
            .redirectErrorStream(true);
    boolean canMount;
    try {
      canMount = trial.start().waitFor() == 0;
    } catch (IOException e) {
      canMount = false;
    }
    if (!canMount) {
      System.out.println("skipped: mounting a small file system needs root and unshare(1)");
    }
    assumeTrue(canMount, "mounting a small file system needs root and unshare(1)");
    return output(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private static Process start(String what, Path directory) throws IOException {
    var command = new ArrayList<>(StoreChild.command());
    command.addAll(List.of(what, directory.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> output(Process process) throws Exception {
    var lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return lines;
  }
}
