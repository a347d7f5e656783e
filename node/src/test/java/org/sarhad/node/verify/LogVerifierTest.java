package org.sarhad.node.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.testing.Scribe;
import org.sarhad.node.verify.LogPlace.Form;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.Merkle;

/// Each way in which a log can be damaged or forged, and what is said of it: kind, entries, and
/// where a good copy is, with the peer's mirror at hand.
@Tag("slow")
class LogVerifierTest {
  private static final int SIZE = 600;

  @TempDir static Path whole;
  private static Scribe pk = new Scribe("pk");
  private static Scribe ir = new Scribe("ir");

  @TempDir Path directory;

  /// Something done to the files of the log of `ir`.
  @FunctionalInterface
  interface Act {
    void on(Path log) throws Exception;
  }

  record Case(String what, Act act, List<String> found) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Case damage(String what, Act act, String... found) {
    return new Case(what, act, List.of(found));
  }

  @BeforeAll
  static void write() throws Exception {
    pk = Scribe.begun("pk").say(39);
    ir = Scribe.begun("ir").say(9);
    for (int size = 1; ir.size() < SIZE; size++) {
      ir.sees(pk, Math.min(size, pk.size())).say(Math.min(20, SIZE - ir.size()));
    }
    ir.write(whole, ir.place());
    pk.write(whole, pk.place());
  }

  static Stream<Case> damages() {
    return Stream.of(
        damage(
            "a bit of an entry",
            log -> flip(log.resolve("tile/entries/000"), -10),
            "bundle tile/entries/000 255-256 mirror"),
        damage(
            "the size of an entry",
            log -> flip(log.resolve("tile/entries/001"), 0),
            "bundle tile/entries/001 256-512 mirror"),
        damage(
            "a bit of an entry of the partial bundle",
            log -> flip(log.resolve("tile/entries/002.p/88"), -10),
            "bundle tile/entries/002.p/88 599-600 mirror"),
        damage(
            "a bundle cut short",
            log -> cut(log.resolve("tile/entries/001"), 5000),
            "bundle tile/entries/001 "),
        damage(
            "a bundle away",
            log -> Files.delete(log.resolve("tile/entries/001")),
            "bundle tile/entries/001 256-512 mirror"),
        damage(
            "two bundles away",
            log -> {
              Files.delete(log.resolve("tile/entries/000"));
              Files.delete(log.resolve("tile/entries/001"));
            },
            "bundle tile/entries/000 0-256 mirror",
            "bundle tile/entries/001 256-512 mirror"),
        damage(
            "a bit of a tile of leaves",
            log -> flip(log.resolve("tile/0/001"), 7),
            "tile tile/0/001 256-512 local"),
        damage(
            "a bit of the partial tile",
            log -> flip(log.resolve("tile/0/002.p/88"), 7),
            "tile tile/0/002.p/88 512-600 local"),
        damage(
            "a bit of the tile above",
            log -> flip(log.resolve("tile/1/000.p/2"), 7),
            "tile tile/1/000.p/2 0-512 local"),
        damage(
            "a tile away",
            log -> Files.delete(log.resolve("tile/0/000")),
            "tile tile/0/000 0-256 local"),
        damage(
            "a tile cut short",
            log -> cut(log.resolve("tile/0/000"), 100),
            "tile tile/0/000 0-256 local"),
        damage(
            "a tile and its bundle",
            log -> {
              flip(log.resolve("tile/0/000"), 7);
              flip(log.resolve("tile/entries/000"), -10);
            },
            "tile tile/0/000 0-256 mirror",
            "bundle tile/entries/000 255-256 mirror"),
        damage(
            "a bit of a payload",
            log -> flip(log.resolve("payload/001"), -1),
            "payload payload/001 511-512 mirror"),
        damage(
            "a bit of the table of payloads",
            log -> flip(log.resolve("payload/001"), 20),
            "payload payload/001 256-512 mirror"),
        damage(
            "payloads cut short",
            log -> cut(log.resolve("payload/001"), 3),
            "payload payload/001 256-512 mirror",
            "payload payload/001 511-512 mirror"),
        damage(
            "payloads away",
            log -> Files.delete(log.resolve("payload/001")),
            "payload payload/001 256-512 mirror"),
        damage(
            "the head away",
            log -> Files.delete(log.resolve("checkpoint")),
            "head checkpoint 0-600 mirror"),
        damage(
            "a bit of the head",
            log -> flip(log.resolve("checkpoint"), 3),
            "head checkpoint 0-600 mirror"),
        damage(
            "a bit of the log's signature",
            log -> flipBase64(log.resolve("checkpoint"), "— ir.sarhad.example/joint "),
            "head checkpoint 0-600 mirror"),
        damage(
            "a bit of the cosignature",
            log -> flipBase64(log.resolve("checkpoint"), "— pk.sarhad.example/mirror "),
            "cosignature checkpoint 0-600 none"),
        damage(
            "the head of the other log in its place",
            log -> Files.write(log.resolve("checkpoint"), pk.head(pk.size()).bytes().toArray()),
            "head checkpoint 0-600 mirror"),
        damage(
            "a head that tells of another tree, signed by the log",
            log ->
                Files.write(
                    log.resolve("checkpoint"),
                    ir.head(
                            new Checkpoint(
                                ir.log().value(), SIZE, Merkle.sha256(Bytes.ofUtf8("another"))))
                        .bytes()
                        .toArray()),
            "head checkpoint 0-600 mirror"),
        damage(
            "the note of how far the files go",
            log -> flip(log.resolve("materialised"), 20),
            "size_note materialised "),
        damage(
            "an entry written anew with all hashes above it",
            LogVerifierTest::rewrite,
            "head checkpoint 0-600 mirror",
            "bundle tile/entries/001 300-301 mirror",
            "signature tile/entries/001 300-301 none"));
  }

