package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.MalformedNoteException;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.testing.Mutations;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// Go's x/mod, which the Go checksum database runs on, opens our notes, verifies our cosignatures,
/// and checks our proofs and tiles. What it refuses we refuse.
@Tag("interop")
class XmodTest {
  private static final int SIZE = 70_000;
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", SIZE);
  private static final TestKeys MIRROR = TestKeys.cosigner("pk.sarhad.example/mirror");
  private static final TestKeys QUANTUM = TestKeys.of(LOG.origin(), KeyType.ML_DSA_44);
  private static final List<VerifierKey> KEYS =
      List.of(LOG.key().verifierKey(), MIRROR.verifierKey());
  private static final SignedCheckpoint HEAD = cosigned();

  @TempDir private static Path directory;
  private static Optional<GoXmod> started = Optional.empty();

  private static SignedCheckpoint cosigned() {
    var checkpoint = LOG.checkpoint(SIZE);
    return LOG.head(SIZE).with(List.of(QUANTUM.sign(checkpoint), MIRROR.sign(checkpoint)));
  }

  /// Once, and before each test: what is skipped is then named test by test.
  @BeforeEach
  void start() throws IOException, InterruptedException {
    if (started.isPresent()) {
      return;
    }
    started = Optional.of(GoXmod.start(directory));
    System.out.println("Verified by: " + xmod().versions());
    LogFiles.write(directory.resolve("log"), LOG, HEAD);
  }

