package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Files of exhibits over HTTP: what goes in, what comes out, and what is refused, on one node.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExhibitApiTest {
  private static final int CHUNK = Manifest.CHUNK_BYTES;

  private Path directory;
  private TestNode node;
  private TestClient clerk;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    node =
        TestNode.start(
            directory.resolve("ir"), "ir", "exhibits.quota = 64 MiB", "exhibits.reserve = 1 B");
    clerk = node.signIn("clerk");
    mayUpload(clerk);
  }

  /// A role counts once the entry that grants it is durable.
  private static void mayUpload(TestClient officer) throws Exception {
    officer.await("/api/v1/session", session -> session.toString().contains("investigator"));
  }

  @AfterAll
  void stop() {
    clerk.close();
    node.close();
  }

  // ---- going in -------------------------------------------------------------------------------

  @Test
  void aFileGoesInByChunksAndComesOutTheSame() throws Exception {
    var file = file(2 * CHUNK + 77, 1);
    var id = begin(clerk, file.length, "");
    assertThat(put(id, file, 2).json().at("/missing/0/to").asInt()).isEqualTo(2);
    assertThat(put(id, file, 0).json().at("/bytesHeld").asLong()).isEqualTo(CHUNK + 77L);
    assertThat(put(id, file, 0).status()).as("the same chunk again").isEqualTo(200);
    node.restart();
    try (var again = node.signIn("clerk")) {
      var upload = again.get("/api/v1/exhibit-uploads/" + id).expect(200);
      assertThat(upload.at("/missing").toString()).isEqualTo("[{\"from\":1,\"to\":2}]");
      assertThat(finish(again, id, "").code()).isEqualTo("file.incomplete");
      put(again, id, file, 1).expect(200);
      var detail = finish(again, id, sha256(file)).expect(201);
      assertThat(detail.at("/file/sha256").asText()).isEqualTo(sha256(file));
      assertThat(detail.at("/manifest/chunks")).hasSize(3);
      assertThat(detail.at("/manifest/chunks/2").asText())
          .isEqualTo(sha256(Arrays.copyOfRange(file, 2 * CHUNK, file.length)));
      assertThat(again.download(content(file))).isEqualTo(file);
      again.delete("/api/v1/exhibit-files/" + sha256(file)).expect(204);
    }
    clerk.close();
    clerk = node.signIn("clerk");
  }

  @Test
  void whatIsWrongWithAChunkIsSaid() throws Exception {
    var file = file(CHUNK + 10, 2);
    var id = begin(clerk, file.length, "");
    var first = Arrays.copyOf(file, CHUNK);
    var last = Arrays.copyOfRange(file, CHUNK, file.length);
    var path = "/api/v1/exhibit-uploads/" + id + "/chunks/";
    var zero = sha256(new byte[0]);
    assertThat(clerk.putBytes(path + "0?sha256=" + zero, first).code())
        .isEqualTo("file.chunk_digest");
    assertThat(clerk.putBytes(path + "0?sha256=" + sha256(last), last).code())
        .isEqualTo("file.chunk_size");
    assertThat(clerk.putBytes(path + "2?sha256=" + sha256(last), last).code())
        .isEqualTo("file.chunk_unknown");
    assertThat(clerk.putBytes(path + "99999999999?sha256=" + zero, last).status()).isEqualTo(400);
    assertThat(clerk.putBytes(path + "0", first).status()).isEqualTo(400);
    assertThat(
            clerk
                .putBytes(path + "0?sha256=" + sha256(first).toUpperCase(Locale.ROOT), first)
                .status())
        .isEqualTo(400);
    var larger = new byte[CHUNK + 1];
    assertThat(clerk.putBytes(path + "0?sha256=" + sha256(larger), larger).status())
        .as("oversized")
        .isEqualTo(413);
    assertThat(clerk.put(path + "0?sha256=" + sha256(first), "{}").status())
        .as("another media type")
        .isEqualTo(415);
    var strange = "/api/v1/exhibit-uploads/" + "0".repeat(32) + "/chunks/0?sha256=";
    assertThat(clerk.putBytes(strange + sha256(first), first).code())
        .isEqualTo("file.upload_unknown");
    clerk.putBytes(path + "0?sha256=" + sha256(first), first).expect(200);
    var other = file(CHUNK, 3);
    assertThat(clerk.putBytes(path + "0?sha256=" + sha256(other), other).code())
        .isEqualTo("file.chunk_taken");
    clerk.delete("/api/v1/exhibit-uploads/" + id).expect(204);
    assertThat(clerk.get("/api/v1/exhibit-uploads/" + id).status()).isEqualTo(404);
  }

  @Test
  void anotherFileThanAnnouncedLeavesNothing() throws Exception {
    var file = file(1_000, 4);
    var id = begin(clerk, file.length, ",\"sha256\":\"%s\"".formatted(sha256(new byte[1])));
    put(id, file, 0).expect(200);
    assertThat(finish(clerk, id, "").code()).isEqualTo("file.digest_mismatch");
    assertThat(clerk.get("/api/v1/exhibit-files/" + sha256(file)).status()).isEqualTo(404);
    assertThat(clerk.get(content(file)).status()).isEqualTo(404);
    assertThat(finish(clerk, id, "").code()).isEqualTo("file.upload_unknown");
    try (var admin = node.signIn("admin")) {
      admin.await(
          "/api/v1/audit?limit=50", page -> page.toString().contains("file.digest_mismatch"));
    }
  }

  @Test
  void beginningTwiceUnderOneKeyBeginsOnce() throws Exception {
    var body = "{\"sizeBytes\":1000,\"media\":\"image/png\"}";
    var key = "upload-begun-once";
    var first = clerk.post("/api/v1/exhibit-uploads", key, body).expect(201);
    var second = clerk.post("/api/v1/exhibit-uploads", key, body).expect(201);
    assertThat(second).isEqualTo(first);
    var id = first.at("/upload/upload").asText();
    clerk.delete("/api/v1/exhibit-uploads/" + id).expect(204);
  }

  @Test
  void sizesAndRoomAreLookedAtFirst() throws Exception {
    var request = "{\"sizeBytes\":%s,\"media\":\"%s\"}";
    for (var wrong :
        new String[] {
          request.formatted("0", "video/mp4"),
          request.formatted("2147483649", "video/mp4"),
          request.formatted("-1", "video/mp4"),
          request.formatted("1.5", "video/mp4"),
          request.formatted("1000", "text/html; charset=x"),
          request.formatted("1000", "video"),
          "{\"sizeBytes\":1000}",
          "{\"media\":\"video/mp4\"}"
        }) {
      assertThat(clerk.post("/api/v1/exhibit-uploads", wrong).status()).as(wrong).isEqualTo(400);
    }
    var large = clerk.post("/api/v1/exhibit-uploads", request.formatted(65 << 20, "video/mp4"));
    assertThat(large.code()).isEqualTo("file.quota_reached");
    assertThat(large.json().at("/sentence").asText()).contains("exhibits.quota");
  }

  @Test
  void whoMayNotMayNot() throws Exception {
    var file = file(1_000, 5);
    var id = begin(clerk, file.length, "");
    var chunk = "/api/v1/exhibit-uploads/" + id + "/chunks/0?sha256=" + sha256(file);
    for (var login : new String[] {"watch", "commander", "observer", "admin"}) {
      try (var other = node.signIn(login)) {
        assertThat(other.putBytes(chunk, file).status()).as(login).isEqualTo(403);
        assertThat(other.get("/api/v1/exhibit-uploads").status()).as(login).isEqualTo(403);
        assertThat(other.get(content(file)).status()).as(login).isEqualTo(403);
        boolean sees = login.equals("admin");
        assertThat(other.get("/api/v1/exhibit-files").status()).isEqualTo(sees ? 200 : 403);
      }
    }
    try (var chief = node.signIn("chief")) {
      assertThat(chief.putBytes(chunk, file).status()).as("sees, and does not add").isEqualTo(403);
      chief.get("/api/v1/exhibit-uploads/" + id).expect(200);
    }
    assertThat(clerk.putBytesWithoutToken(chunk, file).code()).isEqualTo("session.csrf");
    clerk.delete("/api/v1/exhibit-uploads/" + id).expect(204);
  }

  /// A client that sends a chunk drop by drop is cut off, and nothing of the chunk is kept.
  @Test
  void aSenderWhoStopsIsToldSo() throws Exception {
    try (var slow =
            TestNode.start(directory.resolve("slow"), "pk", "console.request-deadline = 700 ms");
        var officer = slow.signIn("clerk")) {
      mayUpload(officer);
      var file = file(CHUNK, 6);
      var id = begin(officer, file.length, "");
      var address = slow.running().consoleAddress();
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.host(), address.port()));
        socket.setSoTimeout(20_000);
        var head =
            "PUT /api/v1/exhibit-uploads/%s/chunks/0?sha256=%s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nX-CSRF-Token: %s\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n"
                .formatted(id, sha256(file), officer.cookie(), officer.csrf(), CHUNK);
        var out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(file, 0, 100_000);
        out.flush();
        for (int drop = 0; drop < 4; drop++) {
          Thread.sleep(400);
          out.write(file, 100_000 + drop, 1);
          out.flush();
        }
        assertThat(firstLine(socket.getInputStream())).contains(" 408 ");
      }
      assertThat(officer.get("/api/v1/exhibit-uploads/" + id).json().at("/bytesHeld").asInt())
          .isZero();
    }
  }

  private static String firstLine(InputStream in) throws Exception {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  // ---- coming out -----------------------------------------------------------------------------

  @Test
  void aFileIsGivenOutAsOneToSaveAndNeverToOpen() throws Exception {
    var page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    var id = begin(clerk, page.length, "", "text/html");
    put(id, page, 0).expect(200);
    finish(clerk, id, "").expect(201);
    var answer = clerk.get(content(page));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/octet-stream");
    assertHeader(
        answer.raw(),
        "Content-Disposition",
        "attachment; filename=\"%s.bin\"".formatted(sha256(page)));
    assertHeader(answer.raw(), "X-Content-Type-Options", "nosniff");
    assertHeader(answer.raw(), "Content-Security-Policy", "default-src 'none'; sandbox");
    assertHeader(answer.raw(), "Cross-Origin-Resource-Policy", "same-origin");
    assertHeader(answer.raw(), "Cache-Control", "no-store");
    try (var admin = node.signIn("admin")) {
      admin.await(
          "/api/v1/audit?limit=50",
          trail -> trail.toString().contains("download of " + sha256(page)));
    }
  }

  private static void assertHeader(HttpResponse<?> answer, String name, String value) {
    assertThat(answer.headers().firstValue(name)).as(name).contains(value);
  }

  @Test
  void stretchesAreGivenAndNothingBeyond() throws Exception {
    var file = file(CHUNK + 5_000, 7);
    var id = begin(clerk, file.length, "");
    put(id, file, 0).expect(200);
    put(id, file, 1).expect(200);
    finish(clerk, id, "").expect(201);
    var across = clerk.range(content(file), "bytes=%d-%d".formatted(CHUNK - 10, CHUNK + 9));
    assertThat(across.statusCode()).isEqualTo(206);
    assertThat(across.body()).isEqualTo(Arrays.copyOfRange(file, CHUNK - 10, CHUNK + 10));
    assertHeader(
        across, "Content-Range", "bytes %d-%d/%d".formatted(CHUNK - 10, CHUNK + 9, file.length));
    var last = clerk.range(content(file), "bytes=-5");
    assertThat(last.body()).isEqualTo(Arrays.copyOfRange(file, file.length - 5, file.length));
    for (var abuse :
        new String[] {
          "bytes=9999999999-",
          "bytes=5-4",
          "bytes=0-1,3-4",
          "bytes=-0",
          "bytes=x",
          "bytes=" + "0-1,".repeat(500) + "0-1"
        }) {
      var answer = clerk.range(content(file), abuse);
      assertThat(answer.statusCode()).as(abuse).isEqualTo(416);
      assertHeader(answer, "Content-Range", "bytes */" + file.length);
    }
    assertThat(clerk.range(content(file), "lines=1-2").body()).hasSize(file.length);
  }

  @Test
  void whatRottedOnTheDiskIsNotGivenOut() throws Exception {
    var file = file(2_000, 8);
    var id = begin(clerk, file.length, "");
    put(id, file, 0).expect(200);
    finish(clerk, id, "").expect(201);
    var bytes = node.directory().resolve("data/exhibits/whole/%s/bytes".formatted(sha256(file)));
    var rotten = file.clone();
    rotten[5] ^= 1;
    Files.write(bytes, rotten);
    assertThat(clerk.tryDownload(content(file))).as("cut off instead").isNotEqualTo(rotten);
    clerk.await(
        "/api/v1/exhibit-files/" + sha256(file),
        seen -> seen.at("/file/here/state").asText().equals("damaged"));
    assertThat(clerk.get(content(file)).code()).isEqualTo("file.damaged");
    var again = begin(clerk, file.length, "");
    put(again, file, 0).expect(200);
    finish(clerk, again, "").expect(201);
    assertThat(clerk.download(content(file))).isEqualTo(file);
  }

  // ---- what they share ------------------------------------------------------------------------

  private static String begin(TestClient who, int bytes, String more) throws Exception {
    return begin(who, bytes, more, "video/mp4");
  }

  private static String begin(TestClient who, int bytes, String more, String media)
      throws Exception {
    return who.post(
            "/api/v1/exhibit-uploads",
            "{\"sizeBytes\":%d,\"media\":\"%s\"%s}".formatted(bytes, media, more))
        .expect(201)
        .at("/upload/upload")
        .asText();
  }

  private TestClient.Answer put(String id, byte[] file, int index) throws Exception {
    return put(clerk, id, file, index);
  }

  private static TestClient.Answer put(TestClient who, String id, byte[] file, int index)
      throws Exception {
    var chunk = Arrays.copyOfRange(file, index * CHUNK, Math.min(file.length, (index + 1) * CHUNK));
    return who.putBytes(
        "/api/v1/exhibit-uploads/%s/chunks/%d?sha256=%s".formatted(id, index, sha256(chunk)),
        chunk);
  }

  private static TestClient.Answer finish(TestClient who, String id, String sha256)
      throws Exception {
    return who.post(
        "/api/v1/exhibit-uploads/%s/finish".formatted(id),
        sha256.isEmpty() ? "{}" : "{\"sha256\":\"%s\"}".formatted(sha256));
  }

  private static String content(byte[] file) {
    return "/api/v1/exhibit-files/%s/content".formatted(sha256(file));
  }

  private static String sha256(byte[] bytes) {
    return Merkle.sha256(Bytes.of(bytes)).hex();
  }

  private static byte[] file(int bytes, long seed) {
    var file = new byte[bytes];
    new Random(seed).nextBytes(file);
    return file;
  }
}
