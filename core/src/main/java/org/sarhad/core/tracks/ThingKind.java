package org.sarhad.core.tracks;

import java.util.Arrays;
import java.util.Optional;

/// What is followed: things. There is none for a person, and none for what is not known to be a
/// thing (protocol clause 20-1.2).
public enum ThingKind {
  /// An own unit, which says itself where it is. Its crossings are told by chapter 11, not here.
  UNIT(0),
  /// On wheels or tracks.
  VEHICLE(1),
  /// With a crew in it.
  AIRCRAFT(2),
  /// Without.
  DRONE(3),
  /// On water.
  BOAT(4);

  private final int number;

  ThingKind(int number) {
    this.number = number;
  }

  /// What stands for it in a frame (protocol clause 20-8).
  public int number() {
    return number;
  }

  /// The one that `number` stands for, if there is one.
  public static Optional<ThingKind> of(int number) {
    return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
  }

  /// Whether its crossings are told to the other side.
  public boolean isTold() {
    return this != UNIT;
  }
}
