package org.sarhad.node.port;

import java.util.List;
import java.util.Optional;

/// One directory tree that belongs to this node, as a crash sees it.
///
/// Paths are relative, with `/` between names, and never contain an empty name, `.` or `..`; the
/// empty string is the root itself. An illegal path is a bug of the caller
/// ([IllegalArgumentException]).
///
/// **What survives a power cut.** Very little unless it was asked for:
///
/// - bytes written to a file survive from the moment [DiskFile#sync] returns; before that any
///   subset of the 512-byte sectors written since the last sync may be there, in any order;
/// - a name (created by [#open], moved by [#rename], removed by [#delete]) survives from the moment
///   [#syncDirectory] on its parent returns; before that it may or may not;
/// - a rename is never half done: after a crash the target is the old file or the new one, whole;
/// - [#createDirectories] is durable when it returns.
///
/// **What may fail.** Every method may throw [DiskException]. After a failed [DiskFile#sync]
/// nothing is known about any byte written to that file since its last good sync, and a second sync
/// that succeeds proves nothing (the operating system may have dropped the pages): the caller must
/// stop.
///
/// Methods may be called from any thread. Two handles on one file see each other's writes at once.
public interface Disk {
  /// The granule, in bytes, that a power cut leaves whole: old or new, never a mixture.
  int SECTOR_BYTES = 512;

  /// How [#open] treats a file.
  enum Mode {
    /// The file must exist; writing through the handle is refused.
    READ,
    /// The file must exist.
    WRITE,
    /// The file is created empty if it is absent; its directory must exist.
    CREATE
  }

  /// Opens `path`. Throws [DiskException] with [DiskException.Fault#ABSENT] if a file that must
  /// exist does not.
  DiskFile open(String path, Mode mode) throws DiskException;

  /// Puts the file `from` in the place of `to`, replacing a file that is there, at once for every
  /// reader.
  void rename(String from, String to) throws DiskException;

  /// Makes the names in `directory` durable. Cost: one device flush.
  void syncDirectory(String directory) throws DiskException;

  /// Creates `directory` and whatever of its parents is missing, durably. Nothing happens if it
  /// exists.
  void createDirectories(String directory) throws DiskException;

  /// The names (not paths) in `directory`, sorted; empty if it does not exist.
  List<String> list(String directory) throws DiskException;

  /// Removes a file or an empty directory. Nothing happens if it does not exist.
  void delete(String path) throws DiskException;

  /// Whether `path` is a file.
  boolean isFile(String path);

  /// Whether `path` is a directory. The root always is.
  boolean isDirectory(String path);

  /// Bytes that can still be written, as the operating system estimates them.
  long freeBytes() throws DiskException;

  /// Takes the exclusive lock named by the file `path` (created if absent), for as long as the
  /// returned hold is open and this process lives; empty if someone else, in this process or
  /// another, holds it. The lock dies with its process: a crash never leaves one behind.
  Optional<Hold> tryLock(String path) throws DiskException;

  /// Where this disk is, for messages to the operator: an absolute directory, or the simulation's
  /// name for it.
  String location();

  /// Returns `path` if it is legal: names joined by `/`, none of them empty, `.` or `..`, without a
  /// NUL or a backslash; or the empty string, the root. Throws [IllegalArgumentException]
  /// otherwise.
  static String checkPath(String path) {
    for (String name : path.split("/", -1)) {
      boolean legal = !name.isEmpty() && !name.equals(".") && !name.equals("..");
      if ((!legal || name.indexOf(0) >= 0 || name.indexOf(92) >= 0) && !path.isEmpty()) {
        throw new IllegalArgumentException(
            "path \"" + path + "\": expected names joined by single slashes");
      }
    }
    return path;
  }

  /// The directory part of `path`: everything before the last `/`, or the root.
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// A lock that is held until closed.
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
