package org.sarhad.node.demo;

import java.io.File;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A node running as a process of its own, started as an operator would start it.
final class NodeProcess implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL_EVERY = Duration.ofMillis(100);

  /// What a node is waited for.
  enum Until {
    /// It answers, though perhaps it may not sign.
    LIVE,
    /// It may sign.
    READY;

    private String path() {
      return "/health/" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final URI console;
  private final Path log;
  private final Process process;

  private NodeProcess(URI console, Path log, Process process) {
    this.console = console;
    this.log = log;
    this.process = process;
    // A demo that is told to end, and not by Ctrl-C at its terminal, takes its nodes along.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /// Starts the node of `directory` and waits `until` it says so. Throws [DemoException] with the
  /// last lines of its log if it does not.
  static NodeProcess start(Path directory, URI console, Until until) {
    var log = directory.resolveSibling(directory.getFileName() + ".log");
    var node =
        new NodeProcess(
            console, log, run(log, Map.of(), List.of("node", "--directory", directory.toString())));
    try (var http = HttpClient.newHttpClient()) {
      for (long waited = 0; waited < READY_WITHIN.toMillis(); waited += POLL_EVERY.toMillis()) {
        if (!node.process.isAlive()) {
          throw new DemoException(
              "the node in %s stopped while starting:%n%s".formatted(directory, node.lastLines()));
        }
        if (answers(http, console.resolve(until.path()))) {
          return node;
        }
        pause(POLL_EVERY);
      }
    }
    node.kill();
    throw new DemoException(
        "the node in %s was not %s within %d s:%n%s"
            .formatted(
                directory,
                until.name().toLowerCase(Locale.ROOT),
                READY_WITHIN.toSeconds(),
                node.lastLines()));
  }

  /// Runs one command of this program to its end, with `secrets` in its environment. Throws
  /// [DemoException] with what it printed unless it exits 0.
  static void runToEnd(Path log, Map<String, String> secrets, List<String> arguments) {
    if (exitStatus(log, secrets, arguments) != 0) {
      throw new DemoException(
          "`sarhad %s` failed:%n%s".formatted(String.join(" ", arguments), tail(log)));
    }
  }

  /// Runs one command of this program to its end; how it ended.
  static int exitStatus(Path log, Map<String, String> secrets, List<String> arguments) {
    var process = run(log, secrets, arguments);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting for `sarhad %s`".formatted(arguments), e);
    }
  }

  private static Process run(Path log, Map<String, String> secrets, List<String> arguments) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(commandLine(arguments));
      builder.environment().putAll(secrets);
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .start();
    } catch (IOException e) {
      throw new DemoException("cannot start a node process: " + e.getMessage(), e);
    }
  }

  /// The same Java, with the same options and class path that run this process.
  private static List<String> commandLine(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms24m",
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.sarhad.node.Main"));
    command.addAll(arguments);
    return command;
  }

  private static boolean answers(HttpClient http, URI question) {
    try {
      var request = HttpRequest.newBuilder(question).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting for " + question, e);
    }
  }

  /// Where its console listens.
  URI console() {
    return console;
  }

  /// Asks it to stop, and waits until it has.
  void stop() {
    process.destroy();
    awaitEnd();
  }

  /// Ends it as a power cut would: no goodbye, nothing flushed.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String lastLines() {
    return tail(log);
  }

  private static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(its log %s cannot be read: %s)".formatted(log, e.getMessage());
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
