package org.sarhad.core.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An immutable map of running numbers: what entries of a log, lines and numbers of a series are
/// found by. Every change returns a new map and leaves this one as it was.
///
/// A radix tree of 32 parts to a node, of which only those that hold something are kept (Bagwell
/// 2001), as high as its largest index needs. No index is compared with another, so that a map of
/// ten million is as quick as one of a few: a lookup passes one node for five bits of the index,
/// and a change copies those. Iteration is O(n) in ascending order. Where keys are no numbers, a
/// [PersistentMap] is what you want.
///
/// Safe to read from any thread.
///
/// @param <V> values
public final class IndexMap<V> implements Iterable<IndexMap.Entry<V>> {

  /// One index and what it maps to.
  public record Entry<V>(long index, V value) {}

  /// Bits of an index that a node decides by.
  private static final int BITS = 5;

  private static final int MASK = (1 << BITS) - 1;

  private static final Node NONE = new Node(0);

  private static final IndexMap<?> EMPTY = new IndexMap<>(NONE, 0, 0);

  private final Node root;

  /// How far an index is shifted for the root to decide by it: as little as the largest allows.
  private final int shift;

  private final int size;

  private IndexMap(Node root, int shift, int size) {
    this.root = root;
    this.shift = shift;
    this.size = size;
  }

  /// The map with nothing in it.
  @SuppressWarnings("unchecked") // An empty map holds no value of any type.
  public static <V> IndexMap<V> empty() {
    return (IndexMap<V>) EMPTY;
  }

  /// The map with one entry.
  ///
  /// @throws IllegalArgumentException when the index is negative
  public static <V> IndexMap<V> of(long index, V value) {
    return IndexMap.<V>empty().put(index, value);
  }

