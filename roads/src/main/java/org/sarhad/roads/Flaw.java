package org.sarhad.roads;

/// Why no roads come of a file, each with an exit code of its own.
enum Flaw {
  /// It is not there, or cannot be read.
  NO_FILE(3),
  /// It is empty, or nothing that OpenStreetMap hands out.
  NOT_OSM(4),
  /// It ends in the middle, or some of its bytes are others than were written.
  BROKEN(5),
  /// Nodes do not ascend, or come after what refers to them.
  UNSORTED(6),
  /// No road lies in the region.
  NO_ROADS(7),
  /// More comes of it than a grid is made of.
  TOO_MANY(8);

  private final int exitCode;

  Flaw(int exitCode) {
    this.exitCode = exitCode;
  }

  /// What the process ends with.
  int exitCode() {
    return exitCode;
  }
}
