package org.sarhad.core.complaints;

/// How far a complaint is (protocol clause 10-7.3).
public enum ComplaintStage {
  /// The other side has said nothing, or only that it is looking into it.
  UNANSWERED,
  /// The other side has answered.
  ANSWERED,
  /// The side that complained has done with it.
  CLOSED
}
