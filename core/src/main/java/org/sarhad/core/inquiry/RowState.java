package org.sarhad.core.inquiry;

/// How the sides stand in a row of a board, and so where it is shown: what is agreed comes first
/// (protocol clause 09-8.3).
public enum RowState {
  /// A finding in force says so, or all sides hold to the same.
  AGREED,
  /// What they hold to overlaps: a cheap next agreement.
  OVERLAPPING,
  /// At least two sides hold to different things.
  DISPUTED,
  /// At least one side cannot tell, and none disputes.
  UNVERIFIED,
  /// At least one side has neither stated anything nor answered, and none disputes.
  UNANSWERED;

  /// What several pairs of sides come to: the first of these that there is. Silence of one is never
  /// covered by an agreement of others.
  RowState and(RowState other) {
    return weight() >= other.weight() ? this : other;
  }

  private int weight() {
    return switch (this) {
      case AGREED -> 0;
      case OVERLAPPING -> 1;
      case UNVERIFIED -> 2;
      case UNANSWERED -> 3;
      case DISPUTED -> 4;
    };
  }
}
