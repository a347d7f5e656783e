package org.sarhad.node.verify;

import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.port.Disk;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Merkle;
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
    /// A log as it is carried: perhaps only its later part, with released payloads (06-8.2).
    CARRIED,
    /// A log as it is carried for the account, whole: with payloads of what concerns it (06-8.5).
    OF_ACCOUNT
  }

  LogReader reader() {
    return new LogReader(disk, directory);
  }

  PayloadCheck.Shelf payloads() {
    return switch (form) {
      case KEPT -> new StoredPayloads(reader());
      case CARRIED, OF_ACCOUNT -> new CarriedPayloads(reader());
    };
  }

  /// The first entry that has to be here.
  long first() {
    return switch (form) {
      case KEPT, OF_ACCOUNT -> 0;
      case CARRIED -> reader().firstBundle() * TilePath.FULL_WIDTH;
    };
  }

  /// Whether what `entry` says need not be here.
  boolean leavesOut(Entry entry) {
    return form == Form.OF_ACCOUNT && !AccountBundle.carries(entry.envelope().kind());
  }

  /// The log's name, as its head says it.
  public Optional<String> findName() {
    return findHead().map(SignedCheckpoint::origin);
  }

  /// The head in it, whoever signed it.
  Optional<SignedCheckpoint> findHead() {
    try {
      var file = reader().checkpoint();
      return file.isPresent() ? Optional.of(SignedCheckpoint.parse(file.get())) : Optional.empty();
    } catch (MalformedCheckpointException _) {
      return Optional.empty();
    }
  }

  /// Whether there is neither an entry nor a head in it.
  public boolean isEmpty() {
    return reader().bundles() == 0 && reader().checkpoint().isEmpty();
  }

  /// Whether a node would keep the log called `origin` elsewhere.
  boolean isOfAnother(String origin) {
    var name = Merkle.sha256(Bytes.ofUtf8(origin)).hex();
    return directory.startsWith("logs/") && !directory.equals("logs/" + name);
  }

  String shown() {
    return disk.location() + (directory.isEmpty() ? "" : "/" + directory);
  }
}
