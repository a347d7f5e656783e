package org.sarhad.node.machine;

import java.time.Duration;

/// When a snapshot of what was folded is due.
///
/// @param entries so many entries of all logs must have come since the last one
/// @param pause and so much time must have passed since it was begun
/// @param entriesAtEnd so many entries are enough when the node stops
public record SnapshotPace(long entries, Duration pause, long entriesAtEnd) {
  /// What is left to fold at a start takes some two seconds, and writing a few hundredths of a
  /// processor, with a million entries and more coming.
  public static final SnapshotPace DEFAULTS =
      new SnapshotPace(50_000, Duration.ofMinutes(3), 10_000);
}
