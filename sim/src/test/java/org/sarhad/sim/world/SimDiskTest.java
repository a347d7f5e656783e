package org.sarhad.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskContract;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.sim.world.SimDisk.Operation;
import org.sarhad.sim.world.SimDisk.PowerCut;

class SimDiskTest extends DiskContract {
  private static final int SEEDS = 200;

  private final SimDisk disk = disk(1);

  @Override
  protected Disk disk() {
    return disk;
  }

  private static SimDisk disk(long seed) {
    return new SimDisk("disk " + seed, new SplittableRandom(seed));
  }

  @Test
  void whatWasSyncedSurvives() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      var disk = disk(seed);
      try (var file = disk.open("a", Mode.CREATE)) {
        file.write(0, sectors(1, 1, 1, 1));
        file.sync();
      }
      disk.syncDirectory("");
      disk.crash();
      assertThat(contentOf(disk, "a")).isEqualTo("1111");
    }
  }

  @Test
  void whatWasNotSyncedIsLostTornAndReordered() throws Exception {
    var seen = new HashSet<String>();
    for (int seed = 0; seed < SEEDS; seed++) {
      var disk = disk(seed);
      var file = disk.open("a", Mode.CREATE);
      file.write(0, sectors(0, 0, 0));
      file.sync();
      disk.syncDirectory("");
      file.write(0, sectors(1, 1, 1));
      file.write(512, sectors(2));
      disk.crash();
      seen.add(contentOf(disk, "a"));
      assertThatThrownBy(file::size).as("a handle from before").isInstanceOf(PowerCut.class);
    }
    // Sectors 0 and 2 have two versions, sector 1 has three: every combination, and nothing else.
    assertThat(seen).hasSize(12).contains("000", "121", "001", "020", "100");
  }

  @Test
  void aNameSurvivesOnlyItsDirectorySync() throws Exception {
    var seen = new HashSet<Boolean>();
    for (int seed = 0; seed < SEEDS; seed++) {
      var disk = disk(seed);
      try (var file = disk.open("a", Mode.CREATE)) {
        file.write(0, sectors(1));
        file.sync();
      }
      disk.crash();
      seen.add(disk.isFile("a"));
    }
    assertThat(seen).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aRenameLeavesTheOldOrTheNewAndNeverNothing() throws Exception {
    var seen = new HashSet<String>();
    for (int seed = 0; seed < SEEDS; seed++) {
      var disk = disk(seed);
      for (var path : new String[] {"old", "new"}) {
        try (var file = disk.open(path, Mode.CREATE)) {
          file.write(0, sectors(path.equals("old") ? 0 : 1));
          file.sync();
        }
      }
      disk.syncDirectory("");
      disk.rename("new", "old");
      disk.crash();
      seen.add(contentOf(disk, "old") + (disk.isFile("new") ? contentOf(disk, "new") : "-"));
    }
    assertThat(seen).contains("01", "1-").isSubsetOf("01", "1-", "11");
  }

  @Test
  void aCutStopsEverythingUntilTheRestart() throws Exception {
    disk.cutAfter(2);
    var file = disk.open("a", Mode.CREATE);
    assertThatThrownBy(() -> file.write(0, sectors(1))).isInstanceOf(PowerCut.class);
    assertThatThrownBy(() -> disk.isFile("a")).isInstanceOf(PowerCut.class);
    assertThat(disk.isOff()).isTrue();
    disk.restart();
    assertThat(disk.isFile("b")).isFalse();
  }

  @Test
  void aFailedSyncIsNotHealedByTheNext() throws Exception {
    int lost = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var disk = disk(seed);
      var file = disk.open("a", Mode.CREATE);
      file.write(0, sectors(0));
      file.sync();
      disk.syncDirectory("");
      file.write(0, sectors(1));
      disk.fail(Operation.SYNC, 1);
      assertThatThrownBy(file::sync).isInstanceOf(DiskException.class);
      file.sync();
      assertThat(contentOf(disk, "a")).as("the cache still has it").isEqualTo("1");
      disk.crash();
      lost += contentOf(disk, "a").equals("0") ? 1 : 0;
    }
    assertThat(lost).isBetween(SEEDS / 4, 3 * SEEDS / 4);
  }

  @Test
  void aFullDiskTakesNoMoreButKeepsWhatItHas() throws Exception {
    disk.setCapacity(1000);
    var file = disk.open("a", Mode.CREATE);
    file.allocate(1000);
    file.write(0, sectors(1));
    assertThatThrownBy(() -> file.write(600, sectors(1)))
        .isInstanceOfSatisfying(
            DiskException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FULL));
    assertThat(disk.freeBytes()).isZero();
  }

  @Test
  void aReadOnlyDiskStillReads() throws Exception {
    try (var file = disk.open("a", Mode.CREATE)) {
      file.write(0, sectors(1));
    }
    disk.setReadOnly(true);
    assertThat(contentOf(disk, "a")).isEqualTo("1");
    assertThatThrownBy(() -> disk.open("a", Mode.WRITE))
        .isInstanceOfSatisfying(
            DiskException.class, e -> assertThat(e.fault()).isEqualTo(Fault.READ_ONLY));
    assertThatThrownBy(() -> disk.delete("a")).isInstanceOf(DiskException.class);
  }

  @Test
  void rotFlipsOneBitForGood() throws Exception {
    try (var file = disk.open("a", Mode.CREATE)) {
      file.write(0, ByteBuffer.wrap(new byte[100]));
      file.sync();
      disk.syncDirectory("");
      disk.rot("a", 40, 3);
      assertThat(file.read(40, 1)).containsExactly(8);
      disk.crash();
    }
    try (var file = disk.open("a", Mode.READ)) {
      assertThat(file.read(40, 1)).containsExactly(8);
    }
  }

  @Test
  void anOldBackupComesBackWhole() throws Exception {
    try (var file = disk.open("a", Mode.CREATE)) {
      file.write(0, sectors(1));
      var backup = disk.copy("backup");
      file.write(0, sectors(2));
      disk.open("b", Mode.CREATE).close();
      disk.restore(backup);
    }
    assertThat(disk.files()).containsExactly("a");
    assertThat(contentOf(disk, "a")).isEqualTo("1");
    disk.crash();
    assertThat(contentOf(disk, "a")).isEqualTo("1");
  }

  @Test
  void theSameSeedIsTheSameDisk() throws Exception {
    assertThat(afterAStorm(42)).isEqualTo(afterAStorm(42));
    assertThat(afterAStorm(42)).isNotEqualTo(afterAStorm(43));
  }

  private static String afterAStorm(long seed) throws DiskException {
    var disk = disk(seed);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 5; i++) {
        try (var file = disk.open("f" + i, Mode.CREATE)) {
          file.write(round * 512L, sectors(round, i));
        }
      }
      disk.rename("f" + round % 5, "f" + (round + 1) % 5);
      disk.crash();
    }
    var all = new StringBuilder();
    for (var path : disk.files()) {
      all.append(path).append(contentOf(disk, path));
    }
    return all.toString();
  }

  /// One sector for each number, filled with it.
  private static ByteBuffer sectors(int... fill) {
    var bytes = new byte[fill.length * Disk.SECTOR_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) fill[i / Disk.SECTOR_BYTES];
    }
    return ByteBuffer.wrap(bytes);
  }

  /// One digit for each sector; fails if a sector is a mixture.
  private static String contentOf(Disk disk, String path) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      var bytes = file.read(0, (int) file.size());
      var digits = new StringBuilder();
      for (int start = 0; start < bytes.length; start += Disk.SECTOR_BYTES) {
        for (int i = start; i < start + Disk.SECTOR_BYTES; i++) {
          assertThat(bytes[i]).isEqualTo(bytes[start]);
        }
        digits.append(bytes[start]);
      }
      return digits.toString();
    }
  }
}
