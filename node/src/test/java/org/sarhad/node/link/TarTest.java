package org.sarhad.node.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;

/// An offline bundle as a file: written piece by piece, read piece by piece, and nothing else taken
/// for one.
class TarTest {
  private static final Map<String, Bytes> MEMBERS = new LinkedHashMap<>();

  static {
    MEMBERS.put("checkpoint", Bytes.ofUtf8("a head\n"));
    MEMBERS.put("tile/0/x001/234", Bytes.of(new byte[512]));
    MEMBERS.put("tile/entries/000.p/3", Bytes.EMPTY);
  }

  @TempDir Path directory;

  private static Bytes archive(Map<String, Bytes> members) throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new TarWriter(out);
    for (var member : members.entrySet()) {
      writer.put(member.getKey(), member.getValue());
    }
    writer.finish();
    assertThat(writer.bytes()).isEqualTo(out.size());
    return Bytes.of(out.toByteArray());
  }

  private static Map<String, Bytes> read(TarArchive archive) throws MalformedTarException {
    var read = new LinkedHashMap<String, Bytes>();
    for (var name : archive.names()) {
      read.put(name, archive.find(name).orElseThrow());
    }
    return read;
  }

  @Test
  void whatIsWrittenReadsBackFromMemoryAndFromAFile() throws Exception {
    var bytes = archive(MEMBERS);
    assertThat(read(TarArchive.of(bytes))).containsExactlyInAnyOrderEntriesOf(MEMBERS);
    var file = Files.write(directory.resolve("x.tar"), bytes.toArray());
    try (var archive = TarArchive.open(file)) {
      assertThat(read(archive)).containsExactlyInAnyOrderEntriesOf(MEMBERS);
      assertThat(archive.find("checkpoints")).isEmpty();
    }
  }

  @Test
  void theSameMembersGiveTheSameBytes() throws Exception {
    assertThat(archive(MEMBERS)).isEqualTo(archive(MEMBERS));
  }

  @Test
  void anArchiveWithoutMembersIsTwoEmptyBlocks() throws Exception {
    var empty = archive(Map.of());
    assertThat(empty.size()).isEqualTo(1024);
    assertThat(TarArchive.of(empty).names()).isEmpty();
  }

  @Test
  void anyTarOpensIt() throws Exception {
    var file = Files.write(directory.resolve("x.tar"), archive(MEMBERS).toArray());
    var tar = new ProcessBuilder("tar", "-tf", file.toString()).redirectErrorStream(true).start();
    assertThat(new String(tar.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).lines())
        .containsExactlyElementsOf(MEMBERS.keySet());
    assertThat(tar.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../up", "a/../b", "a//b", "./a", "a b", "é"})
  void namesThatLeaveTheBundleAreNeitherWrittenNorRead(String name) {
    assertThatThrownBy(() -> archive(Map.of(name, Bytes.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + name + "\"");
    var forged = Bytes.concat(block(name, 0), Bytes.of(new byte[1024]));
    assertThatThrownBy(() -> TarArchive.of(forged))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("a relative path of plain characters");
  }

  private static Bytes block(String name, long size) {
    return Bytes.of(new Tar.Header(name, size).bytes());
  }

  @Test
  void aFileThatSaysItIsHugeCostsNothing() {
    var bomb = Bytes.concat(block("tile/entries/000", 7L << 30), Bytes.of(new byte[1024]));
    assertThatThrownBy(() -> TarArchive.of(bomb))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("no more than there is");
  }

  @Test
  void aHugeFileIsRefusedWithoutReadingIt() throws Exception {
    var file = directory.resolve("huge.tar");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(block("tile/entries/000", 64 << 20).toArray());
      sparse.setLength((64 << 20) + 2048);
    }
    assertThatThrownBy(() -> TarArchive.open(file))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("size of tile/entries/000")
        .hasMessageContaining("at most 33554432");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(TarArchive.BYTES_MAX + 1);
    }
    assertThatThrownBy(() -> TarArchive.open(file))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("at most 8589934592");
  }

  /// What is written can be read: the limits are the same.
  @Test
  void anArchiveThatNobodyWouldTakeIsNotWritten() throws Exception {
    var large = new TarWriter(OutputStream.nullOutputStream());
    var content = Bytes.of(new byte[32 << 20]);
    for (int i = 0; i < 255; i++) {
      large.put("payloads/000/" + i, content);
    }
    long before = large.bytes();
    assertThatThrownBy(() -> large.put("payloads/000/255", content))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at most 65536 files and 8 GiB")
        .hasMessageContaining("a later entry");
    assertThat(large.bytes()).isEqualTo(before);

    var many = new TarWriter(OutputStream.nullOutputStream());
    for (int i = 0; i < TarArchive.MEMBERS_MAX; i++) {
      many.put("payloads/000/" + i, Bytes.EMPTY);
    }
    assertThatThrownBy(() -> many.put("checkpoint", Bytes.EMPTY)).isInstanceOf(IOException.class);
  }

  @Test
  void aLinkIsRefused() throws Exception {
    var archive = archive(MEMBERS).toArray();
    archive[156] = '2';
    // The sum of the header is kept right, so that it is the type that is refused.
    archive[153] = (byte) (archive[153] + 2);
    assertThatThrownBy(() -> TarArchive.of(Bytes.of(archive)))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("a regular file");
  }

  @Test
  void oneNameTwiceIsRefused() throws Exception {
    var once = archive(Map.of("checkpoint", Bytes.ofUtf8("x"))).slice(0, 1024);
    assertThatThrownBy(() -> TarArchive.of(Bytes.concat(once, once, Bytes.of(new byte[1024]))))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("each once");
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    var archive = archive(MEMBERS);
    for (int size = 0; size < archive.size() - 1023; size += 17) {
      var cut = archive.slice(0, size);
      assertThatThrownBy(() -> TarArchive.of(cut)).isInstanceOf(MalformedTarException.class);
    }
  }

  @Test
  void aFileThatShrinksWhileItIsReadIsNotTakenForWhole() throws Exception {
    var file = Files.write(directory.resolve("x.tar"), archive(MEMBERS).toArray());
    try (var archive = TarArchive.open(file)) {
      Files.write(file, new byte[600]);
      assertThatThrownBy(() -> archive.find("tile/0/x001/234"))
          .isInstanceOf(MalformedTarException.class)
          .hasMessageContaining("512 bytes as before");
    }
  }

  @Test
  void noMutationThrowsAnythingElse() throws Exception {
    var random = new SplittableRandom(8812);
    var archive = archive(MEMBERS).toArray();
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var mutated = archive.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        read(TarArchive.of(Bytes.of(mutated)));
      } catch (MalformedTarException _) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