  /// The map of `indices`, each to the value at the same place of `values`. O(n).
  ///
  /// @throws IllegalArgumentException when the indices do not ascend from 0 or more, or there are
  ///   more or fewer values
  public static <V> IndexMap<V> ofAscending(long[] indices, List<V> values) {
    if (indices.length != values.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + indices.length + " indices");
    }
    if (indices.length == 0) {
      return empty();
    }
    checked(indices[0]);
    for (int i = 1; i < indices.length; i++) {
      if (indices[i - 1] >= indices[i]) {
        throw new IllegalArgumentException(indices[i] + " does not ascend at " + i);
      }
    }
    int shift = height(indices[indices.length - 1], 0);
    return new IndexMap<>(
        ascending(indices, values.toArray(), 0, indices.length, shift), shift, indices.length);
  }

  /// The map of as many indices one after the other as there are values, the first one `first`.
  ///
  /// @throws IllegalArgumentException when `first` is negative
  public static <V> IndexMap<V> run(long first, List<V> values) {
    long[] indices = new long[values.size()];
    Arrays.setAll(indices, i -> first + i);
    return ofAscending(indices, values);
  }

  private static Node ascending(long[] indices, Object[] values, int from, int to, int shift) {
    int present = 0;
    for (int i = from; i < to; i++) {
      present |= bit(indices[i], shift);
    }
    Node node = new Node(present);
    int begin = from;
    for (int at = 0; at < node.parts.length; at++) {
      int end = begin + 1;
      while (end < to && bit(indices[end], shift) == bit(indices[begin], shift)) {
        end++;
      }
      node.parts[at] =
          shift == 0 ? values[begin] : ascending(indices, values, begin, end, shift - BITS);
      begin = end;
    }
    return node;
  }

  /// How many entries.
  public int size() {
    return size;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return size == 0;
  }

  /// Whether `index` maps to something.
  public boolean containsKey(long index) {
    return value(index) != null;
  }

  /// What `index` maps to, or empty.
  public Optional<V> find(long index) {
    return Optional.ofNullable(value(index));
  }

  /// What `index` maps to.
  ///
  /// @throws NoSuchElementException naming the index, when it maps to nothing
  public V get(long index) {
    V value = value(index);
    if (value == null) {
      throw new NoSuchElementException("no entry for " + index);
    }
    return value;
  }

  /// This map with `index` mapped to `value`, whether or not it was mapped before.
  ///
  /// @throws IllegalArgumentException when the index is negative
  public IndexMap<V> put(long index, V value) {
    int height = height(checked(index), shift);
    Node top = raised(height);
    return new IndexMap<>(
        with(top, height, index, value), height, containsKey(index) ? size : size + 1);
  }

  /// This map with each index of `changes` mapped to its value there. What only one of both has is
  /// shared.
  public IndexMap<V> putAll(IndexMap<V> changes) {
    int height = Math.max(shift, changes.shift);
    Node older = raised(height);
    Node newer = changes.raised(height);
    return new IndexMap<>(
        union(older, newer, height), height, size + changes.size - shared(older, newer, height));
  }

  /// This map without `index`; the same map when the index is not there.
  public IndexMap<V> remove(long index) {
    if (!containsKey(index)) {
      return this;
    }
    Node top = without(root, shift, index);
    int height = shift;
    while (height > 0 && top.present == 1) {
      top = top.below(1);
      height -= BITS;
    }
    return size == 1 ? empty() : new IndexMap<>(top, height, size - 1);
  }

  /// The values, in the order of their indices.
  public Stream<V> values() {
    return stream().map(Entry::value);
  }

  /// The entries, smallest index first.
  public Stream<Entry<V>> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /// The entries, smallest index first.
  @Override
  public Iterator<Entry<V>> iterator() {
    return new Ascent<>(this);
  }

  @Override
  public Spliterator<Entry<V>> spliterator() {
    return Spliterators.spliterator(
        iterator(),
        size,
        Spliterator.ORDERED
            | Spliterator.DISTINCT
            | Spliterator.NONNULL
            | Spliterator.IMMUTABLE
            | Spliterator.SIZED);
  }

  /// Whether both hold equal entries, however they were built.
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof IndexMap<?> that) || size != that.size) {
      return false;
    }
    Iterator<?> theirs = that.iterator();
    for (Entry<V> entry : this) {
      if (!entry.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Entry<V> entry : this) {
      hash = 31 * hash + entry.hashCode();
    }
    return hash;
  }

  /// `{index=value, …}`, ascending.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Entry<V> entry : this) {
      text.append(text.length() == 1 ? "" : ", ").append(entry.index).append('=');
      text.append(entry.value);
    }
    return text.append('}').toString();
  }

  // ---- the tree -------------------------------------------------------------------------------

  /// Its parts are nodes, or values where the index is shifted no further; a bit of `present` for
  /// each that is there, in their order.
  private static final class Node {
    final int present;
    final Object[] parts;

    Node(int present) {
      this(present, new Object[Integer.bitCount(present)]);
    }

    Node(int present, Object[] parts) {
      this.present = present;
      this.parts = parts;
    }

    int place(int bit) {
      return Integer.bitCount(present & (bit - 1));
    }

    boolean has(int bit) {
      return (present & bit) != 0;
    }

    Object part(int bit) {
      return parts[place(bit)];
    }

    Node below(int bit) {
      return (Node) part(bit);
    }

    Node with(int bit, Object part) {
      int at = place(bit);
      if (has(bit)) {
        Object[] changed = parts.clone();
        changed[at] = part;
        return new Node(present, changed);
      }
      Node wider = new Node(present | bit);
      System.arraycopy(parts, 0, wider.parts, 0, at);
      wider.parts[at] = part;
      System.arraycopy(parts, at, wider.parts, at + 1, parts.length - at);
      return wider;
    }

    Node without(int bit) {
      int at = place(bit);
      Node narrower = new Node(present & ~bit);
      System.arraycopy(parts, 0, narrower.parts, 0, at);
      System.arraycopy(parts, at + 1, narrower.parts, at, narrower.parts.length - at);
      return narrower;
    }
  }

  private static long checked(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("index " + index + " is negative");
    }
    return index;
  }

  private static int bit(long index, int shift) {
    return 1 << (int) (index >>> shift & MASK);
  }

  /// How far the root shifts for `index` to be below it, and no less than `least`.
  private static int height(long index, int least) {
    int height = least;
    while (index >>> height > MASK) {
      height += BITS;
    }
    return height;
  }

  /// The root, below as many more as a tree of that height has.
  private Node raised(int height) {
    Node top = root;
    for (int at = shift; at < height && size > 0; at += BITS) {
      top = new Node(1, new Object[] {top});
    }
    return top;
  }

  @SuppressWarnings("unchecked") // What is below the last node is a value.
  private @Nullable V value(long index) {
    if (index < 0 || index >>> shift > MASK) {
      return null;
    }
    Node node = root;
    for (int at = shift; at > 0; at -= BITS) {
      int bit = bit(index, at);
      if (!node.has(bit)) {
        return null;
      }
      node = node.below(bit);
    }
    int bit = bit(index, 0);
    return node.has(bit) ? (V) node.part(bit) : null;
  }

  private static Node with(Node node, int shift, long index, Object value) {
    int bit = bit(index, shift);
    if (shift == 0) {
      return node.with(bit, value);
    }
    Node below = node.has(bit) ? node.below(bit) : NONE;
    return node.with(bit, with(below, shift - BITS, index, value));
  }

  private static Node without(Node node, int shift, long index) {
    int bit = bit(index, shift);
    if (shift == 0) {
      return node.without(bit);
    }
    Node below = without(node.below(bit), shift - BITS, index);
    return below.present == 0 ? node.without(bit) : node.with(bit, below);
  }

  private static Node union(Node older, Node newer, int shift) {
    if (older.present == 0 || newer.present == 0) {
      return older.present == 0 ? newer : older;
    }
    Node both = new Node(older.present | newer.present);
    int left = both.present;
    for (int at = 0; at < both.parts.length; at++, left &= left - 1) {
      int bit = Integer.lowestOneBit(left);
      both.parts[at] =
          older.has(bit) && newer.has(bit) && shift > 0
              ? union(older.below(bit), newer.below(bit), shift - BITS)
              : (newer.has(bit) ? newer : older).part(bit);
    }
    return both;
  }

  /// How many indices are in both.
  private static int shared(Node one, Node other, int shift) {
    int both = one.present & other.present;
    if (shift == 0) {
      return Integer.bitCount(both);
    }
    int count = 0;
    for (int left = both; left != 0; left &= left - 1) {
      int bit = Integer.lowestOneBit(left);
      count += shared(one.below(bit), other.below(bit), shift - BITS);
    }
    return count;
  }

  /// Walks a tree in ascending order, from leaf to leaf.
  private static final class Ascent<V> implements Iterator<Entry<V>> {
    private final IndexMap<V> map;
    private final Node[] path;
    private final int[] left;
    private long index;
    private int taken;

    Ascent(IndexMap<V> map) {
      this.map = map;
      this.path = new Node[map.shift / BITS + 1];
      this.left = new int[path.length];
      path[path.length - 1] = map.root;
      left[path.length - 1] = map.root.present;
      descend(path.length - 1);
    }

    /// To the first leaf below the node at `level` that has something left; levels count from 0 at
    /// the leaves.
    private void descend(int level) {
      for (int at = level; at > 0 && left[at] != 0; at--) {
        int bit = Integer.lowestOneBit(left[at]);
        left[at] ^= bit;
        place(at, bit);
        path[at - 1] = path[at].below(bit);
        left[at - 1] = path[at - 1].present;
      }
    }

    private void place(int level, int bit) {
      long digit = Integer.numberOfTrailingZeros(bit);
      long kept = index >>> (level * BITS) & ~(long) MASK;
      index = (kept | digit) << (level * BITS);
    }

    @Override
    public boolean hasNext() {
      return taken < map.size;
    }

    @Override
    @SuppressWarnings("unchecked") // The parts of a leaf are values.
    public Entry<V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no entry behind the last one");
      }
      int level = 0;
      while (left[level] == 0) {
        level++;
      }
      descend(level);
      int bit = Integer.lowestOneBit(left[0]);
      left[0] ^= bit;
      place(0, bit);
      taken++;
      return new Entry<>(index, (V) path[0].part(bit));
    }
  }
}
