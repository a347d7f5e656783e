package org.sarhad.core.commitments;

/// On whose word a commitment stands (protocol clause 10-6.3).
public enum Standing {
  /// One side has registered what was stated publicly; not all sides concerned have acknowledged.
  REGISTERED,
  /// All sides concerned have acknowledged what one of them registered.
  ACKNOWLEDGED,
  /// It was made by a joint act.
  AGREED
}
