package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

class PmedFileTest {
  private static final String SQUARE = " 4 5 2 \n 1 2 9\n2 3 1\n3 4 1\n4 1 1\n1 2 5 \n";

  private static MedianProblem parse(String text) throws MalformedProblemException {
    return PmedFile.parse(Bytes.ofUtf8(text));
  }

  @Test
  void waysAreShortestWays() throws MalformedProblemException {
    MedianProblem square = parse(SQUARE);
    assertThat(square.sites()).isEqualTo(4);
    assertThat(square.open()).isEqualTo(2);
    assertThat(square.cost(0, 1)).isEqualTo(3);
    assertThat(square.cost(2, 0)).isEqualTo(2);
    assertThat(square.cost(1, 1)).isZero();
  }

  /// The trap of these files: pmed1 with the shorter of two lengths has the optimum 5718.
  @Test
  void theLastLengthOfAnEdgeCounts() throws MalformedProblemException {
    assertThat(parse("2 2 1 1 2 9 2 1 5").cost(0, 1)).isEqualTo(5);
    assertThat(parse("2 2 1 1 2 5 2 1 9").cost(0, 1)).isEqualTo(9);
  }

  @Test
  void whatIsNoSuchFileIsRefused() {
    assertRefused("", "no number at byte 0");
    assertRefused("0 0 1", "0 at byte 0");
    assertRefused("1001 0 1", "from 1 to 1000");
    assertRefused("2 1 3 1 2 1", "from 1 to 2");
    assertRefused("2 1 1 1 3 1", "from 1 to 2");
    assertRefused("2 1 1 1 2 1001", "from 0 to 1000");
    assertRefused("2 1 1 1 2 -1", "-1 at byte 10");
    assertRefused("2 1 1 1 2", "no number");
    assertRefused("2 1 1 1 2 3 4", "more at byte");
    assertRefused("3 1 1 1 2 3", "no way from vertex 1 to 3");
    assertRefused("99999999999999999999 1 1", "from 1 to 1000");
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(MalformedProblemException.class)
        .hasMessageContaining(why);
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheOneException() {
    int[] met = new int[2];
    Seeded.check(
        3_000,
        random -> {
          try {
            MedianProblem read = PmedFile.parse(Mutations.mutate(Bytes.ofUtf8(SQUARE), random));
            assertThat(read.open()).isBetween(1, read.sites());
            met[0]++;
          } catch (MalformedProblemException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).isGreaterThan(500);
  }

  // ---- the published problems -----------------------------------------------------------------

  /// The files of OR-Library, where somebody has put them: `-Dsarhad.pmed=DIR`, with `optima.txt`.
  @Test
  void thePublishedOptimaAreNeverBeatenAndNeverBelowTheBound()
      throws IOException, MalformedProblemException {
    Path directory = Path.of(System.getProperty("sarhad.pmed", "no-such-directory"));
    Assumptions.assumeTrue(
        Files.isDirectory(directory),
        "the files of OR-Library are not here; -Dsarhad.pmed=DIR says where they are");
    for (Map.Entry<String, Long> known : optima(directory).entrySet()) {
      Path file = directory.resolve(known.getKey() + ".txt");
      if (Files.isRegularFile(file)) {
        MedianProblem problem = PmedFile.parse(Bytes.of(Files.readAllBytes(file)));
        Certificate found = Median.plan(problem, new Effort(1, 50, 300)).certificate();
        assertThat(found.value()).as(known.getKey()).isGreaterThanOrEqualTo(known.getValue());
        assertThat(found.bound()).as(known.getKey()).isLessThanOrEqualTo(known.getValue());
        assertThat(found.value() - known.getValue())
            .as(known.getKey())
            .isLessThanOrEqualTo(known.getValue() / 100);
      }
    }
  }

  private static Map<String, Long> optima(Path directory) throws IOException {
    Pattern line = Pattern.compile("(pmed\\d+)\\s+(\\d+)");
    List<String> lines = Files.readAllLines(directory.resolve("optima.txt"));
    return lines.stream()
        .map(String::strip)
        .map(line::matcher)
        .filter(Matcher::matches)
        .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2))));
  }
}
