package org.sarhad.core.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The index finds what comparing with one name after the other finds, no more and no less.
class NameIndexTest {
  private final SplittableRandom random = new SplittableRandom(483);

  private final List<NameIndex.Named<Integer>> names =
      IntStream.range(0, 400)
          .mapToObj(i -> new NameIndex.Named<>(MadeUpNames.folded(random), i))
          .toList();

  private final NameIndex<Integer> index = NameIndex.of(names);

  @Test
  void itLeavesNothingOut() {
    int found = 0;
    for (int i = 0; i < 400; i++) {
      FoldedName name = MadeUpNames.folded(random);
      for (int threshold : List.of(1, 500, 700, 800, 950, 1000)) {
        List<Integer> expected =
            names.stream()
                .filter(named -> Likeness.of(name, named.name()).score() >= threshold)
                .map(NameIndex.Named::of)
                .toList();

        assertThat(index.like(name, threshold).stream().map(hit -> hit.named().of()))
            .as("%s at %d", name, threshold)
            .containsExactlyInAnyOrderElementsOf(expected);
        found += expected.size();
      }
    }
    assertThat(found).isGreaterThan(10_000);
  }

  @Test
  void theLikestStandFirstAndEqualsInTheirOrder() {
    List<NameIndex.Found<Integer>> found = index.like(FoldedName.of("Taftan Copper"), 300);

    for (int i = 1; i < found.size(); i++) {
      NameIndex.Found<Integer> before = found.get(i - 1);
      NameIndex.Found<Integer> here = found.get(i);
      assertThat(before.likeness().score()).isGreaterThanOrEqualTo(here.likeness().score());
      if (before.likeness().score() == here.likeness().score()) {
        assertThat(before.named().of()).isLessThan(here.named().of());
      }
    }
    assertThat(found).hasSizeGreaterThan(10);
  }

  @Test
  void aNameWithoutALetterIsInNoIndexAndFindsNothing() {
    NameIndex<String> one = NameIndex.of(List.of(new NameIndex.Named<>(FoldedName.of("—"), "x")));

    assertThat(one.size()).isZero();
    assertThat(index.like(FoldedName.of("—"), 1)).isEmpty();
  }
}
