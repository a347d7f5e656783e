package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.Snapshots;
import org.sarhad.node.store.Snapshots.Header;
import org.sarhad.node.store.Snapshots.Reach;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.tlog.tree.Merkle;

/// Wherever the power goes while a snapshot is written or all are deleted, what is found afterwards
/// is whole, and what was deleted does not come back.
class SnapshotsCrashTest {
  private static final int OPERATIONS_MAX = 100;
  private static final String DIRECTORY = "snapshots";

  private static Header header(long position) {
    return new Header(
        position,
        Merkle.EMPTY_ROOT,
        Map.of("ir.sarhad.example/joint", new Reach(position, Merkle.EMPTY_ROOT)));
  }

  private static String body(long position) {
    return ("body " + position + " ").repeat(20_000);
  }

  private static void write(Snapshots snapshots, long position) throws IOException {
    snapshots.write(
        "state",
        header(position),
        out -> out.write(body(position).getBytes(StandardCharsets.UTF_8)),
        () -> false);
  }

  private static Optional<Long> newest(Snapshots snapshots) throws IOException {
    for (var snapshot : snapshots.list("state")) {
      var found = snapshots.open(snapshot);
      if (found.isPresent()) {
        try (var in = found.get()) {
          long position = snapshot.header().position();
          assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .isEqualTo(body(position));
          return Optional.of(position);
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void aCutWhileOneIsWrittenLeavesTheOneBeforeOrTheNewOne() throws IOException {
    boolean done = false;
    for (int operation = 1; !done && operation < OPERATIONS_MAX; operation++) {
      for (int seed = 0; seed < 4; seed++) {
        var disk = new SimDisk("disk", new SplittableRandom(seed));
        var snapshots = new Snapshots(disk, DIRECTORY);
        write(snapshots, 1);
        write(snapshots, 2);
        disk.cutAfter(operation);
        done = true;
        try {
          write(snapshots, 3);
        } catch (SimDisk.PowerCut _) {
          done = false;
        }
        disk.crash();
        var after = new Snapshots(disk, DIRECTORY);
        assertThat(newest(after).orElseThrow()).isIn(done ? new Long[] {3L} : new Long[] {2L, 3L});
        assertThat(disk.list(DIRECTORY)).noneMatch(file -> file.endsWith(".new"));
      }
    }
    assertThat(done).as("the last cut came after all operations").isTrue();
  }

  @Test
  void whatWasDeletedStaysDeleted() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      var disk = new SimDisk("disk", new SplittableRandom(seed));
      var snapshots = new Snapshots(disk, DIRECTORY);
      write(snapshots, 1);
      write(snapshots, 2);
      snapshots.deleteAll();
      disk.crash();
      assertThat(disk.list(DIRECTORY)).isEmpty();
    }
  }

  @Test
  void aFullDiskLeavesTheOnesBefore() throws IOException {
    var disk = new SimDisk("disk", new SplittableRandom(1));
    var snapshots = new Snapshots(disk, DIRECTORY);
    write(snapshots, 1);
    disk.setCapacity(body(1).length() + 100_000L);
    assertThatThrownBy(() -> write(snapshots, 2))
        .isInstanceOfSatisfying(
            DiskException.class, e -> assertThat(e.fault()).isEqualTo(DiskException.Fault.FULL));
    assertThat(newest(snapshots)).contains(1L);
    assertThat(disk.list(DIRECTORY)).hasSize(1);
  }
}
