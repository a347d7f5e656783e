package org.sarhad.node.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What was read lately, up to a size; the least recently used goes first. For several threads.
public final class Lru<K, V> {
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final ToIntFunction<V> sizeOf;
  private final long sizeMax;
  private long size;

  /// Keeps values whose sizes, as `sizeOf` counts them (bytes, or 1 each), add up to `sizeMax` at
  /// most.
  public Lru(long sizeMax, ToIntFunction<V> sizeOf) {
    this.sizeMax = sizeMax;
    this.sizeOf = sizeOf;
  }

  /// What is kept under `key`, which is thereby the most recently used.
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  /// Keeps `value` under `key`.
  public synchronized void put(K key, V value) {
    Optional.ofNullable(kept.put(key, value))
        .ifPresent(former -> size -= sizeOf.applyAsInt(former));
    size += sizeOf.applyAsInt(value);
    for (var eldest = kept.values().iterator(); size > sizeMax && eldest.hasNext(); ) {
      size -= sizeOf.applyAsInt(eldest.next());
      eldest.remove();
    }
  }

  /// Forgets everything.
  public synchronized void clear() {
    kept.clear();
    size = 0;
  }
}
