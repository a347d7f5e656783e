package org.sarhad.core.information;

/// How soon the asking side needs it (Dir. (EU) 2023/977 art. 2, 4 and 5).
public enum Urgency {
  /// Delay would endanger life or limb, or lose what cannot be had again; with reasons.
  URGENT,
  /// Anything else.
  ORDINARY
}
