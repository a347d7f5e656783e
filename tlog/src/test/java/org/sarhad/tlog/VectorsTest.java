package org.sarhad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.policy.Policy;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.witness.HeldSize;

/// The files in `vectors/record`: what this module writes, to the byte, once and for all.
///
/// A vector is never edited. If one of these fails, the code has begun to write something else than
/// nodes in the field wrote: change the code back, or add a new format beside the old one with new
/// vectors. `-Dsarhad.vectors.write=true` writes the ones that are missing.
class VectorsTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 300);
  private static final TestLog FORK = LOG.withEntry(20, "another story");
  private static final TestKeys OFFICER = TestKeys.note("ir.sarhad.example/officer/7f3a");
  private static final TestKeys NODE = TestKeys.note("ir.sarhad.example/node");
  private static final TestKeys QUANTUM = TestKeys.of(LOG.origin(), KeyType.ML_DSA_44);
  private static final TestKeys MIRROR = TestKeys.cosigner("pk.sarhad.example/mirror");
  private static final TestKeys MIRROR_QUANTUM =
      TestKeys.of("pk.sarhad.example/mirror", KeyType.ML_DSA_44);

  private static SignedCheckpoint cosigned() {
    var head = LOG.checkpoint(300);
    return LOG.head(300)
        .with(List.of(QUANTUM.sign(head), MIRROR.sign(head), MIRROR_QUANTUM.sign(head)));
  }

  private static Policy policy() {
    var mirror = Bytes.ofUtf8("pk-mirror");
    return new Policy(
        List.of(new Policy.Log(LOG.key().verifierKey(), Optional.empty())),
        List.of(new Policy.Witness(mirror, MIRROR.verifierKey(), Optional.empty())),
        List.of(),
        mirror);
  }

  private static Bytes addEntries() {
    var header = new AddEntries(LOG.origin(), 250, 300, Bytes.ofUtf8("ticket"));
    var parts = new ArrayList<Bytes>();
    parts.add(header.bytes());
    for (long i = 0; i < header.packageCount(); i++) {
      var range = header.range(i);
      parts.add(EntryPackage.of(range, LOG.entries(range.start(), range.end()), 300, LOG).bytes());
    }
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  /// Each file and what must be in it. Only ever added to.
  private static Map<String, Bytes> vectors() {
    Map<String, Bytes> vectors = new LinkedHashMap<>();
    for (var key : List.of(LOG.key(), OFFICER, NODE, QUANTUM, MIRROR, MIRROR_QUANTUM)) {
      var name = key.name().replace('/', '_') + "-" + key.key().type().code() + ".vkey";
      vectors.put("keys/" + name, Bytes.ofUtf8(key.verifierKey().text() + "\n"));
    }
    var text = "{\"kind\":\"response.alert\",\"ref\":\"مرز/۱۲\",\"v\":1}\n";
    vectors.put(
        "entry.note", NoteSigner.sign(text, List.of(OFFICER.signer(), NODE.signer())).bytes());
    vectors.put("head-0.checkpoint", LOG.head(0).bytes());
    vectors.put("head-300.checkpoint", LOG.head(300).bytes());
    vectors.put("head-300-cosigned.checkpoint", cosigned().bytes());
    vectors.put("entries-250-to-256.bundle", new EntryBundle(LOG.entries(250, 256)).bytes());
    vectors.put("level-0-tile-1.tile", Tile.read(new TilePath.Hashes(0, 1, 44), LOG).bytes());
    vectors.put("70-to-300.add-checkpoint", LOG.addCheckpoint(70, 300).bytes());
    vectors.put("held.size", new HeldSize(70).bytes());
    vectors.put("250-to-300.add-entries", addEntries());
    vectors.put("next-256.mirror-info", new MirrorInfo(300, 256, Bytes.ofUtf8("ticket")).bytes());
    vectors.put("entry-20.tlog-proof", TlogProof.of(20, cosigned(), LOG).bytes());
    vectors.put("channel.policy", policy().bytes());
    vectors.put("one-size.tlog-fork", fork(LOG.head(300), FORK.head(300)).bytes());
    vectors.put("two-sizes.tlog-fork", fork(LOG.head(70), FORK.head(300)).bytes());
    return vectors;
  }

  private static ForkProof fork(SignedCheckpoint one, SignedCheckpoint other) {
    return ForkProof.find(one, other, FORK).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsWhatWasWritten() {
    return vectors().entrySet().stream()
        .map(
            vector ->
                dynamicTest(
                    vector.getKey(),
                    () -> {
                      var file = directory().resolve(vector.getKey());
                      writeIfWanted(file, vector.getValue());
                      assertThat(Bytes.of(Files.readAllBytes(file))).isEqualTo(vector.getValue());
                    }));
  }

  @Test
  void noVectorIsForgotten() throws IOException {
    try (var files = Files.walk(directory())) {
      var names =
          files
              .filter(Files::isRegularFile)
              .map(file -> directory().relativize(file).toString().replace('\\', '/'));
      assertThat(names).containsExactlyInAnyOrderElementsOf(vectors().keySet());
    }
  }

  @Test
  void theExhibitsVerify() throws Exception {
    var proof = TlogProof.parse(read("entry-20.tlog-proof"));
    proof.verify(LOG.hash(0, 20), Policy.parse(read("channel.policy")), TestKeys.SIGNATURES);
    for (var name : List.of("one-size.tlog-fork", "two-sizes.tlog-fork")) {
      ForkProof.parse(read(name)).verify(List.of(LOG.key().verifierKey()), TestKeys.SIGNATURES);
    }
  }

  private static Bytes read(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(directory().resolve(name)));
  }

  private static void writeIfWanted(Path file, Bytes bytes) {
    if (Boolean.getBoolean("sarhad.vectors.write") && !Files.exists(file)) {
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Path directory() {
    return Path.of(System.getProperty("sarhad.root", "..")).resolve("vectors/record");
  }
}
