package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// One signed-in officer at one node, over the public API and nothing else.
final class ApiClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final URI node;
  private final HttpClient http;
  private final String csrf;
  private final String keys;
  private final AtomicLong writes = new AtomicLong();

  private ApiClient(URI node, HttpClient http, String csrf, String keys) {
    this.node = node;
    this.http = http;
    this.csrf = csrf;
    this.keys = keys;
  }

  /// Signs in at `node`, for example `http://127.0.0.1:7101`. Throws [DemoException] if the node
  /// refuses.
  static ApiClient signIn(URI node, String login, String password) {
    var http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(DEADLINE).build();
    var asked = JSON.createObjectNode().put("login", login).put("password", password);
    var request = request(node, "/api/v1/session").POST(body(asked)).build();
    var session = send(http, request).orThrow("signing in as " + login);
    // A prefix of its own for every session, so that a second session's keys are never the first's.
    var keys = session.path("csrf").asText().replaceAll("[^A-Za-z0-9]", "");
    return new ApiClient(
        node,
        http,
        session.path("csrf").asText(),
        keys.substring(0, Math.min(12, keys.length())) + "-" + login + "-");
  }

  /// Reads `path`, for example `/api/v1/overview`.
  Answer get(String path) {
    return send(http, request(node, path).GET().build());
  }

  /// Saves the file at `path` as `target`.
  void download(String path, Path target) {
    try {
      var response = http.send(request(node, path).GET().build(), BodyHandlers.ofFile(target));
      if (response.statusCode() != 200) {
        throw new DemoException("%s was answered %d".formatted(path, response.statusCode()));
      }
    } catch (IOException e) {
      throw new DemoException("%s did not answer: %s".formatted(path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting for " + path, e);
    }
  }

  /// Writes `asked` to `path` under a fresh idempotency key.
  Answer post(String path, JsonNode asked) {
    return send(http, write(path).POST(body(asked)).build());
  }

  /// Replaces what is at `path`.
  Answer put(String path, JsonNode asked) {
    return send(http, write(path).PUT(body(asked)).build());
  }

  private HttpRequest.Builder write(String path) {
    return request(node, path)
        .header("X-CSRF-Token", csrf)
        .header("Idempotency-Key", keys + writes.incrementAndGet());
  }

  private static HttpRequest.Builder request(URI node, String path) {
    return HttpRequest.newBuilder(node.resolve(path))
        .timeout(DEADLINE)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(JsonNode json) {
    return BodyPublishers.ofString(json.toString(), StandardCharsets.UTF_8);
  }

  private static Answer send(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      var text = response.body();
      var isJson = text.startsWith("{") || text.startsWith("[");
      return new Answer(
          response.statusCode(), isJson ? JSON.readTree(text) : MissingNode.getInstance());
    } catch (IOException e) {
      throw new DemoException("%s did not answer: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting for " + request.uri(), e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
