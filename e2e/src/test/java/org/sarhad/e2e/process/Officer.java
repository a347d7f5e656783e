package org.sarhad.e2e.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/// Somebody signed in at a node's console, over the public API.
public final class Officer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI node;
  private final HttpClient http;
  private final String csrf;

  private Officer(URI node, HttpClient http, String csrf) {
    this.node = node;
    this.http = http;
    this.csrf = csrf;
  }

  /// Signs in at the console on `port`.
  public static Officer signIn(int port, String login, String password) throws Exception {
    var node = URI.create("http://127.0.0.1:" + port);
    var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var nobody = new Officer(node, http, "");
    var asked = JSON.createObjectNode().put("login", login).put("password", password);
    var session = nobody.post("/api/v1/session", asked.toString());
    return new Officer(node, http, session.path("csrf").asText());
  }

  /// Reads `path`.
  public JsonNode get(String path) throws Exception {
    return send(HttpRequest.newBuilder(node.resolve(path)).GET());
  }

  /// Writes `body` to `path`.
  public JsonNode post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(node.resolve(path))
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", csrf)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body)));
  }

  /// Reads `path` until it is as wanted.
  public JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var seen = get(path);
      if (wanted.test(seen)) {
        return seen;
      }
      Assertions.assertThat(System.nanoTime())
          .as("waited in vain at %s; last seen %s", path, seen)
          .isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    var response = http.send(request.build(), BodyHandlers.ofString());
    Assertions.assertThat(response.statusCode())
        .as("%s: %s", response.uri(), response.body())
        .isBetween(200, 299);
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
