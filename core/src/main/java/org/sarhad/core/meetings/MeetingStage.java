package org.sarhad.core.meetings;

/// How far a meeting is, computed from what each side says of it (protocol clause 10-5.5).
public enum MeetingStage {
  /// It was called; not every side has said that it comes.
  PROPOSED,
  /// Every side has said that it comes.
  AGREED,
  /// Some sides have said what came of it, not all.
  PARTLY_STATED,
  /// All have said what came of it, and not the same. Both are shown; nothing is merged.
  DIFFERING,
  /// All say that it was held.
  HELD,
  /// All say that it was not held; they may differ on the reason.
  NOT_HELD,
  /// All say that it began and was walked out of; they may differ on who left over what.
  WALKED_OUT;

  /// Whether all sides say the same: nothing more can be said of the outcome.
  public boolean isEnd() {
    return switch (this) {
      case HELD, NOT_HELD, WALKED_OUT -> true;
      case PROPOSED, AGREED, PARTLY_STATED, DIFFERING -> false;
    };
  }
}
