package org.sarhad.core.inquiry;

/// What a side says to a claim of another one.
public enum Stance {
  /// It is so.
  ACCEPT,
  /// Part of it is so.
  ACCEPT_PART,
  /// It is not so.
  DISPUTE,
  /// It can be neither confirmed nor denied.
  CANNOT_VERIFY,
  /// The claim was read and is being looked into. No answer: the due date stands.
  NONE_YET;

  /// Whether it answers the claim.
  public boolean isAnswer() {
    return this != NONE_YET;
  }
}
