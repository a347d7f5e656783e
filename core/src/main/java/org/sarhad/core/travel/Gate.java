package org.sarhad.core.travel;

import java.util.regex.Pattern;

/// A place where one gets through the line: a crossing point, with the cell on either side that it
/// joins.
///
/// @param name 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
/// @param left the cell to the left of the line
/// @param right the cell to the right
/// @param isOpen whether it is taken to be open; a closed one is a wall like the rest
/// @param changesHand whether one drives on the other side of the road behind it
public record Gate(String name, int left, int right, boolean isOpen, boolean changesHand) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /// @throws IllegalArgumentException when the name is not of that form
  public Gate {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "gate \"" + name + "\" is not 1 to 32 characters of [a-z0-9_], a letter first");
    }
  }

  /// The cell on the other side of `cell`, which is one of its two.
  int beyond(int cell) {
    return cell == left ? right : left;
  }
}
