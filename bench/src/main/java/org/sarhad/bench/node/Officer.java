package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.bench.http.Answer;
import org.sarhad.bench.http.Connection;
import org.sarhad.tlog.Bytes;

/// Somebody signed in at a node, over its public API.
final class Officer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// How long an answer may take before a row fails.
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI node;
  private final Connection connection;
  private final String cookie;
  private final String csrf;
  private final String keys = UUID.randomUUID().toString().substring(0, 8) + "-";
  private final AtomicLong writes = new AtomicLong();

  private Officer(URI node, Connection connection, String cookie, String csrf) {
    this.node = node;
    this.connection = connection;
    this.cookie = cookie;
    this.csrf = csrf;
  }

  static Officer signIn(URI node, String login, String password) throws IOException {
    var connection = new Connection(node, PATIENCE);
    Answer answer =
        connection.ask(
            "POST",
            "/api/v1/session",
            Map.of("Content-Type", "application/json"),
            bytes(object().put("login", login).put("password", password)));
    String cookie = answer.header("set-cookie").orElse("").split(";", 2)[0];
    return new Officer(node, connection, cookie, checked(answer).path("csrf").asText());
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// The node.
  URI node() {
    return node;
  }

  /// Another connection to the same node, for one thread more.
  Connection connect() throws IOException {
    return new Connection(node, PATIENCE);
  }

  JsonNode get(String path) throws IOException {
    return checked(connection.ask("GET", path, readHeaders(), Bytes.EMPTY));
  }

  /// Whether there is something at `path`.
  boolean has(String path) throws IOException {
    return connection.ask("GET", path, readHeaders(), Bytes.EMPTY).status() == 200;
  }

  JsonNode post(String path, JsonNode body) throws IOException {
    return post(connection, path, body);
  }

  /// A write over a connection of the caller's own, which goes on while others write over theirs.
  JsonNode post(Connection own, String path, JsonNode body) throws IOException {
    return checked(own.ask("POST", path, writeHeaders(), bytes(body)));
  }

  Map<String, String> readHeaders() {
    return Map.of("Cookie", cookie);
  }

  /// Of bytes that come bit by bit.
  Map<String, String> streamHeaders() {
    return Map.of(
        "Cookie", cookie, "X-CSRF-Token", csrf, "Content-Type", "application/octet-stream");
  }

  private Map<String, String> writeHeaders() {
    return Map.of(
        "Cookie",
        cookie,
        "X-CSRF-Token",
        csrf,
        "Idempotency-Key",
        keys + writes.incrementAndGet(),
        "Content-Type",
        "application/json");
  }

  private static Bytes bytes(JsonNode json) {
    return Bytes.ofUtf8(json.toString());
  }

  private static JsonNode checked(Answer answer) throws IOException {
    if (answer.status() / 100 != 2) {
      throw new IOException("answered " + answer.status() + ": " + answer.text());
    }
    return answer.body().isEmpty() ? object() : JSON.readTree(answer.text());
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
