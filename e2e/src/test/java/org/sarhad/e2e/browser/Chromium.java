package org.sarhad.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// A headless Chromium with a fresh profile, spoken to over its DevTools protocol: JSON over one
/// WebSocket, which the JDK has. Background traffic is switched off; what is left is what the page
/// asks for.
final class Chromium implements AutoCloseable {
  /// Where a Chromium may be found, and how to get one.
  static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  static final String TO_GET_IT = "sudo apt-get install chromium";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// How the events begin that come by the hundred with each page, and nobody listens to.
  private static final List<String> UNHEARD =
      Stream.of(
              "Network.dataReceived",
              "Network.policyUpdated",
              "Network.requestServedFromCache",
              "Network.requestWillBeSentExtraInfo",
              "Network.resourceChangedPriority",
              "Network.responseReceived",
              "Network.responseReceivedExtraInfo")
          .map("{\"method\":\"%s\","::formatted)
          .toList();

  private static final AtomicReference<Optional<Chromium>> OF_THIS_JVM =
      new AtomicReference<>(Optional.empty());

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<BiConsumer<String, JsonNode>> listeners = new CopyOnWriteArrayList<>();

  /// The program, if this machine has it.
  static Optional<Path> find() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /// The one of this JVM: started by whoever first asks for it, ended with the JVM. A start and an
  /// end take seconds, and so do the first pages of a new process.
  static synchronized Chromium ofThisJvm() throws IOException {
    Optional<Chromium> before = OF_THIS_JVM.get();
    if (before.isPresent()) {
      return before.get();
    }
    Chromium started = start(find().orElseThrow());
    Runtime.getRuntime().addShutdownHook(new Thread(started::closeQuietly));
    OF_THIS_JVM.set(Optional.of(started));
    return started;
  }

  static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("sarhad-chromium");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-breakpad",
                // What a tab has left is never gone back to.
                "--disable-back-forward-cache",
                "--autoplay-policy=document-user-activation-required",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    try {
      return new Chromium(process, profile, browserAddress(process, profile));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /// Chromium writes its port and the path of its socket into its profile when it is ready.
  private static URI browserAddress(Process process, Path profile) throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.isRegularFile(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() == 2) {
          return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        }
      }
      pause(Duration.ofMillis(50));
    }
    throw new IOException(
        "Chromium did not become ready. It said:\n"
            + Files.readString(profile.resolve("chromium.log")));
  }

  private Chromium(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(address, new Ear())
            .join();
  }

  /// A new tab with a cookie jar, a store and a cache of its own.
  Page newPage() {
    String context =
        call("", "Target.createBrowserContext", Map.of()).path("browserContextId").asText();
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .path("targetId")
            .asText();
    String session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    return new Page(this, session, context);
  }

  /// Sends one command and waits for its answer.
  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    var answer = new CompletableFuture<JsonNode>();
    answers.put(id, answer);
    synchronized (socket) {
      socket.sendText(command.toString(), true).join();
    }
    try {
      return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "Chromium did not do " + method + " " + parameters, e.getCause());
    }
  }

  /// Has every event of the browser passed on: its session, and the event.
  void listen(BiConsumer<String, JsonNode> listener) {
    listeners.add(listener);
  }

  /// Ends the browser and all it started, then takes its profile away: a child outlives its parent
  /// by a moment and still writes there.
  @Override
  public void close() throws IOException {
    socket.abort();
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    if (!haveEnded(all)) {
      all.forEach(ProcessHandle::destroyForcibly);
      if (!haveEnded(all)) {
        throw new IOException("Chromium did not end: " + all + "; its profile is left: " + profile);
      }
    }
    takeAway(profile);
  }

  /// The same at the end of the JVM, where nobody is left to throw at.
  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  /// Deletes a directory in which somebody who was not waited for may still move a file about.
  private static void takeAway(Path directory) throws IOException {
    for (int attempts = 10; ; attempts--) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (IOException | UncheckedIOException e) {
        if (attempts == 1) {
          throw new IOException("could not take away " + directory, e);
        }
        pause(Duration.ofMillis(200));
      }
    }
  }

  private static boolean haveEnded(List<ProcessHandle> processes) {
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a process whose end cannot be waited for", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Puts the pieces of a message together and gives it to whoever waits for it.
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        hear(message.toString());
        message.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(String text) {
      if (UNHEARD.stream().anyMatch(text::startsWith)) {
        return;
      }
      JsonNode heard;
      try {
        heard = JSON.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException("Chromium said what is no JSON: " + text, e);
      }
      CompletableFuture<JsonNode> waiting = answers.remove(heard.path("id").asInt());
      if (waiting == null) {
        listeners.forEach(listener -> listener.accept(heard.path("sessionId").asText(), heard));
      } else if (heard.has("error")) {
        waiting.completeExceptionally(new IllegalStateException(heard.path("error").toString()));
      } else {
        waiting.complete(heard.path("result"));
      }
    }
  }
}
