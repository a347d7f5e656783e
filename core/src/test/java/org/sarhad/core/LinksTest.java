package org.sarhad.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a page or the code of this project points to is there to be read.
class LinksTest {
  private static final Path ROOT = Path.of(System.getProperty("sarhad.root", ".."));
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s:]+)(?:#[^)]*)?\\)");
  private static final Pattern PAGE = Pattern.compile("\\bdocs/[\\w/-]+\\.md\\b");

  @Test
  void everyLinkOfAPageLeadsSomewhere() throws IOException {
    TreeSet<String> broken = new TreeSet<>();
    int links = 0;
    for (Path page : pages()) {
      for (String link : found(LINK, page, 1)) {
        links++;
        if (!Files.exists(page.resolveSibling(link))) {
          broken.add(ROOT.relativize(page) + " to " + link);
        }
      }
    }

    assertThat(links).isGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageThatTheCodeNamesIsThere() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    int names = 0;
    for (String module : List.of("tlog", "core", "node", "sim")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          for (String name : found(PAGE, source, 0)) {
            names++;
            if (!Files.exists(ROOT.resolve(name))) {
              missing.add(ROOT.relativize(source) + " names " + name);
            }
          }
        }
      }
    }

    assertThat(names).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  private static List<String> found(Pattern pattern, Path file, int group) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(group))
        .toList();
  }

  /// The pages at the root, and those below `docs`.
  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> above = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(above, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .forEach(pages::add);
    }
    return pages;
  }
}
