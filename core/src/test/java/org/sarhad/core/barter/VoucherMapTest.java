package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;

class VoucherMapTest {
  private static final EntryId ACT = EntryId.of(Origin.of("ir.sarhad.example/joint"), 7);

  @Test
  void anActAndItsLinesAreNotTheSame() {
    VoucherMap<String> map =
        VoucherMap.<String>empty()
            .put(VoucherRef.of(ACT, 2), "second")
            .put(VoucherRef.of(ACT), "act");

    assertThat(map.size()).isEqualTo(2);
    assertThat(map.get(VoucherRef.of(ACT))).isEqualTo("act");
    assertThat(map.get(VoucherRef.of(ACT, 2))).isEqualTo("second");
    assertThat(map.containsKey(VoucherRef.of(ACT, 1))).isFalse();
    assertThat(map.keys()).containsExactly(VoucherRef.of(ACT), VoucherRef.of(ACT, 2));
  }

  @Test
  void theLinesOfAnActArePutAtOnce() {
    VoucherMap<String> map =
        VoucherMap.<String>empty()
            .putAll(ACT, IndexMap.run(1, List.of("first", "second")))
            .putAll(ACT, IndexMap.empty());

    assertThat(map.lines(ACT).values()).containsExactly("first", "second");
    assertThat(map.lines(EntryId.of(ACT.origin(), 8)).isEmpty()).isTrue();
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> VoucherMap.empty().get(VoucherRef.of(ACT, 3)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no entry for ir.sarhad.example/joint#7/3");
  }
}
