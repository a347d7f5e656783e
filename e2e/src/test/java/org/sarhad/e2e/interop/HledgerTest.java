package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.barter.BookScript;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.HledgerJournal;

/// hledger, which knows nothing of this program, comes to the same balances from its journal, and
/// refuses one in which a figure was changed.
@Tag("interop")
class HledgerTest {
  private static final int STEPS = 1_500;

  @TempDir private Path directory;
  private Path hledger = Path.of("hledger");

  @BeforeEach
  void find() {
    hledger =
        ForeignTool.findOnPath("hledger")
            .orElseGet(
                () -> abort("hledger is not there; get it with: sudo apt-get install hledger"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void itComesToTheSameBalances(long seed) throws IOException {
    BookState book = BookScript.book(seed, STEPS);
    Path journal = journal(HledgerJournal.of(book));
    assertThat(run(journal, "check")).isEmpty();
    assertThat(run(journal, "balance", "clearing", "--depth", "1", "--no-total"))
        .isEqualToIgnoringWhitespace(book.journal().net() + " UA  clearing");
  }

  @Test
  void itSeesAFigureThatWasChanged() throws IOException {
    BookState book = BookScript.book(0, STEPS);
    String closing = " =* " + book.periods().get(3).closing();
    String changed = HledgerJournal.of(book).replace(closing + " UA", closing + "1 UA");
    assertThat(run(journal(changed), "check")).contains("balance assertion");
  }

  private Path journal(String text) throws IOException {
    return Files.writeString(directory.resolve("book.journal"), text);
  }

  private String run(Path journal, String... arguments) {
    List<String> command = new ArrayList<>(List.of(hledger.toString(), "-f", journal.toString()));
    command.addAll(List.of(arguments));
    return ForeignTool.run(60, command);
  }
}