  @AfterAll
  static void stop() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }

  private static GoXmod xmod() {
    return started.orElseThrow();
  }

  private static Path logDirectory() {
    return directory.resolve("log");
  }

  private static Hash root(long size) {
    return Tree.root(size, LOG);
  }

  @Test
  void itOpensAnEntry() {
    var officer = TestKeys.note("ir.sarhad.example/officer/7f3a");
    var node = TestKeys.note("ir.sarhad.example/node");
    var entry =
        NoteSigner.sign("{\"ref\":\"مرز/سرحد\"}\n", List.of(officer.signer(), node.signer()));
    for (var key : List.of(officer, node)) {
      assertThat(xmod().open(List.of(key.verifierKey()), entry.bytes()))
          .contains(Bytes.ofUtf8(entry.text()));
    }
    assertThat(xmod().open(List.of(MIRROR.verifierKey()), entry.bytes())).isEmpty();
  }

  /// The line of the algorithm it does not know does not trouble it.
  @Test
  void itVerifiesTheHeadAndTheMirrorsCosignature() {
    for (var key : KEYS) {
      assertThat(xmod().open(List.of(key), HEAD.bytes()))
          .contains(Bytes.ofUtf8(HEAD.note().text()));
    }
  }

  @Test
  void itRefusesACosignatureWithAnotherTime() {
    var line = MIRROR.sign(HEAD.checkpoint());
    var bytes = line.signature().toArray();
    bytes[7] ^= 1;
    var moved = new SignatureLine(line.name(), line.keyId(), Bytes.of(bytes));
    var head = SignedCheckpoint.of(HEAD.checkpoint(), List.of(moved));
    assertThat(xmod().open(List.of(MIRROR.verifierKey()), head.bytes())).isEmpty();
  }

  @Test
  void itAcceptsOurInclusionProofsAndNoOthers() {
    for (long index : List.of(0L, 1L, 255L, 256L, 65_535L, 65_536L, 69_999L)) {
      var leaf = LOG.hash(0, index);
      var proof = Tree.inclusionProof(index, SIZE, LOG);
      assertThat(xmod().acceptsInclusion(leaf, index, SIZE, root(SIZE), proof)).isTrue();
      assertThat(xmod().acceptsInclusion(root(1), index + 1, SIZE, root(SIZE), proof)).isFalse();
    }
  }

  @Test
  void itAcceptsOurConsistencyProofsAndNoOthers() {
    for (long oldSize : List.of(1L, 2L, 255L, 256L, 700L, 65_536L, 69_999L, 70_000L)) {
      var proof = Tree.consistencyProof(oldSize, SIZE, LOG);
      assertThat(xmod().acceptsConsistency(oldSize, root(oldSize), SIZE, root(SIZE), proof))
          .isTrue();
      assertThat(xmod().acceptsConsistency(oldSize, LOG.hash(0, 7), SIZE, root(SIZE), proof))
          .isFalse();
    }
  }

  @Test
  void itReadsOurTiles() {
    for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 69_999L)) {
      assertThat(xmod().leafFromTiles(logDirectory(), SIZE, root(SIZE), index))
          .contains(LOG.hash(0, index));
    }
    for (long oldSize : List.of(1L, 256L, 700L, 65_537L, 70_000L)) {
      assertThat(xmod().rootFromTiles(logDirectory(), SIZE, root(SIZE), oldSize))
          .contains(root(oldSize));
    }
  }

  @Test
  void itRefusesATileWithOneBitFlipped() throws IOException {
    var tile = logDirectory().resolve("tile/0/100");
    var good = Files.readAllBytes(tile);
    var bad = good.clone();
    bad[1234] ^= 1;
    Files.write(tile, bad);
    try {
      assertThat(xmod().leafFromTiles(logDirectory(), SIZE, root(SIZE), 100 * 256 + 1)).isEmpty();
    } finally {
      Files.write(tile, good);
    }
    assertThat(xmod().leafFromTiles(logDirectory(), SIZE, root(SIZE), 100 * 256 + 1)).isPresent();
  }

  /// Damaged proofs: it accepts exactly what we accept.
  @Test
  void itJudgesDamagedProofsAsWeDo() {
    Seeded.check(
        2_000,
        random -> {
          long size = 1L + random.nextInt(400);
          long oldSize = 1 + random.nextLong(size);
          long index = random.nextLong(size);
          var inclusion = damaged(Tree.inclusionProof(index, size, LOG), random);
          var consistency = damaged(Tree.consistencyProof(oldSize, size, LOG), random);
          long asked = random.nextInt(3) == 0 ? 1L + random.nextInt(400) : size;
          var leaf = LOG.hash(0, index);
          assertThat(xmod().acceptsInclusion(leaf, index, asked, root(size), inclusion))
              .isEqualTo(
                  holds(() -> Tree.verifyInclusion(leaf, index, asked, root(size), inclusion)));
          assertThat(
                  xmod().acceptsConsistency(oldSize, root(oldSize), asked, root(size), consistency))
              .isEqualTo(
                  holds(
                      () ->
                          Tree.verifyConsistency(
                              oldSize, root(oldSize), asked, root(size), consistency)));
        });
  }

  private static List<Hash> damaged(List<Hash> proof, SplittableRandom random) {
    var hashes = new ArrayList<>(proof);
    int at = hashes.isEmpty() ? 0 : random.nextInt(hashes.size());
    switch (random.nextInt(4)) {
      case 0 -> hashes.add(at, LOG.hash(0, random.nextInt(400)));
      case 1 -> {
        if (!hashes.isEmpty()) {
          hashes.remove(at);
        }
      }
      case 2 -> {
        if (!hashes.isEmpty()) {
          hashes.set(at, LOG.hash(0, random.nextInt(400)));
        }
      }
      default -> {
        // Left whole.
      }
    }
    return hashes;
  }

  private interface Verification {
    void verify() throws ProofException;
  }

  private static boolean holds(Verification verification) {
    try {
      verification.verify();
      return true;
    } catch (ProofException _) {
      return false;
    }
  }

  /// Damaged notes: what we accept it accepts, with the same text. It is more lenient in three
  /// things, and only there: base64 with stray bits, a second false line of a key whose first is
  /// true, and more signatures than we read.
  @Test
  void itJudgesDamagedNotesAsWeDoOrMoreLeniently() {
    var signed = LOG.head(300).with(List.of(MIRROR.sign(LOG.checkpoint(300)))).bytes();
    var accepted = new int[1];
    Seeded.check(
        4_000,
        random -> {
          var note = Mutations.mutate(signed, signed, random);
          var theirs = xmod().open(KEYS, note);
          var ours = openedByUs(note);
          if (ours.isSigned()) {
            accepted[0]++;
            assertThat(theirs).contains(Bytes.ofUtf8(ours.text()));
          } else if (theirs.isPresent()) {
            assertThat(ours.isExcused()).as("they open, we do not: %s", note.findUtf8()).isTrue();
          }
        });
    assertThat(accepted[0]).isPositive();
  }

  /// @param isSigned whether we accept the note
  /// @param isExcused whether our refusal is one of the three
  private record Opened(boolean isSigned, boolean isExcused, String text) {}

  private static Opened openedByUs(Bytes bytes) {
    Note note;
    try {
      note = Note.parse(bytes);
    } catch (MalformedNoteException e) {
      return new Opened(
          false, e.expected().contains("base64") || e.expected().contains("at most"), "");
    }
    SignedCheckpoint head;
    try {
      head = SignedCheckpoint.of(note);
    } catch (MalformedCheckpointException _) {
      return new Opened(false, false, note.text());
    }
    var verdict = head.verify(KEYS, TestKeys.SIGNATURES);
    return new Opened(
        verdict instanceof NoteVerdict.Signed,
        verdict instanceof NoteVerdict.Forged(var key)
            && note.signatures().stream().filter(line -> line.claims(key)).count() > 1,
        note.text());
  }
}
