package org.sarhad.node.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.screening.SubjectId;

/// The own table of trading parties: one at a time, beside the lists, and nothing before the first.
class PartyShelfTest {
  private static final String HEADING = "party,sort,name,number\n";

  @TempDir Path node;

  @Test
  void thereIsNothingBeforeTheFirst() throws Exception {
    assertThat(ListShelf.of(node).parties().parties().subjects()).isEmpty();
    assertThat(Files.exists(node.resolve("lists"))).isFalse();
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneBefore() throws Exception {
    var shelf = ListShelf.of(node).parties();
    shelf.take(HEADING + "buyer-7,firm,Quetta Grain,\n");
    shelf.take(HEADING + "seller-1,vessel,Sea Star,IMO 9074729\n");

    assertThat(shelf.find(SubjectId.of("buyer-7"))).isEmpty();
    var ship = ListShelf.of(node).parties().find(SubjectId.of("seller-1")).orElseThrow();
    assertThat(ship.names()).containsExactly("Sea Star");
    assertThat(ship.identifiers().first()).hasToString("IMO 9074729");
  }

  /// It lies among the lists and is none of them.
  @Test
  void itIsNoList() throws Exception {
    var shelf = ListShelf.of(node);
    shelf.parties().take(HEADING);
    shelf.take(SampleList.UN.path());

    try (var files = Files.list(node.resolve("lists"))) {
      assertThat(files).hasSize(2);
    }
    assertThat(shelf.isFull(SampleList.UN.bytes().length)).isTrue();
    assertThat(shelf.isFull(1L << 20)).isFalse();
  }
}
