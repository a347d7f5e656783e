package org.sarhad.node.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/// Somebody signed in at a node, over HTTP like everybody else.
public final class TestClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String node;
  private final HttpClient http;
  private final String cookie;
  private final String csrf;

  private TestClient(String node, HttpClient http, String cookie, String csrf) {
    this.node = node;
    this.http = http;
    this.cookie = cookie;
    this.csrf = csrf;
  }

  /// An answer.
  ///
  /// @param text the body
  public record Answer(
      String method, String path, int status, String mediaType, String text, HttpResponse<?> raw) {
    /// The body as JSON, after making sure of the status.
    public JsonNode expect(int expected) throws IOException {
      Assertions.assertThat(status).as("%s %s: %s", method, path, text).isEqualTo(expected);
      return json();
    }

    /// The body as JSON; an empty object for an empty body.
    public JsonNode json() throws IOException {
      return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    /// The code of the problem this is.
    public String code() throws IOException {
      return json().path("code").asText();
    }
  }

  /// Signs in; `address` is `host:port`.
  public static TestClient signIn(String address, String login, String password) throws Exception {
    var http = HttpClient.newHttpClient();
    var body = JSON.createObjectNode().put("login", login).put("password", password);
    var response =
        http.send(
            HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Assertions.assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    var set = response.headers().firstValue("Set-Cookie").orElseThrow();
    return new TestClient(
        address,
        http,
        set.substring(0, set.indexOf(';')),
        JSON.readTree(response.body()).path("csrf").asText());
  }

  /// Reads.
  public Answer get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  /// Writes under a key of its own.
  public Answer post(String path, String body) throws Exception {
    return post(path, UUID.randomUUID().toString(), body);
  }

  /// Writes under `key`.
  public Answer post(String path, String key, String body) throws Exception {
    return send(write(path, key).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /// Sends a file, under a key of its own.
  public Answer upload(String path, String mediaType, byte[] content) throws Exception {
    var request =
        request(path)
            .header("Content-Type", mediaType)
            .header("X-CSRF-Token", csrf)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(content)).build());
  }

  /// Sends bytes to where they replace what is there, which needs no key.
  public Answer putBytes(String path, byte[] content) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .header("X-CSRF-Token", csrf)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  /// The same, as somebody who has only the cookie.
  public Answer putBytesWithoutToken(String path, byte[] content) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  /// Fetches a file bit by bit.
  public InputStream stream(String path) throws Exception {
    var response =
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    Assertions.assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  /// Fetches a stretch of a file.
  public HttpResponse<byte[]> range(String path, String range) throws Exception {
    return http.send(
        request(path).header("Range", range).GET().build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /// Fetches a file; what there is of it when the node breaks off.
  public byte[] tryDownload(String path) throws Exception {
    try {
      return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException _) {
      return new byte[0];
    }
  }

  /// The cookie of the session.
  public String cookie() {
    return cookie;
  }

  /// The token of the session.
  public String csrf() {
    return csrf;
  }

  /// Fetches a file.
  public byte[] download(String path) throws Exception {
    var response = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    Assertions.assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  /// Replaces, under a key of its own.
  public Answer put(String path, String body) throws Exception {
    var key = UUID.randomUUID().toString();
    return send(write(path, key).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /// Deletes.
  public Answer delete(String path) throws Exception {
    return send(write(path, UUID.randomUUID().toString()).DELETE().build());
  }

  /// Reads `path` until it is as wanted; fails after a while.
  public JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var answer = get(path);
      var seen = answer.json();
      if (answer.status() == 200 && wanted.test(seen)) {
        return seen;
      }
      Assertions.assertThat(System.nanoTime())
          .as("waited in vain at %s; last seen %s", path, seen)
          .isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  /// The event stream from now on, or from behind `lastEventId` if it is not empty.
  public HttpResponse<java.util.stream.Stream<String>> events(String lastEventId) throws Exception {
    return follow("/api/v1/events", lastEventId);
  }

  /// The same of another stream.
  public HttpResponse<java.util.stream.Stream<String>> follow(String path, String lastEventId)
      throws Exception {
    var request = request(path);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
  }

  private HttpRequest.Builder write(String path, String key) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-CSRF-Token", csrf)
        .header("Idempotency-Key", key);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + node + path)).header("Cookie", cookie);
  }

  private Answer send(HttpRequest request) throws Exception {
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(
        request.method(),
        request.uri().getRawPath(),
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body(),
        response);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
