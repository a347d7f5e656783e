package org.sarhad.core.rooms;

import java.util.ArrayList;
import java.util.List;

/// One package on the map, and the packages it may use.
public final class Room {
  private final String packageName;
  private final List<Room> mayUse = new ArrayList<>();

  Room(String packageName) {
    this.packageName = packageName;
  }

  /// The full name of the package.
  public String packageName() {
    return packageName;
  }

  /// Says which other rooms classes of this one may use. Nothing else of ours.
  public void mayUse(Room... others) {
    mayUse.addAll(List.of(others));
  }

  /// Says that classes of this room use no other room.
  public void standsAlone() {
    mayUse.clear();
  }

  boolean allows(Room other) {
    return other == this || mayUse.contains(other);
  }

  @Override
  public String toString() {
    return packageName;
  }
}
