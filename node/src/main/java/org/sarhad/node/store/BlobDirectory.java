package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Attachments, named by the SHA-256 of their bytes: pictures, recordings, documents too large for
/// a payload. The log holds their hash and size; they are stored first and named by an entry
/// afterwards.
///
/// A blob arrives in chunks. What has arrived is durable, so an interrupted transfer goes on where
/// it stopped, after weeks if need be; only when all of it is there and has the promised hash does
/// it count as held. Layout: 05-5.2. For several threads.
public final class BlobDirectory {
  /// The largest blob, in bytes.
  public static final long BLOB_BYTES_MAX = 64 << 20;

  /// The largest chunk, in bytes.
  public static final int CHUNK_BYTES_MAX = 4 << 20;

  private static final String ARRIVING = "arriving";

  private final Disk disk;
  private final String directory;
  private final long quotaBytes;
  private final ReentrantLock lock = new ReentrantLock();

  /// What is promised to each blob still arriving, in bytes.
  private final Map<Hash, Long> arriving = new HashMap<>();

  private long heldBytes;

  private BlobDirectory(Disk disk, String directory, long quotaBytes) {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
    this.quotaBytes = quotaBytes;
  }

  /// Opens the blobs in `directory` of `disk`, creating it if it does not exist; `quotaBytes` is
  /// how much all of them may take, those still arriving counted in full. Cost: one look at each
  /// file's size.
  public static BlobDirectory open(Disk disk, String directory, long quotaBytes)
      throws DiskException {
    var blobs = new BlobDirectory(disk, directory, quotaBytes);
    disk.createDirectories(blobs.at(ARRIVING));
    for (String fan : disk.list(blobs.directory)) {
      for (String name : fan.equals(ARRIVING) ? List.<String>of() : disk.list(blobs.at(fan))) {
        blobs.heldBytes += blobs.sizeOf(blobs.at(fan + "/" + name));
      }
    }
    return blobs;
  }

  /// How a chunk was met.
  public enum Taken {
    /// It is durable; more is to come.
    MORE,
    /// The blob is complete, has its hash, and is held.
    COMPLETE,
    /// It does not begin where the last one ended: ask [#arrived] where to go on.
    OUT_OF_PLACE,
    /// The blob is complete and has another hash: all of it was thrown away.
    WRONG_HASH,
    /// It was not announced, or the announcement was forgotten in a restart.
    UNANNOUNCED
  }

  /// Announces a blob of `sizeBytes`. Returns how many bytes of it are here already, from where to
  /// go on; `sizeBytes` if it is held.
  ///
  /// Throws [DiskException] with [Fault#FULL] if it would not fit into the quota, and
  /// [IllegalArgumentException] if the size is not 1 to [#BLOB_BYTES_MAX].
  public long announce(Hash sha256, long sizeBytes) throws DiskException {
    if (sizeBytes < 1 || sizeBytes > BLOB_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a blob of %d bytes: expected 1 to %d".formatted(sizeBytes, BLOB_BYTES_MAX));
    }
    lock.lock();
    try {
      if (disk.isFile(heldPath(sha256))) {
        return sizeBytes;
      }
      long others =
          arriving.entrySet().stream()
              .filter(other -> !other.getKey().equals(sha256))
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (heldBytes + others + sizeBytes > quotaBytes) {
        throw new DiskException(
            Fault.FULL,
            "a blob of %d bytes does not fit: %d of %d bytes are taken or promised. Raise the quota, or delete attachments that are no longer needed."
                .formatted(sizeBytes, heldBytes + others, quotaBytes));
      }
      arriving.put(sha256, sizeBytes);
      return arrived(sha256);
    } finally {
      lock.unlock();
    }
  }

  /// How many bytes of a blob that is still arriving are here, durably.
  public long arrived(Hash sha256) throws DiskException {
    return sizeOf(arrivingPath(sha256));
  }

  /// Takes the bytes of an announced blob from `offset` on: 1 to [#CHUNK_BYTES_MAX], and not beyond
  /// its size.
  public Taken take(Hash sha256, long offset, Bytes chunk) throws DiskException {
    lock.lock();
    try {
      var promised = Optional.ofNullable(arriving.get(sha256));
      if (promised.isEmpty()) {
        return Taken.UNANNOUNCED;
      }
      long end = offset + chunk.size();
      if (chunk.isEmpty()
          || chunk.size() > CHUNK_BYTES_MAX
          || end > promised.get()
          || offset != arrived(sha256)) {
        return Taken.OUT_OF_PLACE;
      }
      boolean isFirst = offset == 0;
      try (var file = disk.open(arrivingPath(sha256), Mode.CREATE)) {
        file.write(offset, chunk.asByteBuffer());
        file.sync();
      }
      if (isFirst) {
        disk.syncDirectory(at(ARRIVING));
      }
      return end < promised.get() ? Taken.MORE : complete(sha256, end);
    } finally {
      lock.unlock();
    }
  }

