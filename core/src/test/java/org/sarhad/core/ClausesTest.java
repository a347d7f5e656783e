package org.sarhad.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Code cites clauses of docs/protocol as `02-3.4`: chapter, section, item. Every one that is cited
/// is there to be read, and the chapters about what this module does are cited section by section.
class ClausesTest {
  private static final Path ROOT = Path.of(System.getProperty("sarhad.root", ".."));
  private static final Path CHAPTERS = ROOT.resolve("docs/protocol");
  private static final Pattern CITATION =
      Pattern.compile("(?<![\\d-])(0[1-9]|1\\d)-(\\d{1,2})(\\.\\d{1,2})?\\b");
  private static final Pattern SECTION = Pattern.compile("^#{2,3} (\\d+)\\.(\\d+(?:\\.\\d+)?) .*");
  private static final Pattern ITEM = Pattern.compile("^(\\d+)\\. .*");

  @Test
  void everyCitedClauseExists() throws IOException {
    Set<String> clauses = clauses();
    Map<String, Path> cited = citations();

    assertThat(clauses).hasSizeGreaterThan(100);
    assertThat(cited).hasSizeGreaterThan(40);
    cited.keySet().removeAll(clauses);
    assertThat(cited).as("cited, and not in docs/protocol").isEmpty();
  }

  @Test
  void everySectionOfTheChaptersOfThisModuleIsCited() throws IOException {
    TreeSet<String> uncited = new TreeSet<>();
    for (String clause : clauses()) {
      if (clause.matches("(0[234789]|1[0-8])-\\d+")) {
        uncited.add(clause);
      }
    }
    for (String cited : citations().keySet()) {
      uncited.remove(cited.replaceAll("\\.\\d+$", ""));
    }

    assertThat(uncited).as("sections that no code cites").isEmpty();
  }

  /// `02-3` and `02-3.4` for every section and numbered item there is.
  private static Set<String> clauses() throws IOException {
    TreeSet<String> clauses = new TreeSet<>();
    try (Stream<Path> chapters = Files.list(CHAPTERS)) {
      for (Path chapter : chapters.sorted().toList()) {
        String section = "";
        for (String line : Files.readAllLines(chapter)) {
          Matcher heading = SECTION.matcher(line);
          Matcher item = ITEM.matcher(line);
          if (heading.matches()) {
            section = "%02d-%s".formatted(Integer.parseInt(heading.group(1)), heading.group(2));
            clauses.add(section);
          } else if (item.matches()) {
            clauses.add(section + "." + item.group(1));
          }
        }
      }
    }
    return clauses;
  }

  /// What the production code of all modules cites, and one place where it does.
  private static Map<String, Path> citations() throws IOException {
    TreeMap<String, Path> cited = new TreeMap<>();
    for (Path source : sources()) {
      for (String line : Files.readAllLines(source)) {
        int comment = line.indexOf("//");
        if (comment >= 0) {
          Matcher citation = CITATION.matcher(line.substring(comment));
          while (citation.find()) {
            cited.put(citation.group(), ROOT.relativize(source));
          }
        }
      }
    }
    return cited;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("tlog", "core", "node", "sim")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }
}
