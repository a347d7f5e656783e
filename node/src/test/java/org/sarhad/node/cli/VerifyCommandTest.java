package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.Pieces;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Merkle;

/// `sarhad verify` as a person types it who trusts nobody.
class VerifyCommandTest {
  private static final Scribe PK = new Scribe("pk");

  @TempDir Path directory;
  private final Scribe ir = Scribe.begun("ir").say(6);
  private Path log = Path.of("");

  @BeforeEach
  void write() throws Exception {
    log = ir.write(directory, "own");
  }

  private static Said verify(Object... words) {
    return Said.byVerify(words);
  }

  private void flip(String path, int at) throws Exception {
    var bytes = Files.readAllBytes(log.resolve(path));
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    Files.write(log.resolve(path), bytes);
  }

  @Test
  void aGoodLogIsSoundAndSaysWhoSignedWhen() {
    var said = verify(log, "--key", ir.heads().verifierKey(), "--key", PK.mirrorKey());

    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .contains(
            "entries     7, of which 7 proven",
            "signed by   ir.sarhad.example/joint (log)",
            "signed by   pk.sarhad.example/mirror (cosigner) at "
                + Instant.ofEpochSecond(Scribe.SIGNED_AT),
            "signatures  13 of entries good",
            "payloads    7 named; 7 here and compared, 0 erased",
            "damage      none")
        .endsWith("Sound.\n");
  }

  @Test
  void withoutKeysTheLogsOwnCountAndThatIsSaid() {
    var said = verify(log);

    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("No key was named", "pk.sarhad.example/mirror (cosigner)");
  }

  @Test
  void theAnswerForScriptsHasThisForm() throws Exception {
    flip("tile/entries/000.p/7", -10);
    var said = verify(log, "--json");

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .isEqualTo(
            """
            {
              "sound" : false,
              "keys" : [ ],
              "logs" : [ {
                "where" : "%s",
                "origin" : "ir.sarhad.example/joint",
                "sound" : false,
                "first" : 0,
                "size" : 7,
                "proven" : 7,
                "head" : [ {
                  "name" : "ir.sarhad.example/joint",
                  "role" : "log"
                }, {
                  "name" : "pk.sarhad.example/mirror",
                  "role" : "cosigner",
                  "time" : "2026-09-21T14:13:20Z"
                } ],
                "counts" : {
                  "signatures" : 11,
                  "unchecked" : 0,
                  "named" : 7,
                  "payloads" : 7,
                  "erased" : 0,
                  "unread" : 0
                },
                "damage" : [ {
                  "kind" : "bundle",
                  "path" : "tile/entries/000.p/7",
                  "from" : 6,
                  "to" : 7,
                  "what" : "they are not what was written",
                  "repair" : "unknown"
                } ],
                "notes" : [ ]
              } ]
            }
            """
                .formatted(log));
  }

  @Test
  void aSecondCopyIsLookedIntoForWhatIsDamaged() throws Exception {
    var copy = ir.write(directory, "copy");
    flip("tile/entries/000.p/7", -10);
    var said = verify(log, "--mirror", copy);

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("entry 6: they are not what was written; the second copy has it whole")
        .endsWith("NOT SOUND.\n");
  }

  @Test
  void headsAloneMayBeAskedFor() throws Exception {
    var forged =
        Scribe.begun("ir")
            .sayAs(Scribe.signer("ir.sarhad.example/officer/bad"))
            .write(directory, "forged");

    assertThat(verify(forged).out())
        .contains("entry 1: ir.sarhad.example/officer/bad signed, to whom no key was granted");
    assertThat(verify(forged, "--signatures", "heads").code()).isZero();
  }

  @Test
  void aSampleSaysHowManyItLookedAt() {
    var said = verify(log, "--signatures", "sample");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .containsPattern("signatures of [1-7] entries were checked, drawn at random")
        .doesNotContain("signatures  13 of entries good");
  }

