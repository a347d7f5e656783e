package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.party.Origin;

class EntryMapTest {
  private static final Origin IR = Origin.of("ir.sarhad.example/joint");
  private static final Origin PK = Origin.of("pk.sarhad.example/joint");

  @Test
  void entriesOfSeveralLogsAreInTheirOrder() {
    EntryMap<String> one = EntryMap.<String>empty().put(EntryId.of(PK, 2), "c");
    EntryMap<String> map = one.put(EntryId.of(IR, 40), "b").put(EntryId.of(IR, 7), "a");

    assertThat(map.size()).isEqualTo(3);
    assertThat(map.values()).containsExactly("a", "b", "c");
    assertThat(map.keys())
        .containsExactly(EntryId.of(IR, 7), EntryId.of(IR, 40), EntryId.of(PK, 2));
    assertThat(map.find(EntryId.of(IR, 2))).isEmpty();
    assertThat(map.containsKey(EntryId.of(PK, 2))).isTrue();
    assertThat(one.values()).as("the old one").containsExactly("c");
  }

  @Test
  void manyOfOneLogArePutAtOnce() {
    EntryMap<String> map =
        EntryMap.<String>empty()
            .put(EntryId.of(IR, 1), "a")
            .putAll(IR, IndexMap.run(1, List.of("b", "c")))
            .putAll(PK, IndexMap.empty());

    assertThat(map.values()).containsExactly("b", "c");
    assertThat(map.logs().keys()).containsExactly(IR);
  }

  @Test
  void whatIsNotThereIsNamed() {
    EntryMap<String> map = EntryMap.empty();

    assertThat(map.isEmpty()).isTrue();
    assertThatThrownBy(() -> map.get(EntryId.of(IR, 7)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no entry for ir.sarhad.example/joint#7");
  }
}
