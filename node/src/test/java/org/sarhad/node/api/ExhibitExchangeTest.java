package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.node.demo.LinkRelay;
import org.sarhad.node.testing.FreePorts;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A large file from an officer of one side to an officer of the other: uploaded by chunks,
/// registered, released, and fetched over the real link, which is cut in the midst of it while the
/// fetching node is started anew. Alerts go on meanwhile, and are timed.
///
/// `-Dsarhad.exhibit.mib=2048` takes the largest file there can be.
@Tag("slow")
class ExhibitExchangeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHUNK = Manifest.CHUNK_BYTES;
  private static final int MIB = Integer.getInteger("sarhad.exhibit.mib", 256);
  private static final long SIZE = ((long) MIB << 20) - (MIB < 2048 ? 12_345 : 0);
  private static final int ALERTS = 15;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration ALERT_MAX = Duration.ofSeconds(3);

  @TempDir Path directory;

  @Test
  void aLargeFileCrossesACutAndARestartAndAlertsGoOn() throws Exception {
    int cable = FreePorts.one();
    try (var ir =
            TestNode.start(
                directory.resolve("ir"),
                "ir",
                "peer.public-address = 127.0.0.1:" + cable,
                "exhibits.reserve = 1 B");
        var relay = new LinkRelay(cable, ir.running().peerAddress().port());
        var pk =
            TestNode.start(
                directory.resolve("pk"),
                "pk",
                "exhibits.reserve = 1 B",
                "exhibits.fetch-rate = 16 MiB")) {
      TestNode.pair(ir, pk);
      try (var clerk = ir.signIn("clerk");
          var watch = ir.signIn("watch");
          var theirWatch = pk.signIn("watch")) {
        mayUpload(clerk);
        var quiet = alerts(watch, theirWatch);

        long began = System.nanoTime();
        var detail = uploaded(clerk);
        long uploadedAfter = System.nanoTime() - began;
        var sha256 = detail.at("/file/sha256").asText();
        assertThat(sha256).as("the node read what was sent").isEqualTo(digest());
        var exhibit = registered(clerk, sha256);
        var file = "/api/v1/exhibit-files/" + sha256;
        try (var theirs = pk.signIn("clerk")) {
          await(theirs, file, seen -> level(seen).equals("described"));
          assertThat(theirs.get(file + "/content").status()).as("not released").isEqualTo(404);
        }

        began = System.nanoTime();
        released(clerk, exhibit, detail.at("/manifest"));
        List<Duration> busy;
        try (var theirs = pk.signIn("clerk")) {
          await(theirs, file, seen -> held(seen) > SIZE / 10);
          busy = alerts(watch, theirWatch);
          assertThat(theirs.get(file).json().at("/file/here/state").asText())
              .as("alerts were timed while it was fetched")
              .isEqualTo("fetching");
          await(theirs, file, seen -> held(seen) > SIZE / 3);
        }
        relay.cut();
        pk.restart();
        try (var theirs = pk.signIn("clerk")) {
          long kept = held(theirs.get(file).json());
          assertThat(kept).as("what came survives a restart").isGreaterThan(SIZE / 3 - 2 * CHUNK);
          relay.restore();
          await(theirs, file, seen -> seen.at("/file/here/state").asText().equals("whole"));
          long fetchedAfter = System.nanoTime() - began;
          assertThat(digestOf(theirs, file + "/content")).isEqualTo(sha256);
          var here = theirs.get(file).json();
          assertThat(here.at("/file/here/from").asText()).isEqualTo("ir");
          assertThat(here.at("/file/wrong")).isEmpty();
          assertThat(here.at("/manifest")).isEqualTo(detail.at("/manifest"));
          var there = clerk.get(file).json().at("/file/there/0");
          assertThat(there.at("/party").asText()).isEqualTo("pk");
          assertThat(there.at("/bytesGiven").asLong()).isEqualTo(SIZE);
          System.out.printf(
              "%d MiB: uploaded and checked in %.1f s; released to whole at the other side, a cut"
                  + " and a restart in it, %.1f s at 16 MiB/s; alerts without it p50 %d max %d ms,"
                  + " during it p50 %d max %d ms%n",
              MIB,
              uploadedAfter / 1e9,
              fetchedAfter / 1e9,
              quiet.get(ALERTS / 2).toMillis(),
              quiet.getLast().toMillis(),
              busy.get(ALERTS / 2).toMillis(),
              busy.getLast().toMillis());
        }
        assertThat(busy.getLast()).isLessThan(ALERT_MAX);
      }
    }
  }

  // ---- the file -------------------------------------------------------------------------------

  /// The chunk `index`: made when it is needed, so that nobody holds the file.
  private static byte[] chunk(int index) {
    var bytes = new byte[(int) Math.min(CHUNK, SIZE - (long) index * CHUNK)];
    new Random(index).nextBytes(bytes);
    return bytes;
  }

  private static int chunks() {
    return (int) ((SIZE + CHUNK - 1) / CHUNK);
  }

  private static String digest() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (int index = 0; index < chunks(); index++) {
      digest.update(chunk(index));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static JsonNode uploaded(TestClient clerk) throws Exception {
    var id =
        clerk
            .post(
                "/api/v1/exhibit-uploads",
                "{\"sizeBytes\":%d,\"media\":\"video/mp4\"}".formatted(SIZE))
            .expect(201)
            .at("/upload/upload")
            .asText();
    for (int index = 0; index < chunks(); index++) {
      var bytes = chunk(index);
      clerk
          .putBytes(
              "/api/v1/exhibit-uploads/%s/chunks/%d?sha256=%s"
                  .formatted(id, index, Merkle.sha256(Bytes.of(bytes)).hex()),
              bytes)
          .expect(200);
    }
    return clerk.post("/api/v1/exhibit-uploads/%s/finish".formatted(id), "{}").expect(201);
  }

  private static String digestOf(TestClient who, String path) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = who.stream(path)) {
      var buffer = new byte[1 << 20];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  // ---- the record -----------------------------------------------------------------------------

  private static String registered(TestClient clerk, String sha256) throws Exception {
    var matter =
        said(
            clerk,
            "inquiry.matter_opened",
            """
            {"imported":false,"matter":"incident","title":{"lang":"en","text":"Shots at post 42"}}
            """);
    return said(
        clerk,
        "inquiry.evidence_registered",
        """
        {"copy":"evidentiary","level":"described","matter":"%s","sha256":"%s",
         "description":{"collected":{"from":"2019-02-13T10:00:00.000Z","to":"2019-02-13T11:00:00.000Z","type":"interval"},
          "custodian":{"function":"Records","organisation":"Border Guard"},"media":"video/mp4",
          "place":{"label":"Post 42"},"size":%d,"words":{"lang":"en","text":"A camera on a mast"}}}
        """
            .formatted(matter, sha256, SIZE));
  }

  private static void released(TestClient clerk, String exhibit, JsonNode manifest)
      throws Exception {
    var chunks = ((ObjectNode) manifest.deepCopy()).without("digest");
    said(
        clerk,
        "inquiry.evidence_released",
        "{\"exhibit\":\"%s\",\"level\":\"released\",\"manifest\":%s}".formatted(exhibit, chunks));
  }

  /// Says it, and returns the entry as bodies name it.
  private static String said(TestClient clerk, String kind, String body) throws Exception {
    var request = JSON.createObjectNode().put("kind", kind);
    request.set("body", JSON.readTree(body));
    var written = clerk.post("/api/v1/statements", request.toString()).expect(201);
    var entry = written.at("/entries/0").asText();
    return "ir.sarhad.example/joint#" + entry.substring(entry.indexOf('/') + 1);
  }

  private static void mayUpload(TestClient officer) throws Exception {
    officer.await("/api/v1/session", session -> session.toString().contains("investigator"));
  }

  // ---- alerts ---------------------------------------------------------------------------------

  /// How long alerts take from being sent here to being seen there, sorted.
  private static List<Duration> alerts(TestClient here, TestClient there) throws Exception {
    var took = new ArrayList<Duration>();
    for (int alert = 0; alert < ALERTS; alert++) {
      long began = System.nanoTime();
      var id =
          here.post(
                  "/api/v1/incidents",
                  """
                  {"codeWord":"TUFAN","what":"Post under fire","where":{"label":"Post 42","position":{"lat":26.2381,"lon":61.9},"radiusM":500},
                   "when":"%s","priority":"P1","exercise":true,"audience":"release","language":"en"}
                  """
                      .formatted(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS)))
              .expect(201)
              .at("/id")
              .asText();
      while (there.get("/api/v1/incidents/" + id).status() != 200) {
        Thread.sleep(5);
        assertThat(System.nanoTime() - began).isLessThan(PATIENCE.toNanos());
      }
      took.add(Duration.ofNanos(System.nanoTime() - began));
    }
    took.sort(null);
    return took;
  }

  // ---- waiting --------------------------------------------------------------------------------

  private static String level(JsonNode seen) {
    return seen.at("/file/exhibits/0/level").asText();
  }

  private static long held(JsonNode seen) {
    return seen.at("/file/here/bytesHeld").asLong();
  }

  private static void await(
      TestClient who, String path, java.util.function.Predicate<JsonNode> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var answer = who.get(path);
      if (answer.status() == 200 && wanted.test(answer.json())) {
        return;
      }
      assertThat(System.nanoTime())
          .as("waited in vain at %s; last seen %s", path, answer.text())
          .isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
