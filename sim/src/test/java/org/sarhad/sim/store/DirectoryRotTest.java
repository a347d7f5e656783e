package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.store.Damage;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.store.ReferenceLog;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.tlog.Bytes;

/// Flips every byte of every file of a small log directory and requires the check to name the place
/// (05-6).
class DirectoryRotTest {
  private static final int SIZE = 270;

  @Test
  void everyFiftiethByteIsNoticed() throws Exception {
    flipAll(50);
  }

  @Tag("slow")
  @Test
  void everyByteIsNoticed() throws Exception {
    flipAll(1);
  }

  private static void flipAll(int step) throws Exception {
    var disk = new SimDisk("rotten", new SplittableRandom(1));
    fill(disk, "own");
    fill(disk, "mirror");
    var note = ReferenceLog.of(SIZE).note(100);
    var check =
        new DirectoryCheck(disk, "own")
            .withMirror(disk, "mirror")
            .withThreads(1)
            // Stands for the signature: whoever changes a byte of the note breaks it.
            .withHeadJudge(
                read ->
                    read.bytes().equals(note) ? Optional.empty() : Optional.of("bad signature"));
    assertThat(check.run().damage()).isEmpty();
    int flipped = 0;
    for (var path : disk.files().stream().filter(path -> path.startsWith("own/")).toList()) {
      for (int at = flipped % step; at < sizeOf(disk, path); at += step) {
        disk.rot(path, at, at % 8);
        var damage = check.run().damage();
        assertThat(damage)
            .as("byte %d of %s", at, path)
            .isNotEmpty()
            .allMatch(found -> ("own/" + found.path()).equals(path));
        assertThat(damage)
            .extracting(Damage::repair)
            .allMatch(repair -> repair == Repair.MIRROR || repair == Repair.LOCAL);
        disk.rot(path, at, at % 8);
        flipped++;
      }
    }
    assertThat(flipped).isGreaterThan(19_000 / step);
  }

  private static void fill(SimDisk disk, String name) throws Exception {
    var log = LogDirectory.open(disk, name);
    var reference = ReferenceLog.of(SIZE);
    for (int i = 0; i < SIZE; i++) {
      log.append(reference.entries().get(i));
      if (i % 30 == 0) {
        log.addPayload(i, Bytes.ofUtf8("payload of entry " + i));
      }
    }
    log.publish(reference.checkpoint(100), reference.note(100));
    log.materialise();
  }

  private static long sizeOf(SimDisk disk, String path) throws Exception {
    try (var file = disk.open(path, Mode.READ)) {
      return file.size();
    }
  }
}
