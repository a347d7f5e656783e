package org.sarhad.node.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.tree.Hash;

/// Compares the files of exhibits that a node holds with their names, which are their SHA-256, and
/// with the chunks that were signed when they were released (09-5.6). Reads every file once; holds
/// 1 MiB.
final class FileCheck {
  /// Where a node keeps them (05-7.1).
  static final String DIRECTORY = "exhibits/whole";

  private static final String BYTES = "/bytes";
  private static final int STEP_BYTES = 1 << 20;

  private final Disk disk;
  private final Set<Hash> named;
  private final Map<Hash, List<Manifest>> manifests;
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private long held;
  private long unnamed;

  /// What a file was found to be.
  private record Read(Hash sha256, long sizeBytes, List<Hash> chunks) {}

  /// @param disk the node's data
  FileCheck(Disk disk, NamedExhibits exhibits) {
    this.disk = disk;
    this.named = exhibits.digests();
    this.manifests = exhibits.manifests();
  }

  FileVerdict run() throws DiskException {
    for (String name : disk.list(DIRECTORY)) {
      look(name);
    }
    for (var sha256 : manifests.keySet()) {
      if (!disk.isFile(DIRECTORY + "/" + sha256.hex() + BYTES)) {
        missing.add(sha256.hex());
      }
    }
    return new FileVerdict(
        disk.location() + "/" + DIRECTORY, named.size(), held, unnamed, missing, wrong);
  }

  private void look(String name) {
    var path = DIRECTORY + "/" + name + BYTES;
    var sha256 = Hash.parseHex(name);
    if (sha256.isEmpty()) {
      wrong.add(name + " is not called by a SHA-256");
      return;
    }
    try {
      var read = read(path);
      if (!read.sha256.equals(sha256.get())) {
        wrong.add("%s: SHA-256 is %s".formatted(name, read.sha256.hex()));
        return;
      }
      held++;
      unnamed += named.contains(sha256.get()) ? 0 : 1;
      for (var manifest : manifests.getOrDefault(sha256.get(), List.of())) {
        if (manifest.sizeBytes() != read.sizeBytes || !manifest.chunks().equals(read.chunks)) {
          wrong.add(name + ": it was released by the chunks of another file");
        }
      }
    } catch (DiskException e) {
      wrong.add("%s: %s".formatted(name, e.getMessage()));
    }
  }

  private Read read(String path) throws DiskException {
    var whole = sha256();
    var chunks = new ArrayList<Hash>();
    try (var file = disk.open(path, Mode.READ)) {
      long size = file.size();
      var buffer = ByteBuffer.allocate(STEP_BYTES);
      for (long from = 0; from < size; from += Manifest.CHUNK_BYTES) {
        long end = Math.min(size, from + Manifest.CHUNK_BYTES);
        var chunk = sha256();
        for (long at = from; at < end; at += STEP_BYTES) {
          buffer.clear().limit((int) Math.min(STEP_BYTES, end - at));
          file.read(at, buffer);
          buffer.flip();
          chunk.update(buffer.duplicate());
          whole.update(buffer);
        }
        chunks.add(Hash.of(chunk.digest()));
      }
      return new Read(Hash.of(whole.digest()), size, chunks);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new BugException("every Java has SHA-256: " + e.getMessage());
    }
  }
}
