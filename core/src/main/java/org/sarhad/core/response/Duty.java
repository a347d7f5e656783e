package org.sarhad.core.response;

/// What somebody owes somebody within a time. The times themselves are in
/// [ResponseSettings.Clocks].
public enum Duty {
  /// Tell the other side of an incident whose run card asks for it.
  TELL_PEER,
  /// Have a person acknowledge an incident that the other side has told.
  ACKNOWLEDGE,
  /// Answer a request or an offer of assistance.
  ANSWER_ASSISTANCE,
  /// Issue the next situation report on a grave incident.
  SITREP
}
