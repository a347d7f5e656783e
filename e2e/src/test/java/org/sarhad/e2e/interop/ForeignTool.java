package org.sarhad.e2e.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that somebody else wrote, fetched by `tools/foreign-verifiers`.
final class ForeignTool {
  private ForeignTool() {}

  /// The program `name`: where the environment variable `variable` says, or where
  /// `tools/foreign-verifiers` puts it. Skips the test if it is not there.
  static Path find(String name, String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .map(Path::of)
        .or(() -> Optional.of(directory().resolve(name)))
        .filter(Files::isExecutable)
        .orElseGet(() -> abort(name + " is not there; get it with: tools/foreign-verifiers"));
  }

  /// The program `name`, if it is on the `PATH`.
  static Optional<Path> findOnPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Which versions are being asked, for the test's output.
  static String versions() {
    try {
      return String.join(", ", Files.readAllLines(directory().resolve("versions")));
    } catch (IOException _) {
      return "versions unknown";
    }
  }

  /// What the program says when run with `arguments`, standard output and error together. Fails
  /// after `seconds`.
  static String run(int seconds, List<String> arguments) {
    try {
      var output = Files.createTempFile("foreign", ".out");
      var process =
          new ProcessBuilder(arguments)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "%s did not end in %d s:\n%s"
                .formatted(arguments.getFirst(), seconds, Files.readString(output)));
      }
      var said = Files.readString(output);
      Files.delete(output);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static Path directory() {
    return Path.of(System.getProperty("sarhad.root")).resolve("target/foreign/bin");
  }
}