  @Test
  void aPolicySaysWhomToTrustAndHowManyMustHaveCosigned() throws Exception {
    var enough = policy("log %s\nwitness pk %s\nquorum pk\n", PK.mirrorKey());
    var missed = policy("log %s\nwitness ir %s\nquorum ir\n", ir.mirrorKey());

    assertThat(verify(log, "--policy", enough).code()).isZero();
    var said = verify(log, "--policy", missed);
    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out()).contains("the policy's quorum is missed: 0 of its witnesses cosigned");
  }

  private Path policy(String form, Object witness) throws Exception {
    var text = form.formatted(ir.heads().verifierKey(), witness);
    return Files.writeString(directory.resolve("policy-" + text.hashCode()), text);
  }

  @Test
  void aProofIsProvenByItsEntryAndNoOther() throws Exception {
    var proof = proof(3);
    var said = Files.write(directory.resolve("3.entry"), ir.entry(3).toArray());
    var other = Files.write(directory.resolve("4.entry"), ir.entry(4).toArray());
    var key = ir.heads().verifierKey();

    assertThat(verify(proof, "--key", key, "--entry", said).out())
        .startsWith("The entry is number 3 of the log ir.sarhad.example/joint");
    assertThat(verify(proof, "--key", key, "--key", PK.mirrorKey(), "--entry", said).code())
        .isZero();
    assertThat(verify(proof, "--key", key, "--key", ir.mirrorKey(), "--entry", said).code())
        .isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(verify(proof, "--key", key, "--entry", other).code())
        .isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(verify(proof, "--key", key).out()).contains("Name it with --entry");
    assertThat(verify(proof, "--entry", said).code()).isEqualTo(SarhadCommand.USAGE);
  }

  @Test
  void aProofThatWasTamperedWithProvesNothing() throws Exception {
    var proof = proof(3);
    var said = Files.write(directory.resolve("3.entry"), ir.entry(3).toArray());
    var good = Files.readString(proof);
    var tampered =
        new TreeMap<>(
            Map.of(
                "another place", good.replace("index 3", "index 4"),
                "another size", good.replace("\n7\n", "\n8\n"),
                "another log", good.replace("ir.sarhad", "xx.sarhad")));
    tampered.forEach(
        (what, text) -> {
          assertThat(text).isNotEqualTo(good);
          var file = written("t.tlog-proof", text);
          assertThat(verify(file, "--key", ir.heads().verifierKey(), "--entry", said).code())
              .as(what)
              .isEqualTo(SarhadCommand.FOUND_WRONG);
        });
    var cut = written("cut.tlog-proof", good.substring(0, good.length() / 2));
    var refused = verify(cut, "--key", ir.heads().verifierKey(), "--entry", said);
    assertThat(refused.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(refused.err()).doesNotContain("Exception").doesNotContain("bug");
  }

  private Path proof(int index) throws Exception {
    var files = LogDirectory.open(FileDisk.at(directory), "own");
    var proof = TlogProof.of(index, ir.head(ir.size()), files);
    return Files.write(directory.resolve(index + ".tlog-proof"), proof.bytes().toArray());
  }

  private Path written(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The genesis, whose payload is JSON; the others of the scribe are raw text and stay off paper.
  private List<Path> scanned() throws Exception {
    var files = LogDirectory.open(FileDisk.at(directory), "own");
    var proof = PaperProof.of(TlogProof.of(0, ir.head(ir.size()), files)).bytes().utf8();
    var entry = new PaperEntry(ir.entry(0), List.of(ir.payload(0))).text();
    var scanned = new ArrayList<Path>();
    for (var text : List.of(entry, proof)) {
      for (var piece : Pieces.cut(text)) {
        scanned.add(written("scan-" + scanned.size() + ".txt", piece));
      }
    }
    return scanned;
  }

  private static Said verifyScanned(List<Path> scanned, Object... more) {
    var arguments = new ArrayList<Object>(List.of("--scanned"));
    arguments.addAll(scanned);
    arguments.addAll(List.of(more));
    return verify(arguments.toArray());
  }

  @Test
  void whatWasScannedFromAPrintIsProvenAndSaidAgain() throws Exception {
    var policy = policy("log %s\nwitness pk %s\nquorum pk\n", PK.mirrorKey());
    var scanned = scanned();
    assertThat(scanned).as("the genesis is long").hasSizeGreaterThan(2);

    var said = verifyScanned(scanned.reversed(), "--policy", policy);

    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .startsWith("The entry is number 0 of the log ir.sarhad.example/joint")
        .contains("record.genesis", "\"says\"", "ir.sarhad.example/officer/7f3a")
        .doesNotContain("_salt");
    assertThat(verifyScanned(scanned, "--policy", policy, "--json").out())
        .contains("\"sound\" : true", "\"kind\" : \"record.genesis\"");
    assertThat(verifyScanned(scanned, "--log", log).out()).contains("keys that the log names");
    assertThat(verifyScanned(scanned).code()).isEqualTo(SarhadCommand.USAGE);
  }

  @Test
  void whatWasScannedAndTamperedWithProvesNothing() throws Exception {
    var policy = policy("log %s\nwitness pk %s\nquorum pk\n", PK.mirrorKey());
    var other = policy("log %s\nwitness ir %s\nquorum ir\n", ir.mirrorKey());
    var scanned = scanned();
    assertThat(verifyScanned(scanned, "--policy", other).code())
        .as("a quorum that is missed")
        .isEqualTo(SarhadCommand.FOUND_WRONG);

    var words = new PaperEntry(ir.entry(0), List.of(ir.payload(0))).text();
    var proof = scanned.getLast();
    var refused =
        Map.of(
            "a word", words.replace("sarhad.example/node", "sarhad.example/nope"),
            "the time", words.replace("\"time\":\"2026", "\"time\":\"2027"),
            "another entry", ir.entry(3).utf8());
    refused.forEach(
        (what, text) -> {
          assertThat(text).isNotEqualTo(words);
          var said = verifyScanned(List.of(written("t.txt", text), proof), "--policy", policy);
          assertThat(said.code()).as(what + said.out() + said.err()).isNotZero();
          assertThat(said.out()).doesNotContain("\"says\"");
          assertThat(said.err()).doesNotContain("Exception").doesNotContain("bug");
        });

    var lost = verifyScanned(scanned.subList(1, scanned.size()), "--policy", policy);
    assertThat(lost.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(lost.err()).contains("piece 1 too");
    assertThat(verifyScanned(List.of(proof), "--policy", policy).err()).contains("no entry");
    assertThat(verifyScanned(List.of(proof, policy), "--policy", policy).err())
        .contains("name it with --policy");
  }

  /// The sheet of a joint act: several entries, each with its own proof, in one heap.
  @Test
  void severalEntriesAreProvenAtOnceAndEachByItself() throws Exception {
    var policy = policy("log %s\nwitness pk %s\nquorum pk\n", PK.mirrorKey());
    var files = LogDirectory.open(FileDisk.at(directory), "own");
    var proof = PaperProof.of(TlogProof.of(3, ir.head(ir.size()), files)).bytes().utf8();
    var heap = new ArrayList<>(scanned());
    heap.addFirst(written("third-proof.txt", proof));
    heap.addFirst(written("third.txt", ir.entry(3).utf8()));

    var said = verifyScanned(heap, "--policy", policy);

    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("The entry is number 0 of", "The entry is number 3 of");
    var answer =
        new ObjectMapper().readTree(verifyScanned(heap, "--policy", policy, "--json").out());
    assertThat(answer.path("sound").asBoolean()).isTrue();
    assertThat(answer.path("entries")).hasSize(2);

    assertThat(verifyScanned(heap.subList(1, heap.size()), "--policy", policy).err())
        .contains("a proof of ir.sarhad.example/joint#3");
    heap.remove(1);
    assertThat(verifyScanned(heap, "--policy", policy).err())
        .contains("no proof of ir.sarhad.example/joint#3");
    heap.add(1, written("third-proof.txt", proof.replace("index 3", "index 2")));
    assertThat(verifyScanned(heap, "--policy", policy).code()).isNotZero();
  }

  @Test
  void aForkIsProvenByTwoSignedHeads() throws Exception {
    var another =
        new Checkpoint(ir.log().value(), ir.size(), Merkle.sha256(Bytes.ofUtf8("another history")));
    var fork = new ForkProof(Optional.empty(), List.of(), ir.head(ir.size()), ir.head(another));
    var file = Files.write(directory.resolve("x.tlog-fork"), fork.bytes().toArray());
    var said = verify(file, "--key", ir.heads().verifierKey(), "--json");

    assertThat(said.code()).isZero();
    assertThat(new ObjectMapper().readTree(said.out()).at("/sentence").asText())
        .contains("has signed two histories");
    assertThat(verify(file, "--key", PK.heads().verifierKey()).code())
        .isEqualTo(SarhadCommand.FOUND_WRONG);
    var twice =
        written(
            "y.tlog-fork",
            fork.bytes().utf8().replace(another.root().toString(), ir.root(ir.size()).toString()));
    assertThat(verify(twice, "--key", ir.heads().verifierKey()).code())
        .isEqualTo(SarhadCommand.FOUND_WRONG);
  }

  @Test
  void theKeysOfAnExhibitMayStandInADirectory() throws Exception {
    var said = Files.write(directory.resolve("3.entry"), ir.entry(3).toArray());

    assertThat(verify(proof(3), "--log", log, "--entry", said).out())
        .contains("The entry is number 3")
        .contains("with the keys that the log names itself");
  }

  @Test
  void nothingIsWritten() throws Exception {
    var before = files();
    verify(log, "--json");
    verify(log, "--mirror", log);

    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws Exception {
    try (var walk = Files.walk(directory)) {
      return walk.sorted().map(path -> path + " " + modified(path)).toList();
    }
  }

  private static String modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatCannotBeReadOrMeantIsSaid() throws Exception {
    var nothing = verify(directory.resolve("nowhere"));
    assertThat(nothing.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(nothing.err()).contains("is not there").doesNotContain("Exception");
    assertThat(verify(directory).err()).contains("is no log");
    var emptied =
        verify(Files.createDirectories(directory.resolve("node/data/logs/x")).resolve("../../.."));
    assertThat(emptied.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(emptied.err()).contains("There is nothing in");
    assertThat(verify(written("x.txt", "hello"), "--key", PK.mirrorKey()).err())
        .contains("is no file that can be verified");
    assertThat(verify(log, "--key", "nonsense").code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(verify(log, "--signatures", "some").code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(verify(log, "--policy", written("p", "nonsense")).code())
        .isEqualTo(SarhadCommand.FAILED);
    assertThat(verify().code()).isEqualTo(SarhadCommand.USAGE);
  }
}
