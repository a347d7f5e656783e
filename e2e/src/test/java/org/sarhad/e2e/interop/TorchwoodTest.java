package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.Pieces;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.policy.Policy;
import org.sarhad.tlog.proof.MalformedTlogProofException;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.testing.Mutations;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.MalformedTilePathException;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.TilePath;

/// torchwood, the library under the public witness network's tools, accepts our proofs under our
/// policies, authenticates our entries, and reads our tile paths.
@Tag("interop")
class TorchwoodTest {
  private static final int SIZE = 700;
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", SIZE);
  private static final TestKeys IR = TestKeys.cosigner("ir.sarhad.example/mirror");
  private static final TestKeys PK = TestKeys.cosigner("pk.sarhad.example/mirror");
  private static final Policy BOTH = policy(2);

  @TempDir private static Path directory;
  private static Optional<LineJudge> started = Optional.empty();

  private static Policy policy(int threshold) {
    var ir = Bytes.ofUtf8("ir-mirror");
    var pk = Bytes.ofUtf8("pk-mirror");
    var both = Bytes.ofUtf8("both");
    return new Policy(
        List.of(new Policy.Log(LOG.key().verifierKey(), Optional.empty())),
        List.of(
            new Policy.Witness(ir, IR.verifierKey(), Optional.empty()),
            new Policy.Witness(pk, PK.verifierKey(), Optional.empty())),
        List.of(new Policy.Group(both, threshold, List.of(ir, pk))),
        both);
  }

  /// Once, and before each test: what is skipped is then named test by test.
  @BeforeEach
  void start() throws IOException {
    if (started.isPresent()) {
      return;
    }
    var program = ForeignTool.find("torchwood-judge", "SARHAD_TORCHWOOD_JUDGE");
    System.out.println("Verified by: " + ForeignTool.versions());
    started = Optional.of(new LineJudge(program));
    LogFiles.write(directory, LOG, LOG.head(SIZE));
  }

  @AfterAll
  static void stop() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }

  private static LineJudge torchwood() {
    return started.orElseThrow();
  }

  private static TlogProof proof(int index, TestKeys... cosigners) {
    var head = LOG.head(SIZE);
    var lines = List.of(cosigners).stream().map(key -> key.sign(head.checkpoint())).toList();
    return TlogProof.of(index, head.with(lines), LOG);
  }

  private static boolean accepts(Policy policy, Hash leaf, Bytes proof) {
    return torchwood().ask("proof", policy.bytes(), leaf, proof).isPresent();
  }

  @Test
  void itAcceptsOurProofs() {
    for (int index : List.of(0, 1, 255, 256, 350, 699)) {
      assertThat(accepts(BOTH, LOG.hash(0, index), proof(index, IR, PK).bytes())).isTrue();
    }
    var extra =
        new TlogProof(
            Optional.of(Bytes.ofUtf8("context")),
            350,
            proof(350, IR).proof(),
            proof(350, IR).head());
    assertThat(accepts(policy(1), LOG.hash(0, 350), extra.bytes())).isTrue();
  }

  /// What is scanned from a print: the proof without the lines that do not fit on paper.
  @Test
  void itAcceptsWhatWasPrinted() {
    var postQuantum = TestKeys.of("pk.sarhad.example/mirror", KeyType.ML_DSA_44);
    var printed = PaperProof.of(proof(350, IR, PK, postQuantum)).bytes().utf8();
    assertThat(Pieces.cut(printed)).containsExactly(printed);
    assertThat(accepts(BOTH, LOG.hash(0, 350), Bytes.ofUtf8(printed))).isTrue();
    assertThat(accepts(BOTH, LOG.hash(0, 351), Bytes.ofUtf8(printed))).isFalse();
  }

  @Test
  void itRefusesWhatWeRefuse() {
    var good = proof(350, IR, PK);
    var moved = new TlogProof(Optional.empty(), 351, good.proof(), good.head());
    assertThat(accepts(BOTH, LOG.hash(0, 351), good.bytes())).isFalse();
    assertThat(accepts(BOTH, LOG.hash(0, 350), moved.bytes())).isFalse();
    assertThat(accepts(BOTH, LOG.hash(0, 350), proof(350, IR).bytes())).isFalse();
    assertThat(accepts(BOTH, LOG.hash(0, 350), proof(350).bytes())).isFalse();
    var old =
        LOG.head(SIZE).with(List.of(IR.sign(LOG.checkpoint(699)), PK.sign(LOG.checkpoint(699))));
    var forged = new TlogProof(Optional.empty(), 350, good.proof(), old);
    assertThat(accepts(BOTH, LOG.hash(0, 350), forged.bytes())).isFalse();
  }

  /// Damaged proofs: it accepts what we accept. It is more lenient with base64.
  @Test
  void itJudgesDamagedProofsAsWeDoOrMoreLeniently() {
    var leaf = LOG.hash(0, 350);
    var good = proof(350, IR, PK).bytes();
    var accepted = new int[1];
    Seeded.check(
        1_000,
        random -> {
          var damaged = Mutations.mutate(good, good, random);
          if (weAccept(leaf, damaged)) {
            accepted[0]++;
            assertThat(accepts(BOTH, leaf, damaged)).as("%s", damaged.findUtf8()).isTrue();
          }
        });
    assertThat(accepted[0]).isPositive();
  }

  private static boolean weAccept(Hash leaf, Bytes proof) {
    try {
      TlogProof.parse(proof).verify(leaf, BOTH, TestKeys.SIGNATURES);
      return true;
    } catch (ProofException | MalformedTlogProofException _) {
      return false;
    }
  }

  @Test
  void itReadsOurPolicies() {
    assertThat(torchwood().ask("policy", BOTH.bytes())).isPresent();
    assertThat(torchwood().ask("policy", Bytes.ofUtf8("quorum nobody\n"))).isEmpty();
  }

  @Test
  void itAuthenticatesAllOurEntries() throws IOException {
    var root = LOG.checkpoint(SIZE).root();
    assertThat(torchwood().ask("entries", directory, (long) SIZE, root))
        .contains(Bytes.ofUtf8("" + SIZE));
    var bundle = directory.resolve("tile/entries/001");
    var bytes = Files.readAllBytes(bundle);
    bytes[10] ^= 1;
    Files.write(bundle, bytes);
    assertThat(torchwood().ask("entries", directory, (long) SIZE, root)).isEmpty();
  }

  /// Tile paths, good and damaged: it reads what we read, and writes it the same way.
  @Test
  void itReadsTheTilePathsThatWeRead() {
    var good = Bytes.ofUtf8("tile/1/x001/x234/067.p/8");
    var entries = Bytes.ofUtf8("tile/entries/x001/000");
    var read = new int[1];
    Seeded.check(
        3_000,
        random -> {
          var path = Mutations.mutate(random.nextBoolean() ? good : entries, good, random);
          if (weRead(path)) {
            read[0]++;
            assertThat(torchwood().ask("path", path)).as("%s", path.findUtf8()).contains(path);
          }
        });
    assertThat(read[0]).isPositive();
  }

  private static boolean weRead(Bytes path) {
    try {
      TilePath.parse(path.findUtf8().orElse(""));
      return true;
    } catch (MalformedTilePathException _) {
      return false;
    }
  }
}
