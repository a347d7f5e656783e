package org.sarhad.e2e.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sarhad.e2e.process.Sarhad;

/// A node as its operator would make and start it, with one account, the administrator's.
final class RealNode implements AutoCloseable {
  static final String ADMIN = "admin";
  static final String PASSWORD = "a long enough password";

  private static final Duration A_WHILE = Duration.ofSeconds(60);

  private final URI console;
  private final String peerAddress;
  private final Path log;
  private final Process process;

  /// Makes and starts the node of one side and waits until it is ready.
  ///
  /// @param port of its console; the next but one is the link's
  static RealNode start(Path scratch, int port, List<String> settings)
      throws IOException, InterruptedException {
    var directory = scratch.resolve("node-" + port);
    var log = scratch.resolve("node-" + port + ".log");
    var made = new ArrayList<>(List.of("keys", "new", "--directory", directory.toString()));
    for (var setting : settings) {
      made.addAll(List.of("--set", setting));
    }
    made.addAll(
        List.of(
            "--set", "channel.id = sarhad.example/ir-pk",
            "--set", "console.address = 127.0.0.1:" + port,
            "--set", "peer.address = 127.0.0.1:" + (port + 2),
            "--set", "peer.public-address = 127.0.0.1:" + (port + 2)));
    end(run(log, made), log);
    end(
        run(
            log,
            List.of(
                "account",
                "add",
                "--directory",
                directory.toString(),
                "--login",
                ADMIN,
                "--name",
                "Node administrator",
                "--role",
                "admin")),
        log);
    return new RealNode(port, log, run(log, List.of("node", "--directory", directory.toString())));
  }

  private RealNode(int port, Path log, Process process) throws IOException, InterruptedException {
    this.console = URI.create("http://127.0.0.1:" + port);
    this.peerAddress = "127.0.0.1:" + (port + 2);
    this.log = log;
    this.process = process;
    awaitReady();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + A_WHILE.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          var ask = HttpRequest.newBuilder(console.resolve("/health/ready")).build();
          if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // Not listening yet.
        }
        Chromium.pause(Duration.ofMillis(100));
      }
    }
    close();
    throw new AssertionError("the node never became ready:\n" + Files.readString(log));
  }

  private static Process run(Path log, List<String> arguments) throws IOException {
    var builder = new ProcessBuilder(Sarhad.commandLine(arguments.toArray(String[]::new)));
    builder.environment().put("SARHAD_PASSWORD", PASSWORD);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static void end(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError("the node could not be made:\n" + Files.readString(log));
    }
  }

  /// A place of its console.
  URI at(String place) {
    return console.resolve("/#/" + place);
  }

  /// What the neighbour's administrator types.
  String peerAddress() {
    return peerAddress;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
