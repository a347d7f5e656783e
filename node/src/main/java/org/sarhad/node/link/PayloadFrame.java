package org.sarhad.node.link;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// One payload on its way to the mirror of the log that names it (06-3.3).
public sealed interface PayloadFrame {
  /// The most frames in one push.
  int MAX_PER_REQUEST = 8192;

  /// The most bytes in one push, all payloads together.
  int MAX_BYTES_PER_REQUEST = 16 << 20;

  /// Which payload.
  Hash sha256();

  /// The payload itself.
  ///
  /// @param sha256 SHA-256 of `bytes`; whoever reads a frame computes it, nobody believes it
  /// @param bytes at most 1 MiB
  record Content(Hash sha256, Bytes bytes) implements PayloadFrame {}

  /// There is no such payload any more: its author erased it.
  ///
  /// @param by index, in the same log, of the entry that erased it
  record Erased(Hash sha256, long by) implements PayloadFrame {}

  /// How many bytes of payload the frame carries.
  default int size() {
    return switch (this) {
      case Content(Hash _, Bytes bytes) -> bytes.size();
      case Erased _ -> 0;
    };
  }

  /// `frames` in pushes that keep both limits, in order.
  static List<List<PayloadFrame>> batches(List<PayloadFrame> frames) {
    var batches = new ArrayList<List<PayloadFrame>>();
    var batch = new ArrayList<PayloadFrame>();
    long bytes = 0;
    for (var frame : frames) {
      if (batch.size() == MAX_PER_REQUEST || bytes + frame.size() > MAX_BYTES_PER_REQUEST) {
        batches.add(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(frame);
      bytes += frame.size();
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }
}
