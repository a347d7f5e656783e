package org.sarhad.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// A map of running numbers against `TreeMap`, operation by operation, and the promise that old
/// versions stay.
class IndexMapTest {
  private static final List<Long> RANGES = List.of(1L, 40L, 1_100L, 40_000L, 1L << 53);

  @Test
  void anEmptyMapHasNothing() {
    IndexMap<String> map = IndexMap.empty();

    assertThat(map.isEmpty()).isTrue();
    assertThat(map.size()).isZero();
    assertThat(map.find(0)).isEmpty();
    assertThat(map.containsKey(-1)).isFalse();
    assertThat(map.iterator().hasNext()).isFalse();
    assertThat(map.remove(7)).isSameAs(map);
    assertThat(map.putAll(map)).isEqualTo(map).hasToString("{}");
  }

  @Test
  void changingAMapLeavesTheOldOneAsItWas() {
    IndexMap<String> one = IndexMap.of(40, "a");
    IndexMap<String> two = one.put(3, "b");
    IndexMap<String> three = two.put(40, "c").put(5_000, "d").remove(3);

    assertThat(one).hasToString("{40=a}");
    assertThat(two).hasToString("{3=b, 40=a}");
    assertThat(three).hasToString("{40=c, 5000=d}");
  }

  @Test
  void whatItDoesATreeMapDoes() {
    Seeded.check(
        300,
        random -> {
          long range = RANGES.get(random.nextInt(RANGES.size()));
          IndexMap<Integer> map = IndexMap.empty();
          TreeMap<Long, Integer> expected = new TreeMap<>();
          for (int i = random.nextInt(200); i > 0; i--) {
            long index = random.nextLong(range);
            if (random.nextInt(4) == 0) {
              map = map.remove(index);
              expected.remove(index);
            } else {
              map = map.put(index, i);
              expected.put(index, i);
            }
            assertThat(map.containsKey(index)).isEqualTo(expected.containsKey(index));
          }
          assertSame(map, expected);
        });
  }

  @Test
  void manyChangesAtOnceAreThoseOneAfterTheOther() {
    Seeded.check(
        300,
        random -> {
          TreeMap<Long, Integer> older = drawn(random);
          TreeMap<Long, Integer> newer = drawn(random);
          IndexMap<Integer> before = map(older);
          IndexMap<Integer> after = before.putAll(map(newer));
          TreeMap<Long, Integer> expected = new TreeMap<>(older);
          expected.putAll(newer);
          assertSame(after, expected);
          assertSame(before, older);
        });
  }

  private static TreeMap<Long, Integer> drawn(SplittableRandom random) {
    long range = RANGES.get(random.nextInt(RANGES.size()));
    TreeMap<Long, Integer> drawn = new TreeMap<>();
    for (int i = random.nextInt(100); i > 0; i--) {
      drawn.put(random.nextLong(range), random.nextInt());
    }
    return drawn;
  }

  private static IndexMap<Integer> map(TreeMap<Long, Integer> entries) {
    return IndexMap.ofAscending(
        entries.keySet().stream().mapToLong(Long::longValue).toArray(),
        List.copyOf(entries.values()));
  }

  private static void assertSame(IndexMap<Integer> map, TreeMap<Long, Integer> expected) {
    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(map.stream().map(IndexMap.Entry::index))
        .containsExactlyElementsOf(expected.keySet());
    assertThat(map.values()).containsExactlyElementsOf(expected.values());
    expected.forEach((index, value) -> assertThat(map.get(index)).isEqualTo(value));
    // However it was built.
    assertThat(map).isEqualTo(map(expected)).hasSameHashCodeAs(map(expected));
    assertThat(map.put(7, -1)).isNotEqualTo(map);
  }

  @Test
  void aRunIsOneIndexAfterTheOther() {
    assertThat(IndexMap.run(31, List.of("a", "b", "c"))).hasToString("{31=a, 32=b, 33=c}");
    assertThat(IndexMap.run(5, List.of()).isEmpty()).isTrue();
  }

  @Test
  void theLargestIndexIsOneLikeAnother() {
    IndexMap<String> map = IndexMap.of(0, "first").put(Long.MAX_VALUE, "last");

    assertThat(map.get(Long.MAX_VALUE)).isEqualTo("last");
    assertThat(map.remove(Long.MAX_VALUE)).isEqualTo(IndexMap.of(0, "first"));
    assertThat(map.values()).containsExactly("first", "last");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> IndexMap.of(1, "a").get(2))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no entry for 2");
    assertThatThrownBy(() -> IndexMap.of(-1, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index -1 is negative");
    assertThatThrownBy(() -> IndexMap.ofAscending(new long[] {1, 1}, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 does not ascend at 1");
    assertThatThrownBy(() -> IndexMap.ofAscending(new long[] {-3}, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index -3 is negative");
    assertThatThrownBy(() -> IndexMap.ofAscending(new long[] {1, 2}, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values for 2 indices");
    assertThatThrownBy(() -> IndexMap.<String>empty().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }
}
