package org.sarhad.core.inquiry;

/// Who the people of a count were. Counts of different categories stand in rows of their own and
/// are never added.
public enum Category {
  /// Civilians.
  CIVIL,
  /// Members of security forces.
  SECURITY,
  /// Not said, or both.
  UNKNOWN
}
