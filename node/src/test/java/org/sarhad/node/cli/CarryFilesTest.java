package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.assembly.OfflineNode;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A released file on a stick: into the bundle of one node, out of it at the other, whose wire is
/// cut; and what `sarhad verify` says of files on either.
@Tag("slow")
class CarryFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHUNK = 4 << 20;

  @TempDir Path directory;

  @Test
  @SuppressWarnings("try") // Both are closed early, on purpose.
  void aReleasedFileIsCarriedAndOnlyThat() throws Exception {
    var released = bytes(CHUNK + 1_000, 1);
    var kept = bytes(2_000, 2);
    var sha256 = Merkle.sha256(Bytes.of(released)).hex();
    var secret = Merkle.sha256(Bytes.of(kept)).hex();
    var bundle = directory.resolve("ir.tar");
    try (var ir = TestNode.start(directory.resolve("ir"), "ir", "exhibits.reserve = 1 B");
        var pk =
            TestNode.start(
                directory.resolve("pk"),
                "pk",
                "exhibits.reserve = 1 B",
                "exhibits.fetch-rate = 1 B")) {
      TestNode.pair(ir, pk);
      pk.close(); // the wire is cut from here on
      try (var clerk = ir.signIn("clerk")) {
        clerk.await("/api/v1/session", seen -> seen.toString().contains("investigator"));
        var manifest = uploaded(clerk, released);
        uploaded(clerk, kept);
        var matter = matter(clerk);
        var exhibit = registered(clerk, matter, sha256, released.length);
        registered(clerk, matter, secret, kept.length);
        said(
            clerk,
            "inquiry.evidence_released",
            "{\"exhibit\":\"%s\",\"level\":\"released\",\"manifest\":%s}"
                .formatted(exhibit, manifest));
      }
      ir.close();
      // Nothing is final while the other side has not spoken; so its file is not given yet.
      try (var node = OfflineNode.open(ir.directory(), ir.config());
          var out = Files.newOutputStream(bundle)) {
        node.export(0, true).orElseThrow().writeTo(out);
      }
      try (var archive = TarArchive.open(bundle)) {
        assertThat(archive.names()).noneMatch(name -> name.startsWith("exhibits/"));
      }
      assertThat(taken(pk, bundle)).isEqualTo("0 0 []");
      acknowledged(pk, ir);

      Files.delete(bundle);
      try (var node = OfflineNode.open(ir.directory(), ir.config());
          var out = Files.newOutputStream(bundle)) {
        node.export(0, true).orElseThrow().writeTo(out);
      }
      try (var archive = TarArchive.open(bundle)) {
        assertThat(archive.names().stream().filter(name -> name.startsWith("exhibits/")))
            .containsExactly("exhibits/%s/0".formatted(sha256), "exhibits/%s/1".formatted(sha256));
      }
      var hurt = damaged(bundle, released);
      assertThat(taken(pk, hurt)).startsWith("0 1 [").contains("chunk 1 is not the one");
      assertThat(taken(pk, bundle)).isEqualTo("1 1 []");
      assertThat(taken(pk, bundle)).as("again").isEqualTo("0 0 []");
      assertThat(pk.directory().resolve("data/exhibits/whole/%s/bytes".formatted(sha256)))
          .hasBinaryContent(released);

      verified(ir, pk, sha256);
    }
  }

  private void verified(TestNode ir, TestNode pk, String sha256) throws Exception {
    var sound = Said.byVerify(ir.directory(), "--signatures", "heads", "--json");
    var files = JSON.readTree(sound.out()).at("/files");
    assertThat(sound.code()).as(sound.out() + sound.err()).isZero();
    assertThat(files.at("/named").asInt()).isEqualTo(2);
    assertThat(files.at("/held").asInt()).isEqualTo(2);
    assertThat(files.at("/missing")).isEmpty();
    var theirs = Said.byVerify(pk.directory(), "--signatures", "heads");
    assertThat(theirs.out())
        .contains("named       2; 1 here and compared, 0 of them by no exhibit");

    var file = pk.directory().resolve("data/exhibits/whole/%s/bytes".formatted(sha256));
    var rotten = Files.readAllBytes(file);
    rotten[77] ^= 1;
    Files.write(file, rotten);
    var wrong = Said.byVerify(pk.directory(), "--signatures", "heads");
    assertThat(wrong.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(wrong.out()).contains("NOT SOUND", sha256 + ": SHA-256 is ");
    Files.delete(file);
    var gone = Said.byVerify(pk.directory(), "--signatures", "heads");
    assertThat(gone.out()).contains("missing     1 that were released", sha256);
  }

  /// Both nodes run until each has heard the other, with what is released final on both.
  private static void acknowledged(TestNode pk, TestNode ir) throws Exception {
    ir.restart();
    pk.restart();
    try (var clerk = ir.signIn("clerk")) {
      clerk.await("/api/v1/exhibit-files", page -> page.toString().contains("\"released\":true"));
    }
    pk.close();
    ir.close();
  }

  /// What an administrator is told who hands the bundle in.
  private static String taken(TestNode pk, Path bundle) throws Exception {
    try (var archive = TarArchive.open(bundle);
        var node = OfflineNode.open(pk.directory(), pk.config())) {
      assertThat(node.take(archive, "admin", TestNode.PASSWORD, _ -> {})).isPresent();
      var taken = node.takeFiles(archive, "admin");
      return "%d %d %s".formatted(taken.whole(), taken.chunks(), taken.problems());
    }
  }

  /// The bundle with a byte of the last chunk of `file` changed.
  private Path damaged(Path bundle, byte[] file) throws Exception {
    var bytes = Files.readAllBytes(bundle);
    int at = -1;
    for (int from = 0; from + 16 < bytes.length && at < 0; from += 512) {
      if (java.util.Arrays.equals(bytes, from, from + 16, file, CHUNK, CHUNK + 16)) {
        at = from;
      }
    }
    assertThat(at).isPositive();
    bytes[at + 3] ^= 1;
    return Files.write(directory.resolve("hurt.tar"), bytes);
  }

  // ---- what is said ---------------------------------------------------------------------------

  private static JsonNode uploaded(TestClient clerk, byte[] file) throws Exception {
    var id =
        clerk
            .post(
                "/api/v1/exhibit-uploads",
                "{\"sizeBytes\":%d,\"media\":\"video/mp4\"}".formatted(file.length))
            .expect(201)
            .at("/upload/upload")
            .asText();
    for (int index = 0; (long) index * CHUNK < file.length; index++) {
      var chunk =
          java.util.Arrays.copyOfRange(
              file, index * CHUNK, Math.min(file.length, (index + 1) * CHUNK));
      clerk
          .putBytes(
              "/api/v1/exhibit-uploads/%s/chunks/%d?sha256=%s"
                  .formatted(id, index, Merkle.sha256(Bytes.of(chunk)).hex()),
              chunk)
          .expect(200);
    }
    var detail = clerk.post("/api/v1/exhibit-uploads/%s/finish".formatted(id), "{}").expect(201);
    return ((ObjectNode) detail.at("/manifest")).without("digest");
  }

  private static String matter(TestClient clerk) throws Exception {
    return said(
        clerk,
        "inquiry.matter_opened",
        "{\"imported\":false,\"matter\":\"incident\",\"title\":{\"lang\":\"en\",\"text\":\"Shots\"}}");
  }

  private static String registered(TestClient clerk, String matter, String sha256, int bytes)
      throws Exception {
    return said(
        clerk,
        "inquiry.evidence_registered",
        """
        {"copy":"evidentiary","level":"described","matter":"%s","sha256":"%s",
         "description":{"collected":{"from":"2019-02-13T10:00:00.000Z","to":"2019-02-13T11:00:00.000Z","type":"interval"},
          "custodian":{"function":"Records","organisation":"Border Guard"},"media":"video/mp4",
          "place":{"label":"Post 42"},"size":%d,"words":{"lang":"en","text":"A camera on a mast"}}}
        """
            .formatted(matter, sha256, bytes));
  }

  private static String said(TestClient clerk, String kind, String body) throws Exception {
    var request = JSON.createObjectNode().put("kind", kind);
    request.set("body", JSON.readTree(body));
    var entry =
        clerk.post("/api/v1/statements", request.toString()).expect(201).at("/entries/0").asText();
    return "ir.sarhad.example/joint#" + entry.substring(entry.indexOf('/') + 1);
  }

  private static byte[] bytes(int count, long seed) {
    var bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
