package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;

/// How it stands with the snapshots of what was folded.
///
/// @param entries how many entries of all logs are in the newest one; 0 if there is none
/// @param failures how many could not be written since the node was started
/// @param failure why the last one could not be written; empty if it was
/// @param spared how many entries the start had not to fold, because they were in one
/// @param start what the start made of them, a sentence
public record SnapshotReport(
    long entries, long failures, Optional<String> failure, long spared, String start) {
  static final SnapshotReport NONE = new SnapshotReport(0, 0, Optional.empty(), 0, "");

  SnapshotReport started(long covered, long bytes) {
    var said = "began with a snapshot of %d entries (%d bytes)".formatted(covered, bytes);
    return new SnapshotReport(covered, failures, failure, covered, said);
  }

  SnapshotReport refolded(List<String> objections) {
    var why = objections.isEmpty() ? "there was no snapshot" : "snapshots " + objections;
    return new SnapshotReport(0, failures, failure, 0, "folded every entry: " + why);
  }

  SnapshotReport written(long covered) {
    return new SnapshotReport(covered, failures, Optional.empty(), spared, start);
  }

  SnapshotReport failed(String why) {
    return new SnapshotReport(entries, failures + 1, Optional.of(why), spared, start);
  }

  SnapshotReport forgotten() {
    return new SnapshotReport(0, failures, failure, spared, start);
  }
}
