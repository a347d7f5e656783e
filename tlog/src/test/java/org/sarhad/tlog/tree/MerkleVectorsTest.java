package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.SharedData;

/// The proof vectors of the project that runs the public transparency logs: what they accept we
/// accept, what they refuse we refuse.
class MerkleVectorsTest {
  private static final String VECTORS = "vectors/merkle/testdata";

  @Test
  void allVectorsAreThere() {
    assertThat(SharedData.jsonFiles(SharedData.path(VECTORS))).hasSize(518);
  }

  @TestFactory
  Stream<DynamicTest> inclusion() {
    return vectors(
        "inclusion",
        v ->
            Tree.verifyInclusion(
                hash(v, "leafHash"),
                v.get("leafIdx").asLong(),
                v.get("treeSize").asLong(),
                hash(v, "root"),
                proof(v)));
  }

  @TestFactory
  Stream<DynamicTest> consistency() {
    return vectors(
        "consistency",
        v ->
            Tree.verifyConsistency(
                v.get("size1").asLong(),
                hash(v, "root1"),
                v.get("size2").asLong(),
                hash(v, "root2"),
                proof(v)));
  }

  @TestFactory
  Stream<DynamicTest> subtreeInclusion() {
    return vectors(
        "subtreeinclusion",
        v ->
            Tree.verifySubtreeInclusion(
                hash(v, "leafHash"),
                v.get("leafIdx").asLong(),
                v.get("start").asLong(),
                v.get("end").asLong(),
                hash(v, "root"),
                proof(v)));
  }

  @TestFactory
  Stream<DynamicTest> subtreeConsistency() {
    return vectors(
        "subtreeconsistency",
        v ->
            Tree.verifySubtreeConsistency(
                v.get("start").asLong(),
                v.get("end").asLong(),
                hash(v, "root1"),
                v.get("size").asLong(),
                hash(v, "root2"),
                proof(v)));
  }

  private interface Verification {
    void verify(JsonNode vector) throws ProofException;
  }

  private static Stream<DynamicTest> vectors(String kind, Verification verification) {
    var directory = SharedData.path(VECTORS).resolve(kind);
    return SharedData.jsonFiles(directory).stream()
        .map(
            file -> {
              var vector = SharedData.json(file);
              var name = directory.relativize(file) + ": " + vector.get("desc").asText();
              return dynamicTest(
                  name,
                  () ->
                      assertThat(refusal(vector, verification).isPresent())
                          .as(() -> name + ": " + refusal(vector, verification))
                          .isEqualTo(vector.get("wantErr").asBoolean()));
            });
  }

  /// Why the vector is refused. One whose hashes are no hashes is refused before it is a proof.
  private static Optional<String> refusal(JsonNode vector, Verification verification) {
    try {
      verification.verify(vector);
      return Optional.empty();
    } catch (ProofException e) {
      return Optional.of(e.reason());
    } catch (NotAHash e) {
      return Optional.of("not a hash: " + e.text);
    }
  }

  private static final class NotAHash extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String text;

    NotAHash(String text) {
      this.text = text;
    }
  }

  private static Hash hash(JsonNode vector, String field) {
    return hash(vector.get(field));
  }

  /// Some vectors have a phrase where the value of a root does not matter, only whether it equals
  /// another; its hash stands in for it.
  private static Hash hash(JsonNode text) {
    var bytes =
        Bytes.parseBase64(text.asText())
            .filter(parsed -> !parsed.isEmpty())
            .orElseThrow(() -> new NotAHash(text.asText()));
    return bytes.size() == Hash.SIZE ? Hash.of(bytes) : Merkle.sha256(bytes);
  }

  private static List<Hash> proof(JsonNode vector) {
    var hashes = new ArrayList<Hash>();
    vector.get("proof").forEach(text -> hashes.add(hash(text)));
    return hashes;
  }
}
