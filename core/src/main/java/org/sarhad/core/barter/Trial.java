package org.sarhad.core.barter;

/// What comes of trying something on the book. The book that was tried on is what it was.
sealed interface Trial {
  /// It holds.
  ///
  /// @param after the book with it
  record Stands(BookState after) implements Trial {}

  /// It does not.
  ///
  /// @param why the first reason that applies
  record Falls(BarterRefusal why) implements Trial {}
}
