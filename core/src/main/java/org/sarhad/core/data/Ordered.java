package org.sarhad.core.data;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Immutable copies of the JDK's collections, in the natural order of their elements: what a record
/// makes of a `Set` or `Map` it is given.
///
/// `Set.copyOf` and `Map.copyOf` are immutable too, but iterate in an order that differs from run
/// to run and so from node to node.
public final class Ordered {
  private Ordered() {}

  /// These elements, each once.
  @SafeVarargs
  public static <T extends Comparable<T>> SortedSet<T> set(T... elements) {
    TreeSet<T> set = new TreeSet<>();
    for (T element : elements) {
      set.add(element);
    }
    return Collections.unmodifiableSortedSet(set);
  }

  /// The elements of `elements`, each once.
  public static <T extends Comparable<T>> SortedSet<T> set(Collection<T> elements) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(elements));
  }

  /// The entries of `map`.
  public static <K extends Comparable<K>, V> SortedMap<K, V> map(Map<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
