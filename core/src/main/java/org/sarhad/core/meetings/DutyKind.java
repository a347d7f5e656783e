package org.sarhad.core.meetings;

/// What is to be done again and again (protocol clause 10-3.2).
public enum DutyKind {
  /// The sides meet.
  MEETING(true),
  /// Each side patrols its own soil along the line, on the same days.
  SIMULTANEOUS_PATROL(false),
  /// The sides go through what they agreed on: rules, commitments.
  REVIEW(true),
  /// The sides practise together.
  JOINT_EXERCISE(false);

  private final boolean meeting;

  DutyKind(boolean meeting) {
    this.meeting = meeting;
  }

  /// Whether it is held by a meeting with agendas and outcome; otherwise each side just states
  /// whether it was held.
  public boolean isMeeting() {
    return meeting;
  }
}
