package org.sarhad.e2e.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Serves the console and answers its calls from files, so that every state of the world (a silent
/// peer, a fork, an empty queue, an officer before the watch) can be looked at without arranging
/// it.
///
/// The answers have the shapes of `docs/api/openapi.yaml`; `CannedAnswersTest` holds them to it.
final class CannedNode implements AutoCloseable {
  private static final String API = "/api/v1";

  /// By how many milliseconds every answer is late: with some, a test that looks before what it
  /// looks for has come fails each time and not once a month.
  private static final long LATE = Long.getLong("sarhad.late", 0);

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final HttpServer server;
  private final List<Path> consoles;
  private final Path answers;
  private final List<Write> writes = new CopyOnWriteArrayList<>();
  private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();
  private final List<OutputStream> followers = new CopyOnWriteArrayList<>();
  private final Map<String, Path> added = new ConcurrentHashMap<>();
  private volatile String scene;
  private volatile boolean signedIn;
  private volatile String refusal = "";

  /// A write that the console sent.
  record Write(String method, String path, String body) {}

  /// Starts on a free port of the loopback address.
  ///
  /// @param consoles directories of the console, the first that has a file serves it
  /// @param answers directory with one directory per scene; what a scene lacks is taken from `live`
  static CannedNode start(List<Path> consoles, Path answers, String scene) throws IOException {
    return new CannedNode(consoles, answers, scene, 0);
  }

  private CannedNode(List<Path> consoles, Path answers, String scene, int port) throws IOException {
    this.consoles = consoles;
    this.answers = answers;
    this.scene = scene;
    this.signedIn = !scene.equals("door");
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serveFile);
    server.createContext(API, this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/console/index.html");
  }

  /// Changes the state of the world; the console learns of it when it next asks, or is
  /// [told][#tell].
  void play(String scene) {
    this.scene = scene;
    this.signedIn = !scene.equals("door");
  }

  /// Becomes a node to which nobody has said anything yet, in the state `scene` of the world.
  /// Nobody listens to it any more.
  void forget(String scene) {
    listeners.clear();
    writes.clear();
    added.clear();
    refusal = "";
    play(scene);
  }

  /// From now on refuses whatever is written, with this code.
  void refuseWrites(String code) {
    refusal = code;
  }

  /// Makes a directory of answers a scene of its own.
  void addScene(String name, Path directory) {
    added.put(name, directory);
  }

  /// Sends an event to every console that listens.
  void tell(String name, String data) {
    tellAll(listeners, name, data);
  }

  /// Sends one to every console that follows tracks.
  void tellOfTracks(String name, String data) {
    tellAll(followers, name, data);
  }

  private static void tellAll(List<OutputStream> listeners, String name, String data) {
    byte[] event = "event: %s\ndata: %s\n\n".formatted(name, data).getBytes(StandardCharsets.UTF_8);
    listeners.removeIf(listener -> !write(listener, event));
  }

  /// Whether the listener is still there.
  private static boolean write(OutputStream listener, byte[] event) {
    try {
      listener.write(event);
      listener.flush();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Everything the console has written so far, oldest first.
  List<Write> writes() {
    return List.copyOf(writes);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serveFile(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/console/", "");
    Optional<Path> file =
        consoles.stream()
            .map(console -> console.resolve(path).normalize())
            .filter(candidate -> consoles.stream().anyMatch(candidate::startsWith))
            .filter(Files::isRegularFile)
            .findFirst();
    if (file.isEmpty()) {
      // A picture that is shown by itself names no icon, so the browser asks for the usual one.
      int status = path.equals("/favicon.ico") ? 204 : 404;
      send(exchange, status, "text/plain", "no-store", new byte[0]);
      return;
    }
    String name = file.get().getFileName().toString();
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    // Nobody writes the console anew while it is looked at.
    send(exchange, 200, type, "max-age=3600", Files.readAllBytes(file.get()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(API.length());
    String method = exchange.getRequestMethod();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Chromium.pause(Duration.ofMillis(LATE));
    if (!method.equals("GET")) {
      writes.add(new Write(method, path, body));
    }
    switch (method + " " + path) {
      case String replay when replay.startsWith("GET ") && path.endsWith("/replay") ->
          sendReplay(exchange, path);
      case "GET /events" -> listen(exchange, listeners);
      case "GET /tracks/events" -> listen(exchange, followers);
      case "POST /session" -> signIn(exchange, body);
      case "DELETE /session" -> {
        signedIn = false;
        exchange.sendResponseHeaders(204, -1);
      }
      default -> {
        if (!signedIn) {
          refuse(exchange, 401, "session.none");
        } else if (method.equals("GET") || (isAsked(path) && refusal.isEmpty())) {
          sendAnswer(exchange, 200, path);
        } else if (!refusal.isEmpty()) {
          refuse(exchange, 409, refusal);
        } else {
          send(exchange, 201, "application/json", WRITTEN.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  /// What is asked with a body, and answered from a file like anything else that is read.
  private static final Set<String> ASKED =
      Set.of(
          "/link/self-test",
          "/modalities/previews",
          "/posture/counsel",
          "/inquiry/lists/preview",
          "/market/lines/preview",
          "/screening/hits",
          "/screening/files",
          "/screening/own/table");

  private static boolean isAsked(String path) {
    return ASKED.contains(path)
        || path.endsWith("/meter/preview")
        || (path.startsWith("/posture/comparison/") && path.endsWith("/sites"));
  }

  private static final String WRITTEN =
      """
      {"id": "ir-2026-0033", "entries": ["ir/48"], "durableAt": "2026-11-22T02:49:10.000Z"}""";

  private void signIn(HttpExchange exchange, String body) throws IOException {
    if (body.contains("wrong")) {
      refuse(exchange, 401, "session.wrong");
    } else {
      signedIn = true;
      sendAnswer(exchange, 201, "/session");
    }
  }

  private void sendAnswer(HttpExchange exchange, int status, String path) throws IOException {
    Optional<Path> found = answerTo(path);
    if (found.isPresent()) {
      send(exchange, status, "application/json", Files.readAllBytes(found.get()));
    } else {
      refuse(exchange, 404, "api.unknown");
    }
  }

  private Optional<Path> answerTo(String path) {
    String file = path.substring(1) + ".json";
    return Stream.of(
            added.getOrDefault(scene, answers.resolve(scene)).resolve(file),
            answers.resolve("live").resolve(file))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// A moment of the past: from the file of the viewpoint that was asked for, and about the moment
  /// that was asked for, whatever the file says.
  private void sendReplay(HttpExchange exchange, String path) throws IOException {
    Map<String, String> asked = queryOf(exchange);
    String as = asked.getOrDefault("as", "own").replace("own", "ir");
    Optional<Path> file = answerTo(path + "-" + as);
    if (file.isEmpty()) {
      refuse(exchange, 404, "api.unknown");
      return;
    }
    String answer = Files.readString(file.get());
    String at = asked.get("at");
    send(
        exchange,
        200,
        "application/json",
        (at == null ? answer : answer.replaceFirst("\"at\": \"[^\"]+\"", "\"at\": \"" + at + "\""))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> queryOf(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    Map<String, String> pairs = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      pairs.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return pairs;
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    String problem =
        """
        {"code": "%s", "sentence": "Refused by the canned node.", "detail": "", "retry": "changed", "help": ""}
        """
            .formatted(code);
    send(exchange, status, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8));
  }

  private static void listen(HttpExchange exchange, List<OutputStream> listeners)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(
        "event: hello\ndata: {\"at\":\"2026-11-22T02:49:10.000Z\"}\n\n"
            .getBytes(StandardCharsets.UTF_8));
    out.flush();
    listeners.add(out);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    send(exchange, status, type, "no-store", body);
  }

  private static void send(
      HttpExchange exchange, int status, String type, String caching, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", caching);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// For looking at the console by hand: `CannedNode PORT SCENE CONSOLE_DIR… ANSWERS_DIR`.
  public static void main(String[] args) {
    List<Path> paths = List.of(args).subList(2, args.length).stream().map(Path::of).toList();
    try {
      var node =
          new CannedNode(
              paths.subList(0, paths.size() - 1),
              paths.getLast(),
              args[1],
              Integer.parseInt(args[0]));
      System.out.println(node.address());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
