package org.sarhad.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.sarhad.e2e.process.Officer;
import org.sarhad.e2e.process.Sarhad;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.demo.LinkRelay;
import org.sarhad.node.testing.FreePorts;

/// Two nodes of two neighbours who have worked together for long, each a process, and the cables
/// between them. Everything of the worked example is in their logs, as `sarhad demo` says it, and
/// then more of all of it ([BusyYear]), until side A's node holds as many entries as are asked for.
///
/// That takes minutes, so it is made once and kept.
final class BusyBorder implements AutoCloseable {
  /// Until here the demo is played: what follows would put an old backup in the place of a node.
  private static final String FAR_ENOUGH = "an old backup is put in its place";

  private static final String MARK = "complete";
  private static final int PORTS = 22;
  private static final int PEER_OFFSET = 10;
  private static final int RELAY_OFFSET = 20;
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration EVEN_WITHIN = Duration.ofMinutes(10);

  /// The limits that guard a node from its own side and from its neighbour; they are not what is
  /// measured, and writing a year would take a day within them.
  private static final List<String> UNLIMITED =
      List.of(
          "console.requests-max = 2000",
          "console.rate-per-account = 100000",
          "peer.entries-per-second = 1000000",
          "peer.entries-burst = 1000000");

  private final int port;
  private final List<LinkRelay> cables = new ArrayList<>();
  private final List<Process> nodes = new ArrayList<>();

  /// Who looks at how much each node holds, by side.
  private final Map<String, Officer> lookers = new ConcurrentHashMap<>();

  /// The two of them, running, with at least `entries` in the logs that side A's node holds.
  ///
  /// @param kept where they are made, or have been made before
  static BusyBorder of(Path kept, int entries) throws Exception {
    var directory = kept.resolve("busy-border-" + entries);
    var mark = directory.resolve(MARK);
    if (!Files.exists(mark)) {
      clear(directory);
      int port = play(directory);
      for (var party : List.of("ir", "pk")) {
        Files.write(
            directory.resolve(party).resolve(NodeConfig.FILE_NAME),
            UNLIMITED,
            StandardOpenOption.APPEND);
      }
      try (var border = new BusyBorder(directory, port)) {
        BusyYear.write(border, entries);
        border.even();
      }
      Files.writeString(mark, Integer.toString(port));
    }
    return new BusyBorder(directory, Integer.parseInt(Files.readString(mark)));
  }

  /// Plays the worked example; the port that the console of side A has from then on.
  private static int play(Path directory) throws IOException, InterruptedException {
    int port = FreePorts.run(PORTS);
    var demo =
        new ProcessBuilder(
                Sarhad.commandLine(
                    "demo", "--once", "--dir", directory.toString(), "--port", "" + port))
            .redirectErrorStream(true)
            .start();
    var said = new StringBuilder();
    try (var lines =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.contains(FAR_ENOUGH)) {
          demo.destroy();
          demo.waitFor();
          ended(port);
          ended(port + 1);
          return port;
        }
      }
    }
    throw new IOException("the demo ended before it was to:\n" + said);
  }

  /// Waits until nothing listens on `port` any more.
  private static void ended(int port) throws IOException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (answers(port, "/health/live")) {
      if (System.nanoTime() > end) {
        throw new IOException("the node of the demo on port " + port + " does not end");
      }
      Chromium.pause(Duration.ofMillis(200));
    }
    // What it still writes when it no longer listens.
    Chromium.pause(Duration.ofSeconds(2));
  }

  private BusyBorder(Path directory, int port) throws IOException {
    this.port = port;
    for (int side = 0; side < 2; side++) {
      cables.add(new LinkRelay(port + RELAY_OFFSET + side, port + PEER_OFFSET + side));
    }
    nodes.add(start(directory.resolve("ir")));
    nodes.add(start(directory.resolve("pk")));
    for (int side = 0; side < 2; side++) {
      awaitReady(port + side, nodes.get(side), directory);
    }
  }

  /// With the Java and the options of `./sarhad node`.
  private static Process start(Path directory) throws IOException {
    var command = Sarhad.commandLine("node", "--directory", directory.toString());
    command.addAll(
        1,
        List.of(
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms24m",
            "-XX:+ExitOnOutOfMemoryError"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(
                directory.resolveSibling(directory.getFileName() + ".log").toFile()))
        .start();
  }

  private static void awaitReady(int port, Process node, Path directory) throws IOException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (!answers(port, "/health/ready")) {
      if (!node.isAlive() || System.nanoTime() > end) {
        throw new IOException("a node did not become ready; see its log in " + directory);
      }
      Chromium.pause(Duration.ofMillis(100));
    }
  }

  private static boolean answers(int port, String path) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + path).toURL();
      return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// A place of side A's console.
  URI at(String place) {
    return URI.create("http://127.0.0.1:%d/#/%s".formatted(port, place));
  }

  /// Somebody signed in at a node, at one of the desks of the demo.
  ///
  /// @param party `ir` for side A, `pk` for side B
  Officer officer(String party, String desk) throws Exception {
    return Officer.signIn(port + (party.equals("ir") ? 0 : 1), desk, password(party, desk));
  }

  /// As the demo has it.
  static String password(String party, String desk) {
    return "demo-%s-%s".formatted(desk, party);
  }

  /// Processor time of side A's node so far.
  Duration cpu() {
    return nodes.getFirst().info().totalCpuDuration().orElseThrow();
  }

  /// Memory of side A's node that is in RAM, in MB.
  long residentMb() throws IOException {
    try (var status = Files.lines(Path.of("/proc/" + nodes.getFirst().pid() + "/status"))) {
      return status
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .sum()
          / 1_000;
    }
  }

  /// Waits until each node has all that the other has released.
  synchronized void even() throws Exception {
    long end = System.nanoTime() + EVEN_WITHIN.toNanos();
    while (!sizes(looker("ir")).equals(sizes(looker("pk")))) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "the nodes differ: %s and %s".formatted(sizes(looker("ir")), sizes(looker("pk"))));
      }
      Chromium.pause(Duration.ofMillis(200));
    }
  }

  /// Signed in once: of many sessions of one account a node ends the oldest.
  private Officer looker(String party) throws Exception {
    var known = lookers.get(party);
    if (known == null) {
      known = officer(party, "relief");
      lookers.put(party, known);
    }
    return known;
  }

  /// How many entries of the log of each side a node holds.
  private static List<Long> sizes(Officer at) throws Exception {
    var logs = at.get("/api/v1/record/heads").path("logs");
    return List.of(size(logs, "ir"), size(logs, "pk"));
  }

  private static long size(JsonNode logs, String name) {
    for (var log : logs) {
      if (log.path("log").asText().equals(name)) {
        return log.path("size").asLong();
      }
    }
    return 0;
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// Asks both nodes to end, as their operators would.
  @Override
  public void close() throws IOException {
    lookers.values().forEach(Officer::close);
    nodes.forEach(Process::destroy);
    for (var node : nodes) {
      node.onExit().completeOnTimeout(node, 60, TimeUnit.SECONDS).join();
      node.destroyForcibly();
    }
    for (var cable : cables) {
      cable.close();
    }
  }
}
