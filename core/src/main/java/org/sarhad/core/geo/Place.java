package org.sarhad.core.geo;

import java.util.Optional;

/// Where something is, as the side that says it knows it: words first, a position when there is
/// one.
///
/// @param label what people call it, in the author's words; 1 to 200 characters
/// @param position the centre, if known
/// @param radiusM how far off the position may be, whole metres, 0 to 1 000 000; 0 when the
///   position is taken as exact, and when there is none
public record Place(String label, Optional<Position> position, int radiusM) {
  /// Longest label, in characters (UTF-16 units).
  public static final int LABEL_MAX = 200;

  /// Largest uncertainty, metres.
  public static final int RADIUS_MAX_M = 1_000_000;

  /// @throws IllegalArgumentException when the label is blank or too long, the radius out of range,
  ///   or a radius stands without a position
  public Place {
    if (label.isBlank() || label.length() > LABEL_MAX) {
      throw new IllegalArgumentException(
          "label of " + label.length() + " characters; expected 1 to " + LABEL_MAX + ", not blank");
    }
    if (radiusM < 0 || radiusM > RADIUS_MAX_M) {
      throw new IllegalArgumentException("radius of " + radiusM + " m; expected 0 to 1 000 000");
    }
    if (position.isEmpty() && radiusM != 0) {
      throw new IllegalArgumentException("a radius of " + radiusM + " m around no position");
    }
  }

  /// A place known by name only.
  public static Place named(String label) {
    return new Place(label, Optional.empty(), 0);
  }

  /// A place at `position`, give or take `radiusM` metres.
  public static Place at(String label, Position position, int radiusM) {
    return new Place(label, Optional.of(position), radiusM);
  }

  /// Great-circle distance between the centres; empty when either place has no position.
  public Optional<Distance> distanceTo(Place other) {
    return position.flatMap(here -> other.position.map(here::distanceTo));
  }
}
