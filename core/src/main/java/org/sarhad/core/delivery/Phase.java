package org.sarhad.core.delivery;

/// How sure a time is (protocol clause 18-3.2).
public enum Phase {
  /// So it was arranged.
  PLANNED,
  /// So it is expected now.
  ESTIMATED,
  /// So it was.
  ACTUAL
}
