package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskContract;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;

class FileDiskTest extends DiskContract {
  @TempDir Path directory;

  @Override
  protected Disk disk() throws DiskException {
    return FileDisk.at(directory);
  }

  @Test
  void createsItsRoot() throws Exception {
    var disk = FileDisk.at(directory.resolve("a/b"));
    disk.open("c", Mode.CREATE).close();
    assertThat(directory.resolve("a/b/c")).isRegularFile();
  }

  @Test
  void saysWhenTheRootIsAFile() throws Exception {
    var file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> FileDisk.at(file))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("could not create the directory " + file);
  }

  @Test
  void existingNeverCreates() {
    assertThatThrownBy(() -> FileDisk.existing(directory.resolve("nowhere")))
        .isInstanceOfSatisfying(
            DiskException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ABSENT))
        .hasMessageContaining("Maybe the path is misspelt");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void twoDisksOnOneDirectoryShareTheLocks() throws Exception {
    var hold = FileDisk.at(directory).tryLock("lock").orElseThrow();
    assertThat(FileDisk.at(directory).tryLock("lock")).isEmpty();
    hold.close();
    FileDisk.at(directory).tryLock("lock").orElseThrow().close();
  }
}
