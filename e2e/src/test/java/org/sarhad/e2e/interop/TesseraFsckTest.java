package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;

/// Tessera's fsck derives every tile and the root of our log again, from the entry bundles up.
@Tag("interop")
class TesseraFsckTest {
  private static final int SIZE = 70_000;
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", SIZE);

  @TempDir private static Path directory;
  private static String fsck = "";

  /// Once, and before each test: what is skipped is then named test by test.
  @BeforeEach
  void start() throws IOException {
    if (!fsck.isEmpty()) {
      return;
    }
    fsck = ForeignTool.find("tessera-fsck", "SARHAD_TESSERA_FSCK").toString();
    System.out.println("Verified by: " + ForeignTool.versions());
    var mirror = TestKeys.cosigner("pk.sarhad.example/mirror");
    LogFiles.write(
        directory.resolve("log"),
        LOG,
        LOG.head(SIZE).with(List.of(mirror.sign(LOG.checkpoint(SIZE)))));
    Files.writeString(directory.resolve("log.vkey"), LOG.key().verifierKey().text());
  }

  /// With one worker, its default, fsck waits for ever once it has found damage; with eight it says
  /// so and ends.
  private static String check() {
    return ForeignTool.run(
        300,
        List.of(
            fsck,
            "-N=8",
            "--ui=false",
            "--storage_url=file://" + directory.resolve("log") + "/",
            "--public_key=" + directory.resolve("log.vkey"),
            "--origin=" + LOG.origin()));
  }

  @Test
  void itFindsNothingWrong() {
    assertThat(check()).contains("Successfully fsck'd log with size " + SIZE);
  }

  @Test
  void itFindsOneBitInATile() throws IOException {
    assertThat(withOneBitFlipped("tile/0/100")).contains("fsck failed");
  }

  @Test
  void itFindsOneBitInABundle() throws IOException {
    assertThat(withOneBitFlipped("tile/entries/100")).contains("fsck failed");
  }

  @Test
  void itFindsOneBitInTheRoot() throws IOException {
    assertThat(withOneBitFlipped("checkpoint")).contains("fsck failed");
  }

  private static String withOneBitFlipped(String path) throws IOException {
    var file = directory.resolve("log").resolve(path);
    var good = Files.readAllBytes(file);
    var bad = good.clone();
    bad[40] ^= 1;
    Files.write(file, bad);
    try {
      return check();
    } finally {
      Files.write(file, good);
    }
  }
}
