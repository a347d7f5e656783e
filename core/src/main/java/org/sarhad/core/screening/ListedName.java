package org.sarhad.core.screening;

/// A name on a list.
///
/// @param name as it stands there
/// @param isWeak whether the list itself calls it weak: many others are called that
public record ListedName(String name, boolean isWeak) {
  /// A name that the list stands by.
  public static ListedName of(String name) {
    return new ListedName(name, false);
  }

  /// A name that the list calls weak.
  public static ListedName weak(String name) {
    return new ListedName(name, true);
  }
}
