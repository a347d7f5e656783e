package org.sarhad.node.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Payloads of one peer that came ahead of the entries that name them (06-3.6). In memory only:
/// what a crash takes is sent again. It holds a bounded amount, however much is sent: what came
/// first gives way to what comes now, and the author learns from where to go on.
final class PayloadShelf {
  /// How much is kept, in bytes: twice what comes in one step, whatever its entries.
  static final long BYTES_MAX = 64L << 20;

  private static final int ERASED_MAX = 1 << 16;

  private final long bytesMax;

  /// In the order in which they came.
  private final LinkedHashMap<Hash, Bytes> contents = new LinkedHashMap<>();

  private final LinkedHashMap<Hash, Long> erased = new LinkedHashMap<>();
  private long bytes;

  PayloadShelf() {
    this(BYTES_MAX);
  }

  /// A shelf for `bytesMax` bytes.
  PayloadShelf(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// Keeps `frames`, and as much of what was here before as fits beside them.
  void put(List<PayloadFrame> frames) {
    for (var frame : frames) {
      switch (frame) {
        case PayloadFrame.Content(Hash sha256, Bytes content) -> {
          letGo(sha256);
          contents.put(sha256, content);
          bytes += content.size();
          while (bytes > bytesMax) {
            letGo(contents.firstEntry().getKey());
          }
        }
        case PayloadFrame.Erased(Hash sha256, long by) -> {
          erased.putLast(sha256, by);
          if (erased.size() > ERASED_MAX) {
            erased.pollFirstEntry();
          }
        }
      }
    }
  }

  private void letGo(Hash sha256) {
    Optional.ofNullable(contents.remove(sha256)).ifPresent(content -> bytes -= content.size());
  }

  /// The payload with this hash, if it came.
  Optional<Bytes> find(Hash sha256) {
    return Optional.ofNullable(contents.get(sha256));
  }

  /// Whether the author says that the payload with this hash was erased.
  boolean isErased(Hash sha256) {
    return erased.containsKey(sha256);
  }

  /// Everything that was sent for has been used or was not wanted.
  void clear() {
    contents.clear();
    erased.clear();
    bytes = 0;
  }

  /// How much is here, in bytes.
  long bytes() {
    return bytes;
  }
}
