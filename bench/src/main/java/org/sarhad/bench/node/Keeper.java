package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Child;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.http.Connection;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.tlog.Bytes;

/// One node of one side: a directory, and most of the time a process.
final class Keeper implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final String ADMIN_PASSWORD = "bench-admin-password";
  private static final String WATCH = "watch";
  private static final String CHIEF = "chief";
  private static final String WATCH_PASSWORD = "bench-watch-password";

  private final String party;
  private final Path directory;
  private final Provider provider;
  private final URI console;
  private final int peerPort;
  private Optional<Child> process;

  private Keeper(String party, Path directory, Provider provider, URI console, int peerPort) {
    this.party = party;
    this.directory = directory;
    this.provider = provider;
    this.console = console;
    this.peerPort = peerPort;
    this.process = Optional.empty();
  }

  /// Makes the directory of a new node below `parent` and starts it. The limits that protect a node
  /// from its own side and from its neighbour are lifted: they are not what is measured.
  static Keeper begin(Path parent, String party, Provider provider) throws IOException {
    Path directory = parent.resolve(party);
    int consolePort = freePort();
    int peerPort = freePort();
    List<String> settings =
        List.of(
            "party.id = " + party,
            "party.letter = " + (party.equals("ir") ? "A" : "B"),
            "channel.id = sarhad.example/ir-pk",
            "console.address = 127.0.0.1:" + consolePort,
            "console.requests-max = 2000",
            "console.rate-per-account = 100000",
            "peer.address = 127.0.0.1:" + peerPort,
            "peer.entries-per-second = 1000000",
            "peer.entries-burst = 1000000",
            provider.setting());
    List<String> create =
        new ArrayList<>(List.of("keys", "new", "--directory", directory.toString()));
    settings.forEach(line -> create.addAll(List.of("--set", line)));
    run(parent, Map.of(), create);
    run(
        parent,
        Map.of("SARHAD_PASSWORD", ADMIN_PASSWORD),
        List.of(
            "account",
            "add",
            "--directory",
            directory.toString(),
            "--login",
            "admin",
            "--role",
            "admin"));
    var console = URI.create("http://127.0.0.1:" + consolePort);
    var keeper = new Keeper(party, directory, provider, console, peerPort);
    keeper.restart();
    return keeper;
  }

  /// The node of party `ir` with at least `count` entries in its log, not running. Made once, which
  /// may take minutes, and kept for the next time.
  static Keeper filled(Options options, long count, Provider provider, Report report)
      throws Exception {
    Path parent = Files.createDirectories(options.kept().resolve("filled-" + count));
    Path mark = parent.resolve("complete");
    if (!Files.exists(mark)) {
      report.progress("writing " + count + " entries, kept below " + options.kept());
      Scratch.clear(parent);
      try (Keeper fresh = begin(parent, "ir", Provider.JDK)) {
        fresh.enrolWatch().close();
        fresh.stop();
        Filler.fill(fresh.directory, WATCH, WATCH_PASSWORD, count, report);
      }
      Files.createFile(mark);
    }
    Path directory = parent.resolve("ir");
    use(provider, directory);
    var config = NodeConfig.load(directory);
    return new Keeper(
        "ir",
        directory,
        provider,
        URI.create("http://" + config.console().address()),
        config.peer().address().port());
  }

  /// From its next start on, the node of `directory` has its signatures done by `provider`.
  private static void use(Provider provider, Path directory) throws IOException {
    Path file = directory.resolve(NodeConfig.FILE_NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> line.startsWith(Provider.KEY));
    lines.add(provider.setting());
    Files.write(file, lines);
  }

  String party() {
    return party;
  }

  Path directory() {
    return directory;
  }

  /// Where its officers sign in.
  URI console() {
    return console;
  }

  /// Where the neighbour's node would call.
  int peerPort() {
    return peerPort;
  }

  Officer admin() throws IOException {
    return Officer.signIn(console, "admin", ADMIN_PASSWORD);
  }

  /// Makes the account of a watch officer and signs them in.
  Officer enrolWatch() throws IOException {
    enrol(WATCH, "Watch officer", "watch_officer");
    return watch();
  }

  /// Makes the account of a security chief and signs them in.
  Officer enrolChief() throws IOException {
    enrol(CHIEF, "Security chief", CHIEF);
    return Officer.signIn(console, CHIEF, WATCH_PASSWORD);
  }

  /// Makes the accounts of two compliance officers and signs them in.
  List<Officer> enrolCompliance() throws IOException {
    List<Officer> officers = new ArrayList<>();
    for (String login : List.of("compliance", "review")) {
      enrol(login, "Compliance officer", "compliance");
      officers.add(Officer.signIn(console, login, WATCH_PASSWORD));
    }
    return officers;
  }

  private void enrol(String login, String name, String role) throws IOException {
    try (Officer admin = admin()) {
      ObjectNode account =
          Officer.object().put("login", login).put("name", name).put("password", WATCH_PASSWORD);
      account.putArray("roles").add(role);
      admin.post("/api/v1/accounts", account);
    }
  }

  /// The watch officer, signed in again.
  Officer watch() throws IOException {
    return Officer.signIn(console, WATCH, WATCH_PASSWORD);
  }

  /// Ends the process as a power cut would.
  void kill() throws IOException {
    running().kill();
    process = Optional.empty();
  }

  /// Asks the process to end, and waits until it has; nothing if there is none.
  void stop() throws IOException {
    if (process.isPresent()) {
      process.get().stop(PATIENCE);
      process = Optional.empty();
    }
  }

  /// Deletes what a stopped node kept so that a start need not fold everything.
  void deleteSnapshots() throws IOException {
    Scratch.clear(directory.resolve(RunningNode.DATA).resolve(NodeStore.SNAPSHOTS));
  }

  private Child running() throws IOException {
    return process.orElseThrow(() -> new IOException("the node " + party + " does not run"));
  }

  /// Starts the process again and returns how many seconds it took until it said that it is ready.
  double restart() throws IOException {
    long started = System.nanoTime();
    process = Optional.of(start(directory, provider, console));
    return (System.nanoTime() - started) / 1e9;
  }

  /// Memory of the process that is in RAM, in MB, as the kernel counts it.
  double residentMb() throws IOException {
    try (Stream<String> status =
        Files.lines(Path.of("/proc/" + running().handle().pid() + "/status"))) {
      return status
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElseThrow(() -> new IOException("no VmRSS for the node's process"))
          * 1024
          / 1e6;
    }
  }

  /// Processor time the process has used so far, in seconds.
  double cpuSeconds() throws IOException {
    return running().handle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static Child start(Path directory, Provider provider, URI console) throws IOException {
    Path log = directory.resolveSibling(directory.getFileName() + ".log");
    List<String> command = java();
    command.addAll(List.of("node", "--directory", directory.toString()));
    Child child = Child.start(command, directory, log, Map.of());
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(console)) {
      if (!child.handle().isAlive() || System.nanoTime() > until) {
        child.close();
        throw new IOException("the node did not become ready:\n" + Files.readString(log));
      }
      pause(POLL);
    }
    checkProvider(provider, Files.readString(log));
    return child;
  }

  /// A node says at its start who does Ed25519; it had better be who is measured.
  private static void checkProvider(Provider provider, String log) throws IOException {
    if (log.contains("Ed25519 by Conscrypt") != (provider == Provider.CONSCRYPT)) {
      throw new IOException("this is not Ed25519 by " + provider + ":\n" + log);
    }
  }

  private static boolean isReady(URI console) {
    try (var connection = new Connection(console, Duration.ofSeconds(5))) {
      return connection.ask("GET", "/health/ready", Map.of(), Bytes.EMPTY).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// What `sarhad verify` said about this directory.
  ///
  /// @param code 0 if it is sound, 1 if not
  /// @param said its report
  /// @param seconds from starting it to its end
  record Verified(int code, String said, double seconds) {}

  /// Lets `sarhad verify` look at the directory; `signatures` is `all` or `heads`.
  Verified verify(String signatures) throws IOException {
    Path parent = directory.resolveSibling("");
    List<String> command = java();
    command.addAll(
        List.of(
            "verify",
            "--provider",
            provider.word(),
            "--signatures",
            signatures,
            directory.toString()));
    long started = System.nanoTime();
    try (var child = Child.start(command, parent, parent.resolve("verify.log"), Map.of())) {
      String said = child.readAll();
      int code = child.await(PATIENCE);
      double seconds = (System.nanoTime() - started) / 1e9;
      if (code > 1) {
        throw new IOException("verify failed:\n" + Files.readString(parent.resolve("verify.log")));
      }
      return new Verified(code, said, seconds);
    }
  }

  private static void run(Path parent, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = java();
    command.addAll(arguments);
    try (var child = Child.start(command, parent, parent.resolve("setup.log"), environment)) {
      if (child.await(PATIENCE) != 0) {
        throw new IOException(
            "sarhad " + arguments + " failed:\n" + Files.readString(parent.resolve("setup.log")));
      }
    }
  }

  /// Java with the options and the memory of `./sarhad node`, and the libraries that run this
  /// program.
  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms24m",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", classPath(), "org.sarhad.node.Main"));
    return command;
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a node was starting", e);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
