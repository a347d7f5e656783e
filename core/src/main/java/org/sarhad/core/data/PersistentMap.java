package org.sarhad.core.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An immutable ordered map: every change returns a new map and leaves this one as it was.
///
/// A weight-balanced tree whose changed path is copied (Adams 1992, with the parameters Δ = 3, Γ =
/// 2 proven by Hirai and Yamamoto 2011), so old and new share everything else. Lookups and changes
/// cost O(log n) comparisons, `size` O(1), iteration O(n) in key order. Two maps are equal when
/// they hold equal entries in the same order, however they were built.
///
/// Safe to read from any thread.
///
/// @param <K> keys; their natural order must agree with `equals`
/// @param <V> values
public final class PersistentMap<K extends Comparable<K>, V>
    implements Iterable<PersistentMap.Entry<K, V>> {

  /// One key and what it maps to.
  public record Entry<K, V>(K key, V value) {}

  /// Neither side may weigh more than this many times the other.
  private static final int DELTA = 3;

  /// Decides between a single and a double rotation.
  private static final int GAMMA = 2;

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null);

  private final @Nullable Node<K, V> root;

  private PersistentMap(@Nullable Node<K, V> root) {
    this.root = root;
  }

  /// The map with nothing in it.
  @SuppressWarnings("unchecked") // An empty map holds no key and no value of any type.
  public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /// The map with one entry.
  public static <K extends Comparable<K>, V> PersistentMap<K, V> of(K key, V value) {
    return PersistentMap.<K, V>empty().put(key, value);
  }

  /// The map of `keys`, each to the value at the same place of `values`. O(n), where as many
  /// [#put]s would be O(n log n).
  ///
  /// @throws IllegalArgumentException when the keys do not ascend, or there are more or fewer
  ///   values
  public static <K extends Comparable<K>, V> PersistentMap<K, V> ofAscending(
      List<K> keys, List<V> values) {
    if (keys.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " values for " + keys.size() + " keys");
    }
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i - 1).compareTo(keys.get(i)) >= 0) {
        throw new IllegalArgumentException(keys.get(i) + " does not ascend at " + i);
      }
    }
    return wrap(ascending(keys, values, 0, keys.size()));
  }

  /// A tree of `[from, to)`, the middle on top: its sides differ by one at most.
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> ascending(
      List<K> keys, List<V> values, int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    return new Node<>(
        keys.get(middle),
        values.get(middle),
        ascending(keys, values, from, middle),
        ascending(keys, values, middle + 1, to));
  }

  /// How many entries.
  public int size() {
    return weight(root);
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return root == null;
  }

  /// Whether `key` maps to something.
  public boolean containsKey(K key) {
    return node(key) != null;
  }

  /// What `key` maps to, or empty.
  public Optional<V> find(K key) {
    Node<K, V> node = node(key);
    return node == null ? Optional.empty() : Optional.of(node.value);
  }

  /// What `key` maps to.
  ///
  /// @throws NoSuchElementException naming the key, when it maps to nothing
  public V get(K key) {
    Node<K, V> node = node(key);
    if (node == null) {
      throw new NoSuchElementException("no entry for " + key);
    }
    return node.value;
  }

  /// What `key` maps to, or `other`.
  public V getOrElse(K key, V other) {
    Node<K, V> node = node(key);
    return node == null ? other : node.value;
  }

  /// This map with `key` mapped to `value`, whether or not it was mapped before.
  public PersistentMap<K, V> put(K key, V value) {
    return new PersistentMap<>(put(root, key, value));
  }

  /// This map with `key` mapped to `change` of what it maps to, or of `initial` if nothing.
  public PersistentMap<K, V> update(K key, V initial, UnaryOperator<V> change) {
    return put(key, change.apply(getOrElse(key, initial)));
  }

  /// This map without `key`; the same map when the key is not there.
  public PersistentMap<K, V> remove(K key) {
    return containsKey(key) ? wrap(remove(root, key)) : this;
  }

  /// The entry with the smallest key.
  public Optional<Entry<K, V>> first() {
    return root == null ? Optional.empty() : Optional.of(smallest(root).entry());
  }

  /// The entry with the largest key.
  public Optional<Entry<K, V>> last() {
    return root == null ? Optional.empty() : Optional.of(largest(root).entry());
  }

  /// The entry with the largest key ≤ `key`.
  public Optional<Entry<K, V>> floor(K key) {
    return nearest(key, true, false);
  }

  /// The entry with the largest key < `key`.
  public Optional<Entry<K, V>> lower(K key) {
    return nearest(key, false, false);
  }

  /// The entry with the smallest key ≥ `key`.
  public Optional<Entry<K, V>> ceiling(K key) {
    return nearest(key, true, true);
  }

  /// The entry with the smallest key > `key`.
  public Optional<Entry<K, V>> higher(K key) {
    return nearest(key, false, true);
  }

  /// The part of this map whose keys are ≥ `from` and < `to`; empty when `from` ≥ `to`. O(log n):
  /// it shares its inside with this map.
  public PersistentMap<K, V> range(K from, K to) {
    return wrap(below(atLeast(root, from), to));
  }

  /// The part of this map whose keys are ≥ `from`; O(log n).
  public PersistentMap<K, V> from(K from) {
    return wrap(atLeast(root, from));
  }

  /// The part of this map whose keys are < `to`; O(log n).
  public PersistentMap<K, V> to(K to) {
    return wrap(below(root, to));
  }

  /// The entry that `index` smaller keys precede; O(log n).
  ///
  /// @param index 0 to `size() - 1`
  /// @throws IndexOutOfBoundsException when outside that range
  public Entry<K, V> at(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("index " + index + " of a map of size " + size());
    }
    int before = index;
    Node<K, V> node = root;
    while (node != null) {
      int left = weight(node.left);
      if (before == left) {
        return node.entry();
      }
      if (before < left) {
        node = node.left;
      } else {
        before -= left + 1;
        node = node.right;
      }
    }
    throw new AssertionError("weights do not add up");
  }

  /// The keys at which this map and `other` do not hold the very same value, smallest first: those
  /// of one of them alone, and those whose values are two objects, equal or not. Of two maps of
  /// which one was made from the other by d changes, O(d log² n): what they share is not looked at.
  public List<K> differing(PersistentMap<K, V> other) {
    var keys = new ArrayList<K>();
    differing(root, other.root, keys);
    return keys;
  }

  /// The keys, smallest first.
  public Stream<K> keys() {
    return stream().map(Entry::key);
  }

  /// The values, in the order of their keys.
  public Stream<V> values() {
    return stream().map(Entry::value);
  }

  /// The entries, smallest key first.
  public Stream<Entry<K, V>> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /// The entries, smallest key first.
  @Override
  public Iterator<Entry<K, V>> iterator() {
    return new Ascent<>(root);
  }

  @Override
  public Spliterator<Entry<K, V>> spliterator() {
    return Spliterators.spliterator(
        iterator(),
        size(),
        Spliterator.ORDERED
            | Spliterator.DISTINCT
            | Spliterator.NONNULL
            | Spliterator.IMMUTABLE
            | Spliterator.SIZED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof PersistentMap<?, ?> that) || size() != that.size()) {
      return false;
    }
    Iterator<?> theirs = that.iterator();
    for (Entry<K, V> entry : this) {
      if (!entry.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Entry<K, V> entry : this) {
      hash = 31 * hash + entry.hashCode();
    }
    return hash;
  }

  /// `{key=value, …}` in key order.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Entry<K, V> entry : this) {
      text.append(text.length() == 1 ? "" : ", ").append(entry.key).append('=').append(entry.value);
    }
    return text.append('}').toString();
  }

  /// Whether the tree keeps its promises: keys ascend, weights add up, no side outweighs the other.
  /// For tests; O(n).
  boolean isBalanced() {
    return isBalanced(root);
  }

  // ---- the tree -------------------------------------------------------------------------------

  private static final class Node<K, V> {
    final K key;
    final V value;
    final @Nullable Node<K, V> left;
    final @Nullable Node<K, V> right;
    final int weight;

    Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      this.key = key;
      this.value = value;
      this.left = left;
      this.right = right;
      this.weight = weight(left) + weight(right) + 1;
    }

    Entry<K, V> entry() {
      return new Entry<>(key, value);
    }

    Node<K, V> withChildren(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return newLeft == left && newRight == right
          ? this
          : new Node<>(key, value, newLeft, newRight);
    }
  }

  private static <K extends Comparable<K>, V> PersistentMap<K, V> wrap(@Nullable Node<K, V> root) {
    return root == null ? empty() : new PersistentMap<>(root);
  }

  private static int weight(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.weight;
  }

  private @Nullable Node<K, V> node(K key) {
    return find(root, key);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> find(
      @Nullable Node<K, V> from, K key) {
    Node<K, V> node = from;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return node;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  private Optional<Entry<K, V>> nearest(K key, boolean orEqual, boolean above) {
    Node<K, V> best = null;
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0 && orEqual) {
        return Optional.of(node.entry());
      }
      // A node on the wanted side is a candidate; a nearer one can only lie back towards the key.
      boolean wanted = above ? order < 0 : order > 0;
      if (wanted) {
        best = node;
      }
      node = wanted == above ? node.left : node.right;
    }
    return best == null ? Optional.empty() : Optional.of(best.entry());
  }

  private static <K extends Comparable<K>, V> Node<K, V> put(
      @Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(key, value, null, null);
    }
    int order = key.compareTo(node.key);
    if (order < 0) {
      return balance(node, put(node.left, key, value), node.right);
    }
    if (order > 0) {
      return balance(node, node.left, put(node.right, key, value));
    }
    return new Node<>(key, value, node.left, node.right);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.compareTo(node.key);
    if (order < 0) {
      return balance(node, remove(node.left, key), node.right);
    }
    if (order > 0) {
      return balance(node, node.left, remove(node.right, key));
    }
    return glue(node.left, node.right);
  }

  /// One tree of two whose keys do not interleave and whose weights are balanced.
  private static <K, V> @Nullable Node<K, V> glue(
      @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return left.weight > right.weight
        ? balance(largest(left), withoutLargest(left), right)
        : balance(smallest(right), left, withoutSmallest(right));
  }

  private static <K, V> @Nullable Node<K, V> withoutLargest(Node<K, V> node) {
    return node.right == null ? node.left : balance(node, node.left, withoutLargest(node.right));
  }

  private static <K, V> @Nullable Node<K, V> withoutSmallest(Node<K, V> node) {
    return node.left == null ? node.right : balance(node, withoutSmallest(node.left), node.right);
  }

  private static <K, V> Node<K, V> smallest(Node<K, V> node) {
    Node<K, V> smallest = node;
    while (smallest.left != null) {
      smallest = smallest.left;
    }
    return smallest;
  }

  private static <K, V> Node<K, V> largest(Node<K, V> node) {
    Node<K, V> largest = node;
    while (largest.right != null) {
      largest = largest.right;
    }
    return largest;
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> atLeast(
      @Nullable Node<K, V> node, K from) {
    if (node == null) {
      return null;
    }
    return node.key.compareTo(from) < 0
        ? atLeast(node.right, from)
        : link(node, atLeast(node.left, from), node.right);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> below(
      @Nullable Node<K, V> node, K to) {
    if (node == null) {
      return null;
    }
    return node.key.compareTo(to) >= 0
        ? below(node.left, to)
        : link(node, node.left, below(node.right, to));
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> above(
      @Nullable Node<K, V> node, K from) {
    if (node == null) {
      return null;
    }
    return node.key.compareTo(from) <= 0
        ? above(node.right, from)
        : link(node, above(node.left, from), node.right);
  }

  @SuppressWarnings("ReferenceEquality") // What is not the same object is said to differ.
  private static <K extends Comparable<K>, V> void differing(
      @Nullable Node<K, V> one, @Nullable Node<K, V> other, List<K> keys) {
    if (one == other) {
      return;
    }
    if (one == null || other == null) {
      new Ascent<>(one == null ? other : one).forEachRemaining(entry -> keys.add(entry.key()));
      return;
    }
    differing(one.left, below(other, one.key), keys);
    Node<K, V> same = find(other, one.key);
    if (same == null || same.value != one.value) {
      keys.add(one.key);
    }
    differing(one.right, above(other, one.key), keys);
  }

  /// One tree of a middle entry and two trees of any weights: walks down the heavier until they
  /// match.
  private static <K, V> Node<K, V> link(
      Node<K, V> middle, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left != null && outweighs(left, right)) {
      return balance(left, left.left, link(middle, left.right, right));
    }
    if (right != null && outweighs(right, left)) {
      return balance(right, link(middle, left, right.left), right.right);
    }
    return middle.withChildren(left, right);
  }

  private static boolean outweighs(@Nullable Node<?, ?> heavy, @Nullable Node<?, ?> light) {
    return weight(heavy) + 1 > DELTA * (weight(light) + 1);
  }

  /// `middle` over `left` and `right`, one of which may be one step out of balance.
  private static <K, V> Node<K, V> balance(
      Node<K, V> middle, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (right != null && outweighs(right, left)) {
      return rotateLeft(middle, left, right);
    }
    if (left != null && outweighs(left, right)) {
      return rotateRight(middle, left, right);
    }
    return middle.withChildren(left, right);
  }

  private static <K, V> Node<K, V> rotateLeft(
      Node<K, V> middle, @Nullable Node<K, V> left, Node<K, V> right) {
    Node<K, V> inner = right.left;
    if (inner == null || weight(inner) + 1 < GAMMA * (weight(right.right) + 1)) {
      return right.withChildren(middle.withChildren(left, inner), right.right);
    }
    return inner.withChildren(
        middle.withChildren(left, inner.left), right.withChildren(inner.right, right.right));
  }

  private static <K, V> Node<K, V> rotateRight(
      Node<K, V> middle, Node<K, V> left, @Nullable Node<K, V> right) {
    Node<K, V> inner = left.right;
    if (inner == null || weight(inner) + 1 < GAMMA * (weight(left.left) + 1)) {
      return left.withChildren(left.left, middle.withChildren(inner, right));
    }
    return inner.withChildren(
        left.withChildren(left.left, inner.left), middle.withChildren(inner.right, right));
  }

  private static <K extends Comparable<K>, V> boolean isBalanced(@Nullable Node<K, V> node) {
    if (node == null) {
      return true;
    }
    return (node.left == null || largest(node.left).key.compareTo(node.key) < 0)
        && (node.right == null || smallest(node.right).key.compareTo(node.key) > 0)
        && node.weight == weight(node.left) + weight(node.right) + 1
        && !outweighs(node.left, node.right)
        && !outweighs(node.right, node.left)
        && isBalanced(node.left)
        && isBalanced(node.right);
  }

  /// Walks a tree in key order with a stack of the ancestors still to be shown.
  private static final class Ascent<K, V> implements Iterator<Entry<K, V>> {
    private final Deque<Node<K, V>> path = new ArrayDeque<>();

    Ascent(@Nullable Node<K, V> root) {
      descend(root);
    }

    private void descend(@Nullable Node<K, V> from) {
      for (Node<K, V> node = from; node != null; node = node.left) {
        path.push(node);
      }
    }

    @Override
    public boolean hasNext() {
      return !path.isEmpty();
    }

    @Override
    public Entry<K, V> next() {
      Node<K, V> node = path.pop();
      descend(node.right);
      return node.entry();
    }
  }
}
