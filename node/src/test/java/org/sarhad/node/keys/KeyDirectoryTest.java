package org.sarhad.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NamedKey;

class KeyDirectoryTest {
  private static final Instant NOW = Instant.parse("2019-04-22T08:00:00Z");

  @TempDir Path directory;
  private Path keys;
  private KeyDirectory keyDirectory;

  @BeforeEach
  void open() throws Exception {
    keys = directory.resolve("keys");
    var party = NodeConfig.parse("party.id = ir\nchannel.id = sarhad.example/ir-pk\n").party();
    keyDirectory = new KeyDirectory(keys, party, Signatures.jdk());
  }

  @Test
  void sixKeysEachWithOneJob() throws Exception {
    keyDirectory.create(new CountedRandomness(1), NOW);

    var loaded = keyDirectory.load();

    assertThat(loaded.node().name()).isEqualTo("ir.sarhad.example/node");
    assertThat(loaded.log()).extracting(NamedKey::name).containsOnly("ir.sarhad.example/joint");
    assertThat(loaded.log())
        .extracting(key -> key.key().type())
        .containsExactly(KeyType.ED25519_NOTE, KeyType.ML_DSA_44);
    assertThat(loaded.mirror()).extracting(NamedKey::name).containsOnly("ir.sarhad.example/mirror");
    assertThat(loaded.mirror())
        .extracting(key -> key.key().type())
        .containsExactly(KeyType.ED25519_COSIGNATURE, KeyType.ML_DSA_44);
    assertThat(
            List.of(
                loaded.node().key().publicKey(),
                loaded.log().getFirst().key().publicKey(),
                loaded.mirror().getFirst().key().publicKey()))
        .doesNotHaveDuplicates();
  }

  @Test
  void loadingTwiceGivesTheSameKeys() throws Exception {
    keyDirectory.create(new CountedRandomness(2), NOW);

    var first = keyDirectory.load();
    var second = keyDirectory.load();

    assertThat(second.log().toString()).isEqualTo(first.log().toString());
    assertThat(second.tls().pin()).isEqualTo(first.tls().pin());
  }

  @Test
  void secretsAreForTheOwnerAlone() throws Exception {
    keyDirectory.create(new CountedRandomness(3), NOW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    try (var files = Files.list(keys)) {
      for (var file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(keyDirectory.load().tls().toString()).doesNotContain("PRIVATE");
  }

  @Test
  void aSecretThatOthersCanReadIsRefused() throws Exception {
    keyDirectory.create(new CountedRandomness(4), NOW);
    Files.setPosixFilePermissions(
        keys.resolve("log.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(keyDirectory::load)
        .isInstanceOf(KeyDirectoryException.class)
        .hasMessageContaining("log.key can be read by others (rw-r--r--)")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void keysAreNeverOverwritten() throws Exception {
    keyDirectory.create(new CountedRandomness(5), NOW);
    var before = Files.readString(keys.resolve("log.key"));

    assertThatThrownBy(() -> keyDirectory.create(new CountedRandomness(6), NOW))
        .hasMessageContaining("never overwritten");
    assertThat(Files.readString(keys.resolve("log.key"))).isEqualTo(before);
  }

  @Test
  void aMissingDamagedOrSwappedFileIsNamed() throws Exception {
    keyDirectory.create(new CountedRandomness(7), NOW);
    var mirror = keys.resolve("mirror.key");
    var text = Files.readString(mirror);

    Files.delete(mirror);
    assertThatThrownBy(keyDirectory::load)
        .hasMessageContaining("mirror.key is missing")
        .hasMessageContaining("backup");

    write(mirror, text.substring(10));
    assertThatThrownBy(keyDirectory::load).hasMessageContaining("mirror.key is not the key file");

    write(mirror, Files.readString(keys.resolve("mirror-ml-dsa.key")));
    assertThatThrownBy(keyDirectory::load).hasMessageContaining("Maybe two files were swapped");

    write(mirror, text);
    write(
        keys.resolve("tls.crt"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThatThrownBy(keyDirectory::load).hasMessageContaining("tls.crt is not the key file");
  }

  @Test
  void aPlaceThatCannotBeWrittenSaysSo() throws Exception {
    Files.writeString(keys, "a file, not a directory");

    assertThatThrownBy(() -> keyDirectory.create(new CountedRandomness(8), NOW))
        .isInstanceOf(KeyDirectoryException.class)
        .hasMessageContaining("cannot be written");
  }

  private static void write(Path file, String text) throws Exception {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }
}
