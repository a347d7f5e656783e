package org.sarhad.node.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Payloads of one peer that came ahead of the entries that name them. In memory only: what a crash
/// takes is sent again. What does not fit is let go of; the author learns from where to go on.
final class PayloadShelf {
  /// How much is kept, in bytes.
  static final long BYTES_MAX = 64L << 20;

  private static final int ERASED_MAX = 1 << 16;

  private final Map<Hash, Bytes> contents = new HashMap<>();
  private final Map<Hash, Long> erased = new HashMap<>();
  private long bytes;

  /// Keeps what fits.
  void put(List<PayloadFrame> frames) {
    for (var frame : frames) {
      switch (frame) {
        case PayloadFrame.Content(Hash sha256, Bytes content) -> {
          if (bytes + content.size() <= BYTES_MAX
              && contents.putIfAbsent(sha256, content) == null) {
            bytes += content.size();
          }
        }
        case PayloadFrame.Erased(Hash sha256, long by) -> {
          if (erased.size() < ERASED_MAX) {
            erased.put(sha256, by);
          }
        }
      }
    }
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
}
