package org.sarhad.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.Role;

/// docs/glossary.md has every noun once, in three languages, in the letters of each.
class GlossaryTest {
  private record Row(String term, String persian, String urdu, String meaning, String source) {
    static Row parse(String line) {
      List<String> cells =
          Arrays.stream(line.split("\\|", -1))
              .map(String::strip)
              .filter(c -> !c.isEmpty())
              .toList();
      assertThat(cells).as(line).hasSize(5);
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
  }

  @Test
  void everyTermStandsOnce() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(80);
    assertThat(rows()).extracting(Row::term).doesNotHaveDuplicates();
  }

  /// Persian and Urdu write ی and ک (U+06CC, U+06A9). The Arabic letters ي and ك look alike at the
  /// end of a word, and are not found when somebody searches.
  @Test
  void persianAndUrduAreWrittenInTheirOwnLetters() throws IOException {
    for (Row row : rows()) {
      for (String text : List.of(row.persian, row.urdu)) {
        assertThat(text).as(row.term).matches("[\\p{IsArabic}\\p{Mn}\\u200c\\s،؛]+");
        assertThat(text).as(row.term).doesNotContain("ي", "ك", "ى", "ة");
        assertThat(Text.flawInProse(text, 80)).as(row.term).isEmpty();
      }
      assertThat(row.persian).as(row.term).doesNotContainPattern("[ٹڈڑںےہھ]");
    }
  }

  @Test
  void everyRoleIsInIt() throws IOException {
    assertThat(rows())
        .extracting(Row::term)
        .containsAll(
            Arrays.stream(Role.values()).map(r -> r.title().toLowerCase(Locale.ROOT)).toList());
  }

  private static List<Row> rows() throws IOException {
    Path glossary = Path.of(System.getProperty("sarhad.root", ".."), "docs", "glossary.md");
    return Files.readAllLines(glossary).stream()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| term"))
        .map(Row::parse)
        .toList();
  }
}
