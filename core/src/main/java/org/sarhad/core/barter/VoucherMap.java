package org.sarhad.core.barter;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryMap;

/// An immutable map of what vouchers stand for. Every change returns a new map and leaves this one
/// as it was; a lookup and a change cost as much as those of an [IndexMap].
///
/// @param whole of acts and facts themselves
/// @param lines of the lines of acts of many, by act and line
/// @param <V> values
public record VoucherMap<V>(EntryMap<V> whole, EntryMap<IndexMap<V>> lines) {
  private static final VoucherMap<?> EMPTY = new VoucherMap<>(EntryMap.empty(), EntryMap.empty());

  /// The map with nothing in it.
  @SuppressWarnings("unchecked") // An empty map holds no value of any type.
  public static <V> VoucherMap<V> empty() {
    return (VoucherMap<V>) EMPTY;
  }

  /// How many entries; O(acts of many).
  public int size() {
    return whole.size() + lines.values().mapToInt(IndexMap::size).sum();
  }

  /// Whether `ref` maps to something.
  public boolean containsKey(VoucherRef ref) {
    return find(ref).isPresent();
  }

  /// What `ref` maps to, or empty.
  public Optional<V> find(VoucherRef ref) {
    return ref.line() == 0 ? whole.find(ref.entry()) : lines(ref.entry()).find(ref.line());
  }

  /// What `ref` maps to.
  ///
  /// @throws NoSuchElementException naming what is looked for, when it maps to nothing
  public V get(VoucherRef ref) {
    return find(ref).orElseThrow(() -> new NoSuchElementException("no entry for " + ref));
  }

  /// Those of the lines of `act`, by line; none where it is no act of many.
  public IndexMap<V> lines(EntryId act) {
    return lines.find(act).orElse(IndexMap.empty());
  }

  /// This map with `ref` mapped to `value`, whether or not it was mapped before.
  public VoucherMap<V> put(VoucherRef ref, V value) {
    return ref.line() == 0
        ? new VoucherMap<>(whole.put(ref.entry(), value), lines)
        : with(ref.entry(), lines(ref.entry()).put(ref.line(), value));
  }

  /// This map with each of `changes`, lines of `act`, mapped to its value there.
  public VoucherMap<V> putAll(EntryId act, IndexMap<V> changes) {
    return changes.isEmpty() ? this : with(act, lines(act).putAll(changes));
  }

  private VoucherMap<V> with(EntryId act, IndexMap<V> next) {
    return new VoucherMap<>(whole, lines.put(act, next));
  }

  /// What maps to something: acts and facts themselves, then lines, each in their order.
  public Stream<VoucherRef> keys() {
    return Stream.concat(
        whole.keys().map(VoucherRef::of),
        lines.stream()
            .flatMap(
                act ->
                    act.value().stream()
                        .map(line -> new VoucherRef(act.key(), (int) line.index()))));
  }
}
