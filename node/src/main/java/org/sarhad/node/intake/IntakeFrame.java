package org.sarhad.node.intake;

import java.util.List;

/// What is remembered together or not at all: the entries of one request, a package of a peer, a
/// head. One frame is one record of the ordered log.
///
/// @param records in order; at least one
public record IntakeFrame(List<IntakeRecord> records) {
  /// When entries and their payloads, packed into one record, have so many bytes, it is full. With
  /// the largest of all entries behind them (1 MiB of payloads, and as much that it reveals) they
  /// still fit into the largest record of the log below.
  public static final int FULL_BYTES = 8 << 20;

  /// Copies the list.
  public IntakeFrame {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a frame has at least one record");
    }
  }

  /// The frame of these records.
  public static IntakeFrame of(IntakeRecord... records) {
    return new IntakeFrame(List.of(records));
  }
}
