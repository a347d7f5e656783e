package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.Scribe;

/// `sarhad verify` on what was carried by hand.
@Tag("slow")
class VerifyBundleTest {
  private static final int SIZE = 600;
  private static final Scribe IR = Scribe.begun("ir").say(SIZE - 1);

  @TempDir static Path shared;
  private static Path whole = Path.of("");
  private static Path later = Path.of("");

  @TempDir Path directory;

  @BeforeAll
  static void carry() throws Exception {
    whole = IR.carry(shared.resolve("whole.tar"), 0);
    later = IR.carry(shared.resolve("later.tar"), 300);
  }

  private static Said verify(Object... words) {
    return Said.byVerify(words);
  }

  /// The bundle with the first byte behind `mark` changed.
  private Path tampered(Path bundle, String mark) throws Exception {
    var text = new String(Files.readAllBytes(bundle), java.nio.charset.StandardCharsets.ISO_8859_1);
    var bytes = Files.readAllBytes(bundle);
    int at = text.indexOf(mark) + mark.length();
    assertThat(at).isGreaterThan(mark.length());
    bytes[at] ^= 1;
    return Files.write(directory.resolve("tampered.tar"), bytes);
  }

  @Test
  void aWholeBundleIsSoundWithoutAnythingElse() {
    var said = verify(whole);

    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .contains(
            "entries     600, of which 600 proven",
            "signatures  1199 of entries good",
            "payloads    600 named",
            "damage      none");
  }

  @Test
  void theLaterPartOfALogNeedsKeysAndACopyOfTheFormer() {
    var alone = verify(later, "--key", IR.heads().verifierKey());
    assertThat(alone.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(alone.out())
        .contains("entries     256 to 600, of which 600 proven")
        .contains("of 344 entries NOT checked: no keys for them")
        .contains("damage      none");
    assertThat(verify(later, "--key", IR.heads().verifierKey(), "--signatures", "heads").code())
        .isZero();

    var beside = verify(later, "--mirror", shared.resolve("whole.tar.log"));
    assertThat(beside.code()).as(beside.out()).isZero();
    assertThat(beside.out()).contains("damage      none");
  }

  @Test
  void aTamperedEntryIsNamed() throws Exception {
    var entry = new String(IR.entry(400).toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
    var said = verify(tampered(whole, entry.substring(0, entry.length() - 20)));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("bundle tile/entries/001: entry 400: they are not what was written");
  }

  @Test
  void aTamperedPayloadIsNamed() throws Exception {
    var said = verify(tampered(whole, "ir sa"));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("payload payloads/000/0: entry 1: a payload that it names is missing");

    var garbled = verify(tampered(whole, "ir says 1"));
    assertThat(garbled.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(garbled.out())
        .contains("payload payloads/000/0: entries 0 to 255: frame 2: found \"kind 0x42\"");
  }

  @Test
  void anUnpackedBundleIsCheckedAlike() throws Exception {
    var unpacked = Files.createDirectory(directory.resolve("unpacked"));
    var tar =
        new ProcessBuilder("tar", "-xf", later.toString(), "-C", unpacked.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();

    var said = verify(unpacked, "--mirror", shared.resolve("whole.tar.log"));
    assertThat(said.code()).as(said.out()).isZero();
  }

  @Test
  void whatIsNoBundleIsRefusedInASentence() throws Exception {
    var cut = Files.readAllBytes(whole);
    var file = Files.write(directory.resolve("cut.tar"), java.util.Arrays.copyOf(cut, 70_000));

    var said = verify(file);

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("expected no more than there is").doesNotContain("Exception");
  }

  @Test
  void noChangeOfAByteGoesUnnoticed() throws Exception {
    var small = Scribe.begun("ir").say(3).carry(directory.resolve("small.tar"), 0);
    var good = Files.readAllBytes(small);
    var random = new SplittableRandom(8812);
    int noticed = 0;
    for (int round = 0; round < 300; round++) {
      var bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      var said = verify(Files.write(directory.resolve("bad.tar"), bad));
      assertThat(said.err() + said.out()).doesNotContain("bug");
      if (said.code() == SarhadCommand.OK) {
        // Only zeros between files, and lines by names that nobody knows, are nobody's.
        assertThat(said.out()).contains("entries     4, of which 4 proven");
      } else {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(100);
  }
}
