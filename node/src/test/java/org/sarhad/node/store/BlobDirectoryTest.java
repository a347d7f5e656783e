package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.store.BlobDirectory.Taken;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

class BlobDirectoryTest {
  private static final long QUOTA = 1_000_000;

  @TempDir Path directory;
  private final Bytes picture = random(300_000);
  private final Hash hash = Merkle.sha256(picture);
  private BlobDirectory blobs;

  private static Bytes random(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Bytes.of(bytes);
  }

  @BeforeEach
  void open() throws Exception {
    blobs = BlobDirectory.open(FileDisk.at(directory), "blobs", QUOTA);
  }

  @Test
  void takesABlobChunkByChunk() throws Exception {
    assertThat(blobs.announce(hash, picture.size())).isZero();
    assertThat(blobs.take(hash, 0, picture.slice(0, 100_000))).isEqualTo(Taken.MORE);
    assertThat(blobs.findSize(hash)).as("not held yet").isEmpty();
    assertThat(blobs.read(hash, 0, 10)).isEmpty();
    assertThat(blobs.take(hash, 100_000, picture.slice(100_000))).isEqualTo(Taken.COMPLETE);
    assertThat(blobs.findSize(hash)).contains(300_000L);
    assertThat(blobs.read(hash, 1000, 5000)).contains(picture.slice(1000, 6000));
    assertThat(blobs.read(hash, 299_990, 5000)).contains(picture.slice(299_990));
    assertThat(blobs.isIntact(hash)).isTrue();
    assertThat(blobs.heldBytes()).isEqualTo(300_000);
    assertThat(blobs.announce(hash, picture.size())).as("held: nothing to send").isEqualTo(300_000);
  }

  @Test
  void goesOnAfterARestartWhereItStopped() throws Exception {
    blobs.announce(hash, picture.size());
    blobs.take(hash, 0, picture.slice(0, 123_456));
    open();
    assertThat(blobs.take(hash, 123_456, picture.slice(123_456))).isEqualTo(Taken.UNANNOUNCED);
    assertThat(blobs.announce(hash, picture.size())).isEqualTo(123_456);
    assertThat(blobs.take(hash, 123_456, picture.slice(123_456))).isEqualTo(Taken.COMPLETE);
    open();
    assertThat(blobs.heldBytes()).isEqualTo(300_000);
    assertThat(blobs.isIntact(hash)).isTrue();
  }

  @Test
  void chunksOutOfPlaceAreRefused() throws Exception {
    blobs.announce(hash, picture.size());
    assertThat(blobs.take(hash, 5, picture.slice(5, 10))).isEqualTo(Taken.OUT_OF_PLACE);
    assertThat(blobs.take(hash, 0, Bytes.EMPTY)).isEqualTo(Taken.OUT_OF_PLACE);
    blobs.take(hash, 0, picture.slice(0, 10));
    assertThat(blobs.take(hash, 0, picture.slice(0, 10))).isEqualTo(Taken.OUT_OF_PLACE);
    assertThat(blobs.take(hash, 10, Bytes.concat(picture.slice(10), picture.slice(0, 1))))
        .as("longer than announced")
        .isEqualTo(Taken.OUT_OF_PLACE);
    assertThat(blobs.arrived(hash)).isEqualTo(10);
  }

  @Test
  void aBlobWithAnotherHashIsThrownAway() throws Exception {
    blobs.announce(hash, 10);
    assertThat(blobs.take(hash, 0, picture.slice(0, 10))).isEqualTo(Taken.WRONG_HASH);
    assertThat(blobs.findSize(hash)).isEmpty();
    assertThat(blobs.arrived(hash)).isZero();
    assertThat(blobs.announce(hash, picture.size())).as("the right one may still come").isZero();
  }

  @Test
  void theQuotaCountsWhatWasPromised() throws Exception {
    blobs.announce(hash, picture.size());
    var other = Merkle.sha256(Bytes.ofUtf8("other"));
    assertThatThrownBy(() -> blobs.announce(other, 700_001))
        .isInstanceOfSatisfying(
            DiskException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FULL))
        .hasMessageContaining(
            "a blob of 700001 bytes does not fit: 300000 of 1000000 bytes are taken or promised");
    blobs.announce(other, 700_000);
    assertThat(blobs.announce(hash, picture.size())).as("announced again, counted once").isZero();
  }

  @Test
  void sizesAreChecked() {
    assertThatThrownBy(() -> blobs.announce(hash, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> blobs.announce(hash, BlobDirectory.BLOB_BYTES_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void erasingLeavesNothing() throws Exception {
    blobs.announce(hash, picture.size());
    blobs.take(hash, 0, picture);
    assertThat(blobs.erase(hash)).isTrue();
    assertThat(blobs.erase(hash)).isFalse();
    assertThat(blobs.findSize(hash)).isEmpty();
    assertThat(blobs.heldBytes()).isZero();
    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void rotIsNoticedWhenAsked() throws Exception {
    blobs.announce(hash, picture.size());
    blobs.take(hash, 0, picture);
    var file = directory.resolve("blobs").resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    var bytes = Files.readAllBytes(file);
    bytes[777] ^= 1;
    Files.write(file, bytes);
    assertThat(blobs.isIntact(hash)).isFalse();
  }

  @Test
  void whatNobodyWaitsForIsSwept() throws Exception {
    blobs.announce(hash, picture.size());
    blobs.take(hash, 0, picture.slice(0, 10));
    assertThat(blobs.sweep(Set.of())).as("it was announced").isZero();
    open();
    assertThat(blobs.sweep(Set.of(hash))).as("it is wanted").isZero();
    assertThat(blobs.sweep(Set.of())).isEqualTo(1);
    assertThat(blobs.arrived(hash)).isZero();
  }
}
