package org.sarhad.e2e.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of the console as they stand in `web/src`.
final class ConsoleSources {
  /// Root of the project: the directory of the reactor's pom.
  static final Path PROJECT =
      Path.of(System.getProperty("sarhad.root", Path.of("..").toString()))
          .toAbsolutePath()
          .normalize();

  static final Path CONSOLE = PROJECT.resolve("web/src");

  static final List<String> LANGUAGES = List.of("en", "fa", "ur");

  private ConsoleSources() {}

  /// Every module of our own by its path below `web/src`, in order.
  static SortedMap<String, String> modules() {
    var modules = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(CONSOLE.resolve("js"))) {
      files
          .filter(file -> file.toString().endsWith(".js"))
          .forEach(file -> modules.put(CONSOLE.relativize(file).toString(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modules;
  }

  /// Messages of one language by their dotted keys.
  static SortedMap<String, String> catalogue(String language) {
    var messages = new TreeMap<String, String>();
    flatten("", json(CONSOLE.resolve("i18n/" + language + ".json")), messages);
    return messages;
  }

  private static void flatten(String prefix, JsonNode tree, Map<String, String> into) {
    tree.properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual()) {
                into.put(prefix + field.getKey(), field.getValue().asText());
              } else {
                flatten(prefix + field.getKey() + ".", field.getValue(), into);
              }
            });
  }

  static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
