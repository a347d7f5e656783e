package org.sarhad.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException.Fault;

/// What every [Disk] does. Extend it and give it an empty disk.
public abstract class DiskContract {
  /// For the adapter's own test class.
  protected DiskContract() {}

  /// A disk that is empty at the first call of a test; every further call gives the same disk.
  protected abstract Disk disk() throws Exception;

  @Test
  void readsBackWhatWasWritten() throws Exception {
    try (var file = disk().open("a", Mode.CREATE)) {
      file.write(0, bytes("hello"));
      file.write(3, bytes("p!"));
      assertThat(text(file)).isEqualTo("help!");
      assertThat(file.size()).isEqualTo(5);
      assertThat(file.read(3, 10)).as("a read past the end is short").hasSize(2);
      assertThat(file.read(5, 10)).isEmpty();
      assertThat(file.read(99, 1)).isEmpty();
    }
  }

  @Test
  void aGapReadsAsZeros() throws Exception {
    try (var file = disk().open("a", Mode.CREATE)) {
      file.write(2000, bytes("x"));
      assertThat(file.read(0, 2000)).containsOnly(0).hasSize(2000);
      assertThat(file.size()).isEqualTo(2001);
    }
  }

  @Test
  void allocatingGrowsWithZerosAndNeverShrinks() throws Exception {
    try (var file = disk().open("a", Mode.CREATE)) {
      file.write(0, bytes("keep"));
      file.allocate(3_000_000);
      assertThat(file.size()).isEqualTo(3_000_000);
      assertThat(file.read(4, 2_999_996)).containsOnly(0);
      file.allocate(10);
      assertThat(file.size()).isEqualTo(3_000_000);
      assertThat(new String(file.read(0, 4), StandardCharsets.UTF_8)).isEqualTo("keep");
    }
  }

  @Test
  void truncatingForgetsWhatWasCutOff() throws Exception {
    try (var file = disk().open("a", Mode.CREATE)) {
      file.write(0, bytes("hello"));
      file.truncate(2);
      assertThat(text(file)).isEqualTo("he");
      file.truncate(4);
      assertThat(file.size()).isEqualTo(2);
      file.write(4, bytes("!"));
      assertThat(file.read(0, 5)).containsExactly('h', 'e', 0, 0, '!');
    }
  }

  @Test
  void twoHandlesSeeEachOther() throws Exception {
    var disk = disk();
    try (var one = disk.open("a", Mode.CREATE);
        var other = disk.open("a", Mode.WRITE)) {
      one.write(0, bytes("one"));
      other.write(3, bytes("two"));
      assertThat(text(one)).isEqualTo("onetwo");
      one.sync();
      other.sync();
    }
  }

  @Test
  void openingSaysWhatIsAbsent() throws Exception {
    var disk = disk();
    assertFault(Fault.ABSENT, () -> disk.open("a", Mode.READ).close());
    assertFault(Fault.ABSENT, () -> disk.open("a", Mode.WRITE).close());
    assertFault(Fault.ABSENT, () -> disk.open("no/such/directory", Mode.CREATE).close());
    assertThat(disk.list("")).isEmpty();
  }

  @Test
  void openingToCreateKeepsWhatIsThere() throws Exception {
    var disk = disk();
    put(disk, "a", "content");
    assertThat(get(disk, "a")).isEqualTo("content");
    disk.open("a", Mode.CREATE).close();
    assertThat(get(disk, "a")).isEqualTo("content");
  }

  @Test
  void aHandleForReadingCannotWrite() throws Exception {
    var disk = disk();
    put(disk, "a", "content");
    try (var file = disk.open("a", Mode.READ)) {
      assertThatThrownBy(() -> file.write(0, bytes("x"))).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> file.truncate(0)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> file.allocate(9)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(get(disk, "a")).isEqualTo("content");
  }

  @Test
  void renamingReplacesTheTarget() throws Exception {
    var disk = disk();
    disk.createDirectories("d");
    put(disk, "a", "new");
    put(disk, "d/b", "old");
    try (var reader = disk.open("d/b", Mode.READ)) {
      disk.rename("a", "d/b");
      assertThat(text(reader)).as("an open handle stays with its file").isEqualTo("old");
    }
    assertThat(get(disk, "d/b")).isEqualTo("new");
    assertThat(disk.isFile("a")).isFalse();
    assertFault(Fault.ABSENT, () -> disk.rename("a", "d/b"));
  }

  @Test
  void listsNamesSortedAndOnlyItsOwn() throws Exception {
    var disk = disk();
    disk.createDirectories("d/deep/er");
    put(disk, "d/b", "");
    put(disk, "d/a", "");
    put(disk, "d/deep/c", "");
    put(disk, "d-not", "");
    assertThat(disk.list("d")).containsExactly("a", "b", "deep");
    assertThat(disk.list("")).containsExactly("d", "d-not");
    assertThat(disk.list("nowhere")).isEmpty();
    assertThat(disk.isDirectory("d/deep")).isTrue();
    assertThat(disk.isDirectory("d/b")).isFalse();
    assertThat(disk.isFile("d/deep")).isFalse();
    assertThat(disk.isDirectory("")).isTrue();
    disk.createDirectories("d/deep");
    disk.syncDirectory("d/deep");
    disk.syncDirectory("");
  }

  @Test
  void deletesFilesAndEmptyDirectories() throws Exception {
    var disk = disk();
    disk.createDirectories("d");
    put(disk, "d/a", "");
    assertFault(Fault.DEVICE, () -> disk.delete("d"));
    disk.delete("d/a");
    disk.delete("d/a");
    disk.delete("d");
    assertThat(disk.list("")).isEmpty();
  }

  @Test
  void aLockHasOneHolder() throws Exception {
    var disk = disk();
    var hold = disk.tryLock("lock").orElseThrow();
    assertThat(disk.tryLock("lock")).isEmpty();
    assertThat(disk.tryLock("lock")).as("a refused attempt frees nothing").isEmpty();
    var other = disk.tryLock("other").orElseThrow();
    hold.close();
    disk.tryLock("lock").orElseThrow().close();
    other.close();
  }

  @Test
  void knowsHowMuchRoomThereIs() throws Exception {
    assertThat(disk().freeBytes()).isPositive();
    assertThat(disk().location()).isNotBlank();
  }

  @Test
  void refusesPathsThatLeaveTheTree() throws Exception {
    var disk = disk();
    for (String path :
        new String[] {"/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "a\0b"}) {
      assertThatThrownBy(() -> disk.open(path, Mode.CREATE))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> disk.delete(path))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> disk.isFile(path))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertFault(Fault fault, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(DiskException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private static void put(Disk disk, String path, String content) throws DiskException {
    try (var file = disk.open(path, Mode.CREATE)) {
      file.write(0, bytes(content));
      file.sync();
    }
  }

  private static String get(Disk disk, String path) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      return text(file);
    }
  }

  private static String text(DiskFile file) throws DiskException {
    return new String(file.read(0, (int) file.size()), StandardCharsets.UTF_8);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
