package org.sarhad.core.meetings;

/// What became of one occurrence of a duty, computed from what each side says of it (protocol
/// clause 10-4.3).
public enum OccurrenceStage {
  /// Not every side has said what came of it.
  OPEN,
  /// All have, and differ.
  DIFFERING,
  /// All say that it was not held, or was walked out of. It may still be held later.
  NOT_HELD,
  /// All say that it was held.
  HELD,
  /// The sides agreed that it need not be held.
  CANCELLED;

  /// Whether nothing more can be said about it.
  public boolean isEnd() {
    return switch (this) {
      case HELD, CANCELLED -> true;
      case OPEN, DIFFERING, NOT_HELD -> false;
    };
  }
}
