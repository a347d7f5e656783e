package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;
import org.sarhad.tlog.Bytes;

class LocksTest {
  private static final String ORIGIN = "ir.sarhad.example/joint";
  private static final Bytes FIRST = Bytes.ofUtf8("first head");
  private static final Bytes SECOND = Bytes.ofUtf8("second head");

  @TempDir Path directory;

  @Test
  void whoComesSecondIsToldWhoWasFirst() throws Exception {
    var disk = FileDisk.at(directory);
    var lock = DirectoryLock.take(disk, "process 4711 since 2019-04-22T08:00:00Z");
    assertThatThrownBy(() -> DirectoryLock.take(FileDisk.at(directory), "process 4712"))
        .isInstanceOf(DirectoryInUseException.class)
        .hasMessage(
            directory.toRealPath()
                + " is in use by another node (process 4711 since 2019-04-22T08:00:00Z). Two nodes on one directory would sign two"
                + " histories under one key. Stop the other one first, or give this one a directory and keys of its own.");
    lock.close();
    DirectoryLock.take(disk, "process 4712").close();
  }

  @Test
  void theLastHeadIsReplacedOnlyByWhoKnowsIt() throws Exception {
    var heads = new HeadLock(FileDisk.at(directory), "heads");
    assertThat(heads.find(ORIGIN)).isEmpty();
    assertThat(heads.swap(ORIGIN, Optional.of(FIRST), SECOND)).as("nothing was there").isFalse();
    assertThat(heads.swap(ORIGIN, Optional.empty(), FIRST)).isTrue();
    assertThat(heads.swap(ORIGIN, Optional.empty(), SECOND)).as("something is there").isFalse();
    assertThat(heads.swap(ORIGIN, Optional.of(SECOND), FIRST)).isFalse();
    assertThat(heads.swap(ORIGIN, Optional.of(FIRST), SECOND)).isTrue();
    assertThat(new HeadLock(FileDisk.at(directory), "heads").find(ORIGIN)).contains(SECOND);
    assertThat(heads.find("another log")).isEmpty();
  }

  @Test
  void twoNodesOnOneKeyCannotBothSign() throws Exception {
    var here = new HeadLock(FileDisk.at(directory), "heads");
    var there = new HeadLock(FileDisk.at(directory), "heads");
    here.swap(ORIGIN, Optional.empty(), FIRST);
    assertThat(there.swap(ORIGIN, Optional.of(FIRST), SECOND)).isTrue();
    assertThat(here.swap(ORIGIN, Optional.of(FIRST), Bytes.ofUtf8("other second head"))).isFalse();
  }

  @Test
  void aDamagedHeadIsNotIgnored() throws Exception {
    var heads = new HeadLock(FileDisk.at(directory), "heads");
    heads.swap(ORIGIN, Optional.empty(), FIRST);
    Path file;
    try (var files = Files.list(directory.resolve("heads"))) {
      file = files.findFirst().orElseThrow();
    }
    var good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      var bad = good.clone();
      bad[at] ^= 4;
      Files.write(file, bad);
      assertThatThrownBy(() -> heads.find(ORIGIN))
          .as("byte %d", at)
          .isInstanceOf(DamagedLogException.class);
    }
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> heads.swap(ORIGIN, Optional.of(FIRST), SECOND))
        .isInstanceOf(DamagedLogException.class);
  }
}
