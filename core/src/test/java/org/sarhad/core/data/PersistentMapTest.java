package org.sarhad.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// A persistent map against `TreeMap`, operation by operation, and the promise that old versions
/// stay.
class PersistentMapTest {
  @Test
  void anEmptyMapHasNothing() {
    PersistentMap<String, Integer> map = PersistentMap.empty();

    assertThat(map.isEmpty()).isTrue();
    assertThat(map.size()).isZero();
    assertThat(map.find("k")).isEmpty();
    assertThat(map.first()).isEmpty();
    assertThat(map.last()).isEmpty();
    assertThat(map.iterator().hasNext()).isFalse();
    assertThat(map.remove("k")).isSameAs(map);
    assertThat(map).hasToString("{}");
  }

  @Test
  void changingAMapLeavesTheOldOneAsItWas() {
    PersistentMap<String, Integer> one = PersistentMap.of("b", 1);
    PersistentMap<String, Integer> two = one.put("a", 2);
    PersistentMap<String, Integer> three = two.put("b", 3).update("c", 10, n -> n + 1).remove("a");

    assertThat(one).hasToString("{b=1}");
    assertThat(two).hasToString("{a=2, b=1}");
    assertThat(three).hasToString("{b=3, c=11}");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> PersistentMap.of("a", 1).get("b"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no entry for b");
    assertThatThrownBy(() -> PersistentMap.of("a", 1).at(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 1 of a map of size 1");
  }

  @Test
  void equalityIsOfContentsNotOfShape() {
    PersistentMap<Integer, String> up = PersistentMap.empty();
    PersistentMap<Integer, String> down = PersistentMap.empty();
    for (int i = 0; i < 50; i++) {
      up = up.put(i, "v" + i);
      down = down.put(49 - i, "v" + (49 - i));
    }

    assertThat(up).isEqualTo(down).hasSameHashCodeAs(down);
    assertThat(up.put(7, "other")).isNotEqualTo(down);
    assertThat(up.remove(7)).isNotEqualTo(down);
  }

  @Test
  void twoMapsDifferWhereOneWasChanged() {
    Seeded.check(
        200,
        random -> {
          PersistentMap<Integer, String> one = PersistentMap.empty();
          for (int i = random.nextInt(300); i > 0; i--) {
            one = one.put(random.nextInt(200), "first " + i);
          }
          PersistentMap<Integer, String> other = one;
          for (int i = random.nextInt(20); i > 0; i--) {
            int key = random.nextInt(200);
            other = random.nextBoolean() ? other.remove(key) : other.put(key, "then " + i);
          }
          var expected = new ArrayList<Integer>();
          for (int key = 0; key < 200; key++) {
            if (!one.find(key).equals(other.find(key))) {
              expected.add(key);
            }
          }
          assertThat(one.differing(other)).isEqualTo(expected);
          assertThat(other.differing(one)).isEqualTo(expected);
        });
  }

  @Test
  void whatTwoMapsShareIsNotLookedAt() {
    PersistentMap<CountedKey, String> map = PersistentMap.empty();
    for (int i = 0; i < 10_000; i++) {
      map = map.put(new CountedKey(i), "v");
    }
    PersistentMap<CountedKey, String> changed =
        map.put(new CountedKey(4_321), "w").remove(new CountedKey(9_000));
    CountedKey.comparisons = 0;

    assertThat(map.differing(changed))
        .containsExactly(new CountedKey(4_321), new CountedKey(9_000));
    assertThat(CountedKey.comparisons).isLessThan(1_500);
  }

  /// A number that counts how often it is compared.
  private record CountedKey(int number) implements Comparable<CountedKey> {
    static int comparisons;

    @Override
    public int compareTo(CountedKey other) {
      comparisons++;
      return Integer.compare(number, other.number);
    }
  }

  @Test
  void behavesAsATreeMapUnderRandomOperations() {
    Seeded.check(200, PersistentMapTest::compareWithTreeMap);
  }

  @Test
  void madeOfAscendingKeysItIsTheMapOfSoManyPuts() {
    for (int size = 0; size < 70; size++) {
      var keys = IntStream.range(0, size).mapToObj(i -> 3 * i).toList();
      var values = keys.stream().map(key -> "v" + key).toList();
      PersistentMap<Integer, String> map = PersistentMap.ofAscending(keys, values);
      PersistentMap<Integer, String> put = PersistentMap.empty();
      for (int key : keys) {
        put = put.put(key, "v" + key);
      }
      assertThat(map).isEqualTo(put);
      assertThat(map.isBalanced()).isTrue();
      assertThat(map.put(-1, "first").remove(3).isBalanced()).isTrue();
    }
  }

  @Test
  void keysThatDoNotAscendAreRefused() {
    for (var keys : List.of(List.of(1, 1), List.of(2, 1), List.of(1, 3, 2))) {
      assertThatThrownBy(() -> PersistentMap.ofAscending(keys, keys))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not ascend");
    }
    assertThatThrownBy(() -> PersistentMap.ofAscending(List.of(1), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysBalancedWhenKeysComeInOrder() {
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 10_000; i++) {
      map = map.put(i, i);
    }
    assertThat(map.isBalanced()).isTrue();
    for (int i = 0; i < 9_990; i++) {
      map = map.remove(i);
    }
    assertThat(map.isBalanced()).isTrue();
    assertThat(map.keys())
        .containsExactly(9990, 9991, 9992, 9993, 9994, 9995, 9996, 9997, 9998, 9999);
  }

  private static void compareWithTreeMap(SplittableRandom random) {
    int keys = random.nextInt(1, 200);
    int steps = random.nextInt(1, 400);
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    TreeMap<Integer, Integer> model = new TreeMap<>();
    List<PersistentMap<Integer, Integer>> versions = new ArrayList<>();
    List<TreeMap<Integer, Integer>> models = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int key = random.nextInt(keys);
      if (random.nextInt(3) > 0) {
        map = map.put(key, step);
        model.put(key, step);
      } else {
        map = map.remove(key);
        model.remove(key);
      }
      if (step % 50 == 0) {
        versions.add(map);
        models.add(new TreeMap<>(model));
      }
      assertThat(map.isBalanced()).isTrue();
      compareLookups(map, model, random.nextInt(-1, keys + 1));
      compareRanges(map, model, random.nextInt(-1, keys + 1), random.nextInt(-1, keys + 1));
    }
    for (int i = 0; i < versions.size(); i++) {
      assertSame(versions.get(i), models.get(i));
    }
    assertSame(map, model);
  }

  private static void compareLookups(
      PersistentMap<Integer, Integer> map, NavigableMap<Integer, Integer> model, int key) {
    assertThat(map.size()).isEqualTo(model.size());
    assertThat(map.find(key)).isEqualTo(Optional.ofNullable(model.get(key)));
    assertThat(map.containsKey(key)).isEqualTo(model.containsKey(key));
    assertThat(map.floor(key)).isEqualTo(entry(model.floorEntry(key)));
    assertThat(map.lower(key)).isEqualTo(entry(model.lowerEntry(key)));
    assertThat(map.ceiling(key)).isEqualTo(entry(model.ceilingEntry(key)));
    assertThat(map.higher(key)).isEqualTo(entry(model.higherEntry(key)));
    assertThat(map.first()).isEqualTo(entry(model.firstEntry()));
    assertThat(map.last()).isEqualTo(entry(model.lastEntry()));
    model
        .headMap(key, false)
        .keySet()
        .forEach(k -> assertThat(map.at(model.headMap(k).size()).key()).isEqualTo(k));
  }

  private static void compareRanges(
      PersistentMap<Integer, Integer> map, NavigableMap<Integer, Integer> model, int from, int to) {
    assertSame(map.from(from), new TreeMap<>(model.tailMap(from, true)));
    assertSame(map.to(to), new TreeMap<>(model.headMap(to, false)));
    assertSame(
        map.range(from, to),
        from <= to ? new TreeMap<>(model.subMap(from, true, to, false)) : new TreeMap<>());
  }

  private static void assertSame(
      PersistentMap<Integer, Integer> map, NavigableMap<Integer, Integer> model) {
    assertThat(map.isBalanced()).isTrue();
    assertThat(map).hasToString(model.toString());
  }

  private static Optional<PersistentMap.Entry<Integer, Integer>> entry(
      Map.@Nullable Entry<Integer, Integer> entry) {
    return Optional.ofNullable(entry).map(e -> new PersistentMap.Entry<>(e.getKey(), e.getValue()));
  }
}
