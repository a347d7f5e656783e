package org.sarhad.core.commitments;

/// What a commitment looks like at a given time; for display only (protocol clause 10-6.7). In
/// ascending order of what asks for attention.
public enum Condition {
  /// It is over.
  CLOSED,
  /// Open, not late, and somebody has said something about it not long ago.
  CURRENT,
  /// Open, and no side has said anything about it for long.
  SILENT,
  /// Open, and the due date is over.
  OVERDUE,
  /// Open, the due date is over or was never set, and no side has said anything for very long.
  LAPSED
}
