package org.sarhad.node.peer;

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
}
