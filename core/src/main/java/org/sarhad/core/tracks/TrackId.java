package org.sarhad.core.tracks;

/// What the source of a track calls the thing it follows: a unit's name, or a sensor's number for
/// it. It never leaves the node.
///
/// @param value 1 to 64 characters of `[A-Za-z0-9._:-]`
public record TrackId(String value) implements Comparable<TrackId> {
  /// Longest name.
  public static final int LENGTH_MAX = 64;

  /// @throws IllegalArgumentException when it is not of that form
  public TrackId {
    boolean isFit = !value.isEmpty() && value.length() <= LENGTH_MAX;
    if (!isFit || !value.chars().allMatch(TrackId::isFit)) {
      throw new IllegalArgumentException(
          "\"%s\" names no track; expected 1 to %d characters of [A-Za-z0-9._:-]"
              .formatted(value, LENGTH_MAX));
    }
  }

  private static boolean isFit(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "._:-".indexOf(character) >= 0;
  }

  @Override
  public int compareTo(TrackId other) {
    return value.compareTo(other.value);
  }

  /// The name alone.
  @Override
  public String toString() {
    return value;
  }
}
