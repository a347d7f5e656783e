package org.sarhad.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.verify.LogPlace;
import org.sarhad.node.verify.LogPlace.Form;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Finds the logs in a directory that somebody names: that of a node, a copy of its data, or a
/// single log.
final class LogPlaces {
  private static final String LOGS = "logs";

  private LogPlaces() {}

  /// The logs in `directory`: those of a node, or the one it is.
  static List<LogPlace> in(Path directory) throws IOException, CannotException {
    for (var root : List.of(directory, directory.resolve(RunningNode.DATA))) {
      if (Files.isDirectory(root.resolve(LOGS))) {
        var disk = FileDisk.existing(root);
        var logs =
            disk.list(LOGS).stream()
                .map(name -> new LogPlace(disk, LOGS + "/" + name, Form.KEPT))
                .toList();
        if (logs.stream().allMatch(LogPlace::isEmpty)) {
          throw new CannotException(
              "There is nothing in %s. Maybe it was emptied, or another directory was meant."
                  .formatted(root.resolve(LOGS)));
        }
        return logs;
      }
    }
    if (Files.exists(directory.resolve(AccountBundle.STATEMENT))) {
      return ofAccount(FileDisk.existing(directory));
    }
    if (!Files.isDirectory(directory.resolve("tile"))
        && !Files.exists(directory.resolve("checkpoint"))) {
      throw new CannotException(
          "%s is no log: it has neither logs, nor tiles, nor a checkpoint. Maybe another directory was meant."
              .formatted(directory));
    }
    boolean isCarried = Files.isDirectory(directory.resolve("payloads"));
    return List.of(
        new LogPlace(FileDisk.existing(directory), "", isCarried ? Form.CARRIED : Form.KEPT));
  }

  /// Whether `disk` is the bundle of a period of the account.
  static boolean isOfAccount(Disk disk) throws DiskException {
    return disk.isFile(AccountBundle.STATEMENT);
  }

  /// The logs in the bundle of a period.
  static List<LogPlace> ofAccount(Disk disk) throws DiskException, CannotException {
    var logs = new ArrayList<LogPlace>();
    while (disk.isDirectory(AccountBundle.directory(logs.size()))) {
      logs.add(new LogPlace(disk, AccountBundle.directory(logs.size()), Form.OF_ACCOUNT));
    }
    if (logs.size() < 2) {
      throw new CannotException(
          "%s has %d logs; the account is between two.".formatted(disk.location(), logs.size()));
    }
    return logs;
  }

  /// A copy bears the same directory name, which follows from the name of the log; two single logs
  /// are taken for copies as they are.
  static Optional<LogPlace> copyOf(LogPlace log, List<LogPlace> second) {
    if (second.size() == 1) {
      return Optional.of(second.getFirst());
    }
    var named = log.findName().map(name -> LOGS + "/" + Merkle.sha256(Bytes.ofUtf8(name)).hex());
    return second.stream()
        .filter(
            copy ->
                copy.directory().equals(log.directory())
                    || named.equals(Optional.of(copy.directory())))
        .findFirst();
  }
}
