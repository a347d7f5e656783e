package org.sarhad.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrderedTest {
  @Test
  void elementsComeInTheirOwnOrder() {
    assertThat(Ordered.set("c", "a", "b", "a")).containsExactly("a", "b", "c");
    assertThat(Ordered.set(List.of(3, 1, 2))).containsExactly(1, 2, 3);
    assertThat(Ordered.map(Map.of("b", 2, "a", 1)).entrySet())
        .containsExactly(Map.entry("a", 1), Map.entry("b", 2));
  }

  @Test
  void copiesNeitherFollowTheirOriginalNorChange() {
    TreeSet<String> set = new TreeSet<>(List.of("a"));
    TreeMap<String, Integer> map = new TreeMap<>(Map.of("a", 1));
    SortedSet<String> setCopy = Ordered.set(set);
    SortedMap<String, Integer> mapCopy = Ordered.map(map);
    set.add("b");
    map.put("b", 2);

    assertThat(setCopy).containsExactly("a");
    assertThat(mapCopy).containsOnlyKeys("a");
    assertThatThrownBy(() -> setCopy.add("b")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> mapCopy.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
  }
}
