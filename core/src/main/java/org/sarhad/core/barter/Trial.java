package org.sarhad.core.barter;

/// What comes of trying something on the book. The book that was tried on is what it was.
public sealed interface Trial {
  /// It holds.
  ///
  /// @param after the book with it
  record Stands(BookState after) implements Trial {}

  /// It does not.
  ///
  /// @param why the first reason that applies
  /// @param line of which line of an act of many, from 1; 0 of the whole
  record Falls(BarterRefusal why, int line) implements Trial {
    Falls(BarterRefusal why) {
      this(why, 0);
    }
  }
}
