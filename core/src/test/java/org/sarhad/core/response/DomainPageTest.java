package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/domain/response.md says what the code does: its tables are read and compared.
class DomainPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "domain", "response.md");

  @Test
  void everyKindStandsInTheTableWithItsReach() throws IOException {
    List<String> rows = rows("\\| `(response\\.[a-z_]+)` \\| (released|internal|either) \\|");
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(FactKind.values())
                .map(kind -> kind.code() + " " + kind.reach().name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyRefusalStandsInTheTableInItsOrder() throws IOException {
    List<String> rows = rows("\\| `([A-Z_]+)` \\| (changed|later|never) \\|");
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Refusal.values())
                .map(r -> r.name() + " " + r.retry().name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyCodeWordStandsInTheTable() throws IOException {
    List<String> rows = rows("\\| ([A-Z]+) \\| (\\S+ · \\S+) \\|");
    assertThat(rows)
        .containsExactlyElementsOf(
            RunCards.builtIn().stream()
                .map(RunCard::word)
                .map(word -> word.latin() + " " + word.persian() + " · " + word.urdu())
                .toList());
  }

  @Test
  void theClocksAreTheDefaults() throws IOException {
    ResponseSettings.Clocks clocks = ResponseSettings.defaults().clocks();
    String page = Files.readString(PAGE);
    assertThat(page)
        .contains(
            "| tell the other side | the incident is opened, and its run card concerns the other side"
                + " | "
                + minutes(clocks.tellPeer()),
            "| acknowledge | the own node has the notice | "
                + minutes(clocks.acknowledge())
                + " | "
                + minutes(clocks.escalate())
                + ": sector commander; "
                + minutes(clocks.escalateToChief())
                + ": chief |",
            "| answer a request or offer | the own node has it | "
                + minutes(clocks.answerAssistance()),
            "| next situation report, P1 | the notice, then each report | "
                + minutes(clocks.sitrep()),
            "| daily report | – | " + ResponseSettings.defaults().daily().cutOff());
  }

  private static String minutes(Duration duration) {
    return duration.toMinutes() + " min";
  }

  private static List<String> rows(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult row) -> row.group(1) + " " + row.group(2))
        .toList();
  }
}
