package org.sarhad.core.travel;

/// Whether the line is crossed.
public enum Passage {
  /// It is a wall everywhere.
  OWN_SOIL,
  /// It is a wall but for the open gates.
  OPEN_GATES
}