  private Taken complete(Hash sha256, long sizeBytes) throws DiskException {
    arriving.remove(sha256);
    if (!hashOf(arrivingPath(sha256)).equals(sha256)) {
      disk.delete(arrivingPath(sha256));
      return Taken.WRONG_HASH;
    }
    String held = heldPath(sha256);
    disk.createDirectories(Disk.parent(held));
    disk.rename(arrivingPath(sha256), held);
    disk.syncDirectory(Disk.parent(held));
    heldBytes += sizeBytes;
    return Taken.COMPLETE;
  }

  /// The size of a held blob in bytes, or nothing if it is not held.
  public Optional<Long> findSize(Hash sha256) throws DiskException {
    String path = heldPath(sha256);
    return disk.isFile(path) ? Optional.of(sizeOf(path)) : Optional.empty();
  }

  /// The bytes of a held blob from `offset` on, at most `length` (up to [#CHUNK_BYTES_MAX]) of
  /// them; nothing if it is not held. Not compared with the hash: whoever receives all of it does
  /// that; see [#isIntact].
  public Optional<Bytes> read(Hash sha256, long offset, int length) throws DiskException {
    try (var file = disk.open(heldPath(sha256), Mode.READ)) {
      return Optional.of(Bytes.of(file.read(offset, Math.min(length, CHUNK_BYTES_MAX))));
    } catch (DiskException e) {
      if (e.fault() == Fault.ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Whether a held blob still has its hash. Cost: reads all of it.
  public boolean isIntact(Hash sha256) throws DiskException {
    return disk.isFile(heldPath(sha256)) && hashOf(heldPath(sha256)).equals(sha256);
  }

  /// Erases a blob, held or arriving, durably. Returns whether it was held.
  public boolean erase(Hash sha256) throws DiskException {
    lock.lock();
    try {
      arriving.remove(sha256);
      disk.delete(arrivingPath(sha256));
      disk.syncDirectory(at(ARRIVING));
      var size = findSize(sha256);
      if (size.isPresent()) {
        disk.delete(heldPath(sha256));
        disk.syncDirectory(Disk.parent(heldPath(sha256)));
        heldBytes -= size.get();
      }
      return size.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /// Throws away what has arrived of blobs that are not in `wanted` and were not announced since
  /// the start; returns how many that were.
  public int sweep(Set<Hash> wanted) throws DiskException {
    lock.lock();
    try {
      int swept = 0;
      for (String name : disk.list(at(ARRIVING))) {
        var sha256 = Hash.parseHex(name);
        if (sha256.isEmpty()
            || !(wanted.contains(sha256.get()) || arriving.containsKey(sha256.get()))) {
          disk.delete(at(ARRIVING + "/" + name));
          swept++;
        }
      }
      return swept;
    } finally {
      lock.unlock();
    }
  }

  /// How many bytes the held blobs take.
  public long heldBytes() {
    lock.lock();
    try {
      return heldBytes;
    } finally {
      lock.unlock();
    }
  }

  private Hash hashOf(String path) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var chunk = ByteBuffer.allocate(256 << 10);
      for (long at = 0, count; (count = file.read(at, chunk)) > 0; at += count) {
        digest.update(chunk.flip());
        chunk.clear();
      }
      return Hash.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256; this one has not", e);
    }
  }

  private long sizeOf(String path) throws DiskException {
    if (!disk.isFile(path)) {
      return 0;
    }
    try (var file = disk.open(path, Mode.READ)) {
      return file.size();
    }
  }

  /// Fanned out by the first byte, so that no directory gets too many names.
  private String heldPath(Hash sha256) {
    return at(sha256.hex().substring(0, 2) + "/" + sha256.hex());
  }

  private String arrivingPath(Hash sha256) {
    return at(ARRIVING + "/" + sha256.hex());
  }

  private String at(String path) {
    return directory.isEmpty() ? path : directory + "/" + path;
  }
}
