package org.sarhad.core.information;

/// How far a request is (protocol clause 13-3.5).
public enum InformationStage {
  /// It was asked, and no person of the other side has it in hand.
  ASKED,
  /// A person has it in hand.
  RECEIVED,
  /// It waits for the asking side to say what it meant.
  CLARIFYING,
  /// The asked side has answered, and nothing more is to be expected.
  ANSWERED,
  /// The asking side needs it no longer.
  WITHDRAWN;

  /// Whether it is over.
  public boolean isEnd() {
    return this == ANSWERED || this == WITHDRAWN;
  }
}
