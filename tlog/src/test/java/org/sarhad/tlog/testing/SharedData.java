package org.sarhad.tlog.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Test data that other projects publish. It is not part of this project: it lies in a directory
/// `shared` beside the project, or beside its parent. Tests that read it are skipped, with the
/// reason, where it is absent.
public final class SharedData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedData() {}

  /// The file or directory `name` under `shared/data`; skips the test if there is none.
  public static Path path(String name) {
    var root = Path.of(System.getProperty("sarhad.root", ".")).toAbsolutePath().normalize();
    var places =
        Stream.of("..", "../..").map(up -> root.resolve(up).resolve("shared/data").resolve(name));
    return places
        .map(Path::normalize)
        .filter(Files::exists)
        .findFirst()
        .orElseGet(() -> abort("needs shared/data/" + name + " beside the project; not there"));
  }

  /// The JSON in `file`.
  public static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every JSON file below `directory`, in the order of their names.
  public static List<Path> jsonFiles(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
