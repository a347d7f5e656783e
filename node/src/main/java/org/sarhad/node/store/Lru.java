package org.sarhad.node.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What was read from files lately, up to a number of bytes; the least recently used goes first.
/// For several threads.
final class Lru<K, V> {
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final ToIntFunction<V> sizeBytes;
  private final long bytesMax;
  private long bytes;

  Lru(long bytesMax, ToIntFunction<V> sizeBytes) {
    this.bytesMax = bytesMax;
    this.sizeBytes = sizeBytes;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void put(K key, V value) {
    Optional.ofNullable(kept.put(key, value))
        .ifPresent(former -> bytes -= sizeBytes.applyAsInt(former));
    bytes += sizeBytes.applyAsInt(value);
    for (var eldest = kept.values().iterator(); bytes > bytesMax && eldest.hasNext(); ) {
      bytes -= sizeBytes.applyAsInt(eldest.next());
      eldest.remove();
    }
  }

  synchronized void clear() {
    kept.clear();
    bytes = 0;
  }
}
