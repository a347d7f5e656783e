package org.sarhad.node.verify;

import org.sarhad.node.port.Disk;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.tree.TilePath;

/// Where a log is that is to be checked.
///
/// @param disk where, only read
/// @param directory below the root of `disk`
/// @param form what the directory is
public record LogPlace(Disk disk, String directory, Form form) {

  /// What a directory with a log in it is.
  public enum Form {
    /// A log as a node keeps it, whole, with its payloads (05-3, 05-4).
    KEPT,
    /// A log as it travels: perhaps only its later part, with released payloads (06-8.2).
    TRAVELLING
  }

  LogReader reader() {
    return new LogReader(disk, directory);
  }

  PayloadCheck.Shelf payloads() {
    return switch (form) {
      case KEPT -> new StoredPayloads(reader());
      case TRAVELLING -> new StoredPayloads(reader());
    };
  }

  /// The first entry that has to be here.
  long first() {
    return switch (form) {
      case KEPT -> 0;
      case TRAVELLING -> reader().firstBundle() * TilePath.FULL_WIDTH;
    };
  }

  String shown() {
    return disk.location() + (directory.isEmpty() ? "" : "/" + directory);
  }
}
