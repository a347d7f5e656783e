package org.sarhad.bench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A process of ours that ends with us: what is compared with runs beside us, as does a node.
public final class Child implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final BufferedReader answers;
  private final Writer commands;
  private final Thread reaper;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.answers = process.inputReader();
    this.commands = process.outputWriter();
    this.reaper = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /// Starts `command` in `directory`; what it says on standard error goes to `log`.
  public static Child start(
      List<String> command, Path directory, Path log, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(log.toFile());
    builder.environment().putAll(environment);
    return new Child(builder.start(), log);
  }

  /// The next line it prints. Throws [IOException] with the end of its log if it prints no more.
  public String readLine() throws IOException {
    Optional<String> line = Optional.ofNullable(answers.readLine());
    if (line.isEmpty()) {
      throw new IOException(
          "a child process stopped; the end of its log:\n" + tail(Files.readString(log)));
    }
    return line.get();
  }

  /// All that it still prints, until it closes its output.
  public String readAll() throws IOException {
    return answers.readAllAsString();
  }

  /// Sends it a line.
  public void writeLine(String line) throws IOException {
    commands.write(line + "\n");
    commands.flush();
  }

  /// Its process.
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// Waits until it ends by itself, for at most `patience`, and returns its exit code. Throws
  /// [IOException] if it does not end.
  public int await(Duration patience) throws IOException {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new IOException("a child process is still running after " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a child process", e);
    }
  }

  /// Asks it to end, and ends it after `patience`.
  public void stop(Duration patience) throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a child process", e);
    }
    answers.close();
  }

  /// Ends it at once, as a power cut of its machine would.
  public void kill() throws IOException {
    process.destroyForcibly();
    stop(Duration.ofSeconds(10));
  }

  @Override
  public void close() throws IOException {
    stop(Duration.ofSeconds(10));
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 2000));
  }
}
