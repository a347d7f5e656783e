package org.sarhad.core.crossing;

/// What a unit in the fast lane is for. There are no others: everything else is asked for each time
/// (protocol clause 11-5.1).
public enum LaneWork {
  /// Takes patients.
  MEDICAL,
  /// Puts out fires.
  FIRE
}
