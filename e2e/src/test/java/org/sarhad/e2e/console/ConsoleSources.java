package org.sarhad.e2e.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(?:import|export|}) .*from '(\\.[^']+)';$");

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

  /// The sources of the documents that the node prints by itself.
  static List<String> papers() {
    Path sheets = PROJECT.resolve("node/src/main/java/org/sarhad/node/sheet");
    try (Stream<Path> files = Files.list(sheets)) {
      return files.sorted().map(ConsoleSources::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Messages of one language by their dotted keys, of all its catalogues.
  static SortedMap<String, String> catalogue(String language) {
    var messages = new TreeMap<String, String>();
    for (String name : catalogues(language)) {
      messages.putAll(catalogue(language, name));
    }
    return messages;
  }

  /// Messages of one catalogue by their dotted keys.
  static SortedMap<String, String> catalogue(String language, String name) {
    var messages = new TreeMap<String, String>();
    flatten("", json(catalogueDirectory(language).resolve(name + ".json")), messages);
    return messages;
  }

  /// The names of the catalogues of one language, in order.
  static List<String> catalogues(String language) {
    try (Stream<Path> files = Files.list(catalogueDirectory(language))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path catalogueDirectory(String language) {
    return CONSOLE.resolve("i18n").resolve(language);
  }

  /// `module` and all that it cannot do without, by their paths below `web/src`. What is fetched
  /// later, by `import(…)`, is not among them.
  static SortedMap<String, String> withImports(String module) {
    SortedMap<String, String> all = modules();
    var found = new TreeMap<String, String>();
    var open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.containsKey(next) && !found.containsKey(next)) {
        found.put(next, all.get(next));
        IMPORT
            .matcher(all.get(next))
            .results()
            .map(match -> Path.of(next).resolveSibling(match.group(1)).normalize().toString())
            .forEach(open::add);
      }
    }
    return found;
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