  /// Writes entry 300 anew, signed by somebody else, with tiles, size note and all.
  private static void rewrite(Path log) throws Exception {
    var forged = new Scribe("ir");
    for (int i = 0; i < SIZE; i++) {
      if (i == 300) {
        var text = ir.entry(i).utf8();
        forged.put(Bytes.ofUtf8(text.replace("\"ref\":\"\"", "\"ref\":\"INC-IR-1\"")));
      } else {
        forged.put(ir.entry(i));
      }
    }
    var payload = log.resolve("payload");
    var kept = log.resolveSibling("payload-kept");
    Files.move(payload, kept);
    delete(log);
    forged.write(log.resolve("../.."), ir.place(), ir.head(SIZE));
    Files.move(kept, payload);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void eachDamageIsNamed(Case damage) throws Exception {
    var own = copy("own");
    damage.act.on(own.resolve(ir.place()));

    var found = verify(own, Optional.of(whole));

    assertThat(found.getFirst().findings())
        .as("%s", found.getFirst().findings())
        .hasSameSizeAs(damage.found);
    var lines = found.getFirst().findings().stream().map(LogVerifierTest::line).toList();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).startsWith(damage.found.get(i));
    }
    assertThat(found.getFirst().isSound()).isFalse();
    boolean isHeadless = lines.stream().anyMatch(line -> line.startsWith("head "));
    assertThat(found.getFirst().proven()).as("proven").isEqualTo(isHeadless ? 0 : SIZE);
    assertThat(found.getLast().isSound()).as("the other log").isTrue();
  }

  @Test
  void withoutAMirrorNobodySaysThatThereIsAGoodCopy() throws Exception {
    var own = copy("own");
    flip(own.resolve(ir.place()).resolve("tile/entries/000"), -10);
    flip(own.resolve(ir.place()).resolve("tile/0/001"), 7);

    assertThat(verify(own, Optional.empty()).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly(
            "bundle tile/entries/000 255-256 unknown", "tile tile/0/001 256-512 local");
  }

  @Test
  void aMirrorWithTheSameDamageIsNoHelp() throws Exception {
    var own = copy("own");
    var mirror = copy("mirror");
    for (var log : List.of(own, mirror)) {
      flip(log.resolve(ir.place()).resolve("tile/entries/000"), -10);
    }

    assertThat(verify(own, Optional.of(mirror)).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly("bundle tile/entries/000 255-256 none");
  }

  @Test
  void everyByteOfASmallLogIsLookedAt() throws Exception {
    var small = directory.resolve("small");
    Scribe.begun("ir").say(4).write(small, ir.place());
    var random = new SplittableRandom(8812);
    for (var file : files(small)) {
      if (file.toString().contains("staging")) {
        continue;
      }
      var good = Files.readAllBytes(file);
      for (int i = 0; i < 25; i++) {
        var bad = good.clone();
        int at = random.nextInt(bad.length);
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);
        var verdict = verify(small, Optional.empty()).getFirst();
        // A line by a name that nobody knows is none of ours; it is shown as such.
        boolean isNoticed =
            !verdict.isSound()
                || verdict.lines().stream().anyMatch(line -> line.role().equals("unknown"));
        assertThat(isNoticed).as("%s at %d", file, at).isTrue();
      }
      Files.write(file, good);
    }
    assertThat(verify(small, Optional.empty()).getFirst().isSound()).isTrue();
  }

  @Test
  void anEntryOfSomebodyNobodyGrantedAKeyIsFound() throws Exception {
    Scribe.begun("ir")
        .say(3)
        .sayAs(Scribe.signer("ir.sarhad.example/officer/bad"))
        .say(1)
        .write(directory, ir.place());

    assertThat(verify(directory, Optional.empty()).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly("signature tile/entries/000.p/6 4-5 none");
  }

  @ParameterizedTest
  @EnumSource(KeyEnd.class)
  void whatIsSignedWithAKeyThatHadEndedIsFound(KeyEnd why) throws Exception {
    var gone = Scribe.signer("ir.sarhad.example/officer/gone");
    var log = Scribe.begun("ir").grants(gone).sayAs(gone).ends(gone, why).say(1).sayAs(gone);
    log.write(directory, log.place());

    assertThat(verify(directory, Optional.empty()).getFirst().findings())
        .singleElement()
        .asString()
        .startsWith("signature tile/entries/000.p/6: entry 5: ")
        .contains("whose key had ended before (%s)".formatted(why.code()));
  }

  /// Each of them is a leaf under a good head: nothing but the signature itself tells.
  @Test
  void eachWrongSignatureIsFoundAndNothingElse() throws Exception {
    var log = Scribe.begun("ir").say(279);
    var wrong = new ArrayList<String>();
    var random = new SplittableRandom(8812);
    for (int i = 0; i < log.size(); i++) {
      if (random.nextInt(4) == 0) {
        log.replace(i, missigned(log.entry(i), random));
        var file = i < 256 ? "000" : "001.p/24";
        wrong.add("signature tile/entries/%s %d-%d none".formatted(file, i, i + 1));
      }
    }
    log.write(directory, log.place());

    var first = signatureFindings();
    assertThat(first).containsExactlyElementsOf(wrong);
    assertThat(signatureFindings()).as("the same a second time").isEqualTo(first);
  }

  private List<String> signatureFindings() throws Exception {
    return verify(directory, Optional.empty()).getFirst().findings().stream()
        .filter(found -> found.kind() == Finding.Kind.SIGNATURE)
        .map(LogVerifierTest::line)
        .toList();
  }

  /// The entry with one bit of one of its signatures changed.
  private static Bytes missigned(Bytes entry, SplittableRandom random) throws Exception {
    var note = Note.parse(entry);
    var lines = new ArrayList<>(note.signatures());
    int at = random.nextInt(lines.size());
    var line = lines.get(at);
    var signature = line.signature().toArray();
    signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
    lines.set(at, new SignatureLine(line.name(), line.keyId(), Bytes.of(signature)));
    return new Note(note.text(), lines).bytes();
  }

  /// All were to be checked: that one could not be is a finding, and no draw.
  @Test
  void aFullCheckSaysNothingOfADraw() throws Exception {
    var log = Scribe.begun("ir").say(3);
    log.put(Bytes.ofUtf8("no entry at all"));
    log.write(directory, log.place());

    var verdict = verify(directory, Optional.empty()).getFirst();

    assertThat(verdict.findings()).isNotEmpty();
    assertThat(verdict.notes()).noneMatch(note -> note.contains("drawn at random"));
  }

  @Test
  void aSampleLooksAtOneEntryInSixteenAndAtAllAboutKeys() throws Exception {
    var log = Scribe.begun("ir").say(99);
    log.sayAs(Scribe.signer("ir.sarhad.example/officer/bad"))
        .say(19)
        .erase(2)
        .write(directory, log.place());
    var found = new java.util.HashSet<Long>();
    long signatures = 0;
    for (long draw = 0; draw < 64; draw++) {
      var verdict =
          new LogVerifier(
                  KeyRing.EMPTY,
                  Signatures.jdk(),
                  new Depth.Sample(draw),
                  DirectoryCheck.Progress.NONE)
              .verify(copies(directory, Optional.empty()))
              .getFirst();
      verdict.findings().forEach(finding -> found.add(finding.from()));
      signatures += verdict.counts().signatures();
      assertThat(verdict.counts().signatures()).isGreaterThanOrEqualTo(3);
    }

    assertThat(found).as("one draw or another meets the wrong entry").containsExactly(100L);
    assertThat(signatures).as("on the average").isBetween(64 * 3 + 64 * 9L, 64 * 3 + 64 * 22L);
  }

  @Test
  void anEntryInTheWrongPlaceIsFound() throws Exception {
    var log = Scribe.begun("ir").say(3);
    log.put(log.entry(2)).put(Bytes.ofUtf8("no entry at all\n")).write(directory, ir.place());

    assertThat(verify(directory, Optional.empty()).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly(
            "envelope tile/entries/000.p/6 4-5 none", "envelope tile/entries/000.p/6 5-6 none");
  }

  @Test
  void anEntryThatForgetsWhatItHadSeenIsFoundAlsoBetweenBundles() throws Exception {
    Scribe.begun("ir")
        .sees(pk, 7)
        .say(255)
        .sees(pk, 5)
        .say(4)
        .sees(pk, 3)
        .say(1)
        .write(directory, ir.place());

    assertThat(verify(directory, Optional.empty()).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly(
            "seen tile/entries/001 256-257 none", "seen tile/entries/001.p/5 260-261 none");
  }

  @Test
  void anEntryThatHasSeenAnotherTreeIsFoundBesideThatLog() throws Exception {
    var log = Scribe.begun("ir").say(2).sees(pk, 7, Merkle.sha256(Bytes.ofUtf8("x"))).say(3);
    log.write(directory, log.place());

    assertThat(verify(directory, Optional.empty()).getFirst())
        .satisfies(
            alone -> {
              assertThat(alone.findings()).isEmpty();
              assertThat(alone.notes()).singleElement().asString().contains("not compared");
            });
    pk.write(directory, pk.place());
    assertThat(verify(directory, Optional.empty()).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly("seen tile/entries/000 3-6 none");
  }

  @Test
  void aPayloadErasedOnRecordIsNotMissed() throws Exception {
    var log = Scribe.begun("ir").say(3).erase(2).loses(2);
    log.write(directory, log.place());
    assertThat(verify(directory, Optional.empty()).getFirst().isSound()).isTrue();

    var careless = directory.resolve("careless");
    log.loses(3).write(careless, log.place());
    assertThat(verify(careless, Optional.of(directory)).getFirst().findings())
        .extracting(LogVerifierTest::line)
        .containsExactly("payload payload/000 3-4 mirror");
  }

  @Test
  void aLogInThePlaceOfAnotherIsFound() throws Exception {
    ir.write(directory, pk.place());
    pk.write(directory, ir.place());

    assertThat(verify(directory, Optional.empty()))
        .allSatisfy(
            verdict ->
                assertThat(verdict.findings())
                    .singleElement()
                    .asString()
                    .startsWith("head checkpoint")
                    .contains("in the place of another"));
  }

  @Test
  void aHeadByAnotherKeyDoesNotCount() throws Exception {
    var stranger = Scribe.signer(ir.log().value() + "x").verifierKey();
    var verdicts =
        verifier(KeyRing.of(List.of(stranger), Optional.empty()))
            .verify(copies(whole, Optional.empty()));

    assertThat(verdicts.getFirst().findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.toString())
                    .startsWith("head checkpoint")
                    .contains("no key of ir.sarhad.example/joint is known here"));
  }

  private static LogVerifier verifier(KeyRing keys) {
    return new LogVerifier(keys, Signatures.jdk(), new Depth.All(), DirectoryCheck.Progress.NONE);
  }

  /// The verdicts on the logs of `ir`, and of `pk` if it is there.
  private static List<LogVerdict> verify(Path root, Optional<Path> mirror) throws Exception {
    return verifier(KeyRing.EMPTY).verify(copies(root, mirror));
  }

  private static List<LogVerifier.Copies> copies(Path root, Optional<Path> mirror)
      throws Exception {
    var copies = new ArrayList<LogVerifier.Copies>();
    for (var log : List.of(ir.place(), pk.place())) {
      if (Files.exists(root.resolve(log))) {
        var second =
            mirror.isPresent()
                ? Optional.of(new LogPlace(FileDisk.existing(mirror.get()), log, Form.KEPT))
                : Optional.<LogPlace>empty();
        copies.add(
            new LogVerifier.Copies(new LogPlace(FileDisk.existing(root), log, Form.KEPT), second));
      }
    }
    return copies;
  }

  private static String line(Finding found) {
    return "%s %s %d-%d %s"
        .formatted(
            found.code(),
            found.path(),
            found.from(),
            found.to(),
            found.repair().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Path copy(String name) throws IOException {
    var to = directory.resolve(name);
    for (var file : files(whole)) {
      var target = to.resolve(whole.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return to;
  }

  private static List<Path> files(Path root) throws IOException {
    try (var walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path root) throws IOException {
    try (var walk = Files.walk(root)) {
      for (var path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Flips a bit of the byte at `at`, from the end if it is negative.
  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    Files.write(file, bytes);
  }

  private static void cut(Path file, int bytes) throws IOException {
    var all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - bytes));
  }

  /// Changes a character in the middle of the signature on the line that begins with `line`.
  private static void flipBase64(Path file, String line) throws IOException {
    var text = Files.readString(file);
    int at = text.indexOf(line) + line.length() + 40;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.write(
        file,
        (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8));
  }
}
