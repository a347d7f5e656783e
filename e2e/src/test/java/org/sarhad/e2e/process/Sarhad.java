package org.sarhad.e2e.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The packaged program, run as a process of its own.
public final class Sarhad {
  /// What one run of it printed, and how it ended.
  public record Run(int exitCode, String output) {
    /// The last line that is not empty.
    public String lastLine() {
      var lines = output.strip().lines().toList();
      return lines.isEmpty() ? "" : lines.getLast();
    }
  }

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

  private Sarhad() {}

  /// Runs `sarhad` with `arguments` to its end, or kills it after `deadline` and says so.
  public static Run run(Path scratch, Duration deadline, String... arguments)
      throws IOException, InterruptedException {
    return run(scratch, deadline, Map.of(), arguments);
  }

  /// The same with `environment` beside this process's own.
  static Run run(
      Path scratch, Duration deadline, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(scratch, deadline, environment, commandLine(arguments));
  }

  /// The same at the project's own door, the script `./sarhad`.
  static Run atTheDoor(Path scratch, Duration deadline, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(System.getProperty("sarhad.root") + "/sarhad"));
    command.addAll(List.of(arguments));
    return run(scratch, deadline, Map.of(), command);
  }

  private static Run run(
      Path scratch, Duration deadline, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile(scratch, "run", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(
          "%s did not end within %d s; it printed:%n%s"
              .formatted(
                  String.join(" ", command),
                  deadline.toSeconds(),
                  Files.readString(output, StandardCharsets.UTF_8)));
    }
    return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /// A node that runs until it is closed.
  ///
  /// @param output what it prints
  record Node(Process process, Path output) implements AutoCloseable {
    /// Ends it as an operator would, and waits.
    @Override
    public void close() throws IOException {
      process.destroy();
      try {
        process.onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        process.destroyForcibly();
        throw new AssertionError("a node did not stop:\n" + Files.readString(output), e);
      }
    }
  }

  /// Starts the node of `directory` and waits until its console on `port` says that it is ready.
  static Node start(Path scratch, Path directory, int port)
      throws IOException, InterruptedException {
    var output = Files.createTempFile(scratch, "node", ".log");
    var process =
        new ProcessBuilder(commandLine("node", "--directory", directory.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    var node = new Node(process, output);
    var ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(port)).toURL();
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!isReady(ready)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        node.close();
        throw new AssertionError("a node did not start:\n" + Files.readString(output));
      }
      Thread.sleep(100);
    }
    return node;
  }

  private static boolean isReady(URL ready) {
    try {
      return ((HttpURLConnection) ready.openConnection()).getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// What starts `sarhad` with `arguments` on this machine.
  public static List<String> commandLine(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-jar");
    command.add(
        Path.of(System.getProperty("sarhad.root"), "node", "target", "sarhad.jar").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
