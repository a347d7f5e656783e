package org.sarhad.core.meetings;

/// Who meets (protocol clause 10-3.2). In ascending order.
public enum Level {
  /// Two posts that face each other across the line.
  POST,
  /// Sector commanders.
  SECTOR,
  /// The border commission.
  COMMISSION,
  /// The security chiefs.
  CHIEFS
}
