package org.sarhad.node.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists as a node holds them: under their hash, whole or not at all.
class ListShelfTest {
  @TempDir Path node;

  @Test
  void aListIsHeldUnderTheHashOfItsFile() throws Exception {
    var shelf = ListShelf.of(node);
    var taken = shelf.take(SampleList.UN.path());
    var sha256 = taken.list().sha256();

    assertThat(taken.list()).isEqualTo(SampleList.UN.read().list());
    assertThat(Files.readAllBytes(node.resolve("lists").resolve(sha256.hex())))
        .isEqualTo(SampleList.UN.bytes());
    assertThat(shelf.screen(sha256).orElseThrow().list()).isEqualTo(taken.list());
    assertThat(shelf.screen(sha256)).isEqualTo(shelf.screen(sha256));
    assertThat(ListShelf.of(node).screen(sha256)).isPresent();
  }

  @Test
  void takenTwiceItIsHeldOnce() throws Exception {
    var shelf = ListShelf.of(node);
    shelf.take(SampleList.UN.path());
    shelf.take(SampleList.UN.path());
    shelf.take(SampleList.EU.path());

    assertThat(names()).hasSize(2);
  }

  @Test
  void whatIsNoListLeavesNothing() throws Exception {
    var letter = Files.writeString(node.resolve("letter.txt"), "Dear Sir,");

    assertThatThrownBy(() -> ListShelf.of(node).take(letter))
        .isInstanceOf(MalformedListException.class);
    assertThat(names()).isEmpty();
  }

  /// Decisions rest on a hash: a file that has another one is not that list.
  @Test
  void aFileThatIsNotWhatWasTakenIsNotHeld() throws Exception {
    var sha256 = ListShelf.of(node).take(SampleList.UN.path()).list().sha256();
    var place = node.resolve("lists").resolve(sha256.hex());
    Files.copy(SampleList.EU.path(), place, StandardCopyOption.REPLACE_EXISTING);
    assertThat(ListShelf.of(node).screen(sha256)).isEmpty();

    Files.writeString(place, "<CONSOLIDATED_LIST");
    assertThat(ListShelf.of(node).screen(sha256)).isEmpty();
    Files.delete(place);
    assertThat(ListShelf.of(node).screen(sha256)).isEmpty();
  }

  private Stream<Path> names() throws Exception {
    try (var all = Files.list(node.resolve("lists"))) {
      return all.toList().stream();
    }
  }
}
