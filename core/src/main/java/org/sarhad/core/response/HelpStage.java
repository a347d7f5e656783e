package org.sarhad.core.response;

/// How far a thread of assistance is, step by step (docs/domain/response.md §4.4). Nothing here
/// happens by silence.
public enum HelpStage {
  /// Asked for, not answered.
  REQUESTED,
  /// Offered, not answered.
  OFFERED,
  /// No.
  DECLINED,
  /// Yes under conditions, which the side that opened the thread has not answered: it binds nobody.
  CONDITIONAL,
  /// The conditions were not taken: as good as no.
  CONDITIONS_DECLINED,
  /// Yes, and nothing committed yet.
  ACCEPTED,
  /// Means are committed.
  COMMITTED,
  /// They are on their way, there, or on their way back.
  DEPLOYED,
  /// The helper wants them back.
  RETURN_ASKED,
  /// One side has said that its part is over, and a cost line is not settled.
  ENDED,
  /// It is over, and both agree on every cost line, or there is none.
  SETTLED
}
