package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.barter.BeancountJournal;
import org.sarhad.core.barter.BookScript;
import org.sarhad.core.barter.BookState;

/// Beancount, which knows nothing of this program, agrees to every balance of its journal, and
/// refuses one in which a figure was changed.
@Tag("interop")
class BeancountTest {
  private static final int STEPS = 1_500;

  @TempDir private Path directory;
  private Path check = Path.of("bean-check");

  @BeforeEach
  void find() {
    check =
        ForeignTool.findOnPath("bean-check")
            .orElseGet(
                () ->
                    abort("bean-check is not there; get it with: sudo apt-get install beancount"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void itAgreesToEveryBalance(long seed) throws IOException {
    assertThat(run(BeancountJournal.of(BookScript.book(seed, STEPS)))).isEmpty();
  }

  @Test
  void itSeesAFigureThatWasChanged() throws IOException {
    BookState book = BookScript.book(0, STEPS);
    String closing = book.periods().get(3).closing() + " ~ 0 UA";
    String journal = BeancountJournal.of(book);
    assertThat(journal).contains(closing);
    assertThat(run(journal.replace(closing, "1" + closing))).contains("Balance failed");
  }

  private String run(String journal) throws IOException {
    Path file = Files.writeString(directory.resolve("book.beancount"), journal);
    return ForeignTool.run(60, List.of(check.toString(), file.toString()));
  }
}
