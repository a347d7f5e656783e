package org.sarhad.core.entry;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.Origin;

/// An immutable map of what entries stand for, in the order of [EntryId]: few logs, each of them
/// with many entries. Every change returns a new map and leaves this one as it was; a lookup and a
/// change cost as much as those of an [IndexMap].
///
/// @param logs by origin; none of them empty
/// @param <V> values
public record EntryMap<V>(PersistentMap<Origin, IndexMap<V>> logs) {
  private static final EntryMap<?> EMPTY = new EntryMap<>(PersistentMap.empty());

  /// The map with nothing in it.
  @SuppressWarnings("unchecked") // An empty map holds no value of any type.
  public static <V> EntryMap<V> empty() {
    return (EntryMap<V>) EMPTY;
  }

  /// How many entries; O(logs).
  public int size() {
    return logs.values().mapToInt(IndexMap::size).sum();
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return logs.isEmpty();
  }

  /// Whether `id` maps to something.
  public boolean containsKey(EntryId id) {
    return of(id.origin()).containsKey(id.index());
  }

  /// What `id` maps to, or empty.
  public Optional<V> find(EntryId id) {
    return of(id.origin()).find(id.index());
  }

  /// What `id` maps to.
  ///
  /// @throws NoSuchElementException naming the entry, when it maps to nothing
  public V get(EntryId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no entry for " + id));
  }

  /// Those of one log.
  public IndexMap<V> of(Origin log) {
    return logs.getOrElse(log, IndexMap.empty());
  }

  /// This map with `id` mapped to `value`, whether or not it was mapped before.
  public EntryMap<V> put(EntryId id, V value) {
    Origin log = id.origin();
    return new EntryMap<>(logs.put(log, of(log).put(id.index(), value)));
  }

  /// This map with each of `changes` in `log` mapped to its value there.
  public EntryMap<V> putAll(Origin log, IndexMap<V> changes) {
    return changes.isEmpty() ? this : new EntryMap<>(logs.put(log, of(log).putAll(changes)));
  }

  /// The entries that map to something, smallest first.
  public Stream<EntryId> keys() {
    return stream().map(PersistentMap.Entry::key);
  }

  /// The values, in the order of their entries.
  public Stream<V> values() {
    return logs.values().flatMap(IndexMap::values);
  }

  /// Each entry and what it maps to, smallest entry first.
  public Stream<PersistentMap.Entry<EntryId, V>> stream() {
    return logs.stream()
        .flatMap(
            log ->
                log.value().stream()
                    .map(
                        one ->
                            new PersistentMap.Entry<>(
                                EntryId.of(log.key(), one.index()), one.value())));
  }
}
