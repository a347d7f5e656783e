package org.sarhad.core.crossing;

import java.util.OptionalLong;
import org.sarhad.core.geo.Position;

/// How far a position is from the operational line, as far as this node's line can tell. It claims
/// nothing about a boundary. What is judged in the joint order never asks it: each side has its own
/// file.
@FunctionalInterface
public interface Line {
  /// No line is known here.
  Line UNKNOWN = _ -> OptionalLong.empty();

  /// Whole metres to the nearest point of the line; empty where no line is known.
  OptionalLong metresFrom(Position position);
}
