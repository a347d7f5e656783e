package org.sarhad.core.screening;

/// What a side has decided about somebody: all that the other side is told.
public enum Status {
  /// Looked for and not found.
  CLEAR,
  /// Something was found that it may be. Nothing is signed with it until two officers have said.
  HELD,
  /// Held, and let go: it is somebody else, or what is done with it is permitted.
  RELEASED,
  /// It is the one on the list, and nothing is permitted.
  REFUSED;

  /// Whether one may trade with it, as far as this goes.
  public boolean isOpen() {
    return this == CLEAR || this == RELEASED;
  }
}
