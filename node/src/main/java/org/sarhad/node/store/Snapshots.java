package org.sarhad.node.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;
import org.sarhad.tlog.tree.Hash;

/// States folded so far, so that a start need not fold from the beginning. They prove nothing and
/// may be deleted at any time: whoever finds none folds the logs again.
///
/// A snapshot has a name (which state), the intake position it stands at, and the sizes its logs
/// had; its body is bytes that only its owner understands. The newest that is what was written
/// wins; damaged ones are passed over. Format: 05-5.1.
public final class Snapshots {
  private static final String FIRST_LINE = "sarhad-snapshot/1";
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int KEPT = 2;

  private final Disk disk;
  private final String directory;

  /// The snapshots in `directory` of `disk`, which is created if it does not exist.
  public Snapshots(Disk disk, String directory) throws DiskException {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
    disk.createDirectories(directory);
  }

  /// Writes a body, piece by piece.
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// A snapshot that is what was written.
  ///
  /// @param position intake position it stands at: everything below is in it
  /// @param logSizes how many entries of each log are in it, by origin
  public record Snapshot(String name, long position, Map<String, Long> logSizes, Source body) {
    public Snapshot {
      logSizes = Map.copyOf(logSizes);
    }
  }

  /// Where a body is read from, as often as wanted. A read may throw [DiskException].
  public interface Source {
    InputStream open() throws DiskException;
  }

  /// Writes a snapshot, durably, and deletes all but the newest two of that name. `name` is letters
  /// a to z and `-`. A body of any size: nothing but a buffer is kept in memory.
  public void write(String name, long position, Map<String, Long> logSizes, Body body)
      throws IOException {
    String path = path(fileName(name, position));
    String staged = path + ".new";
    try (var file = disk.open(staged, Mode.CREATE)) {
      file.truncate(0);
      var digest = sha256();
      var sink = new FileSink(file);
      var out = new BufferedOutputStream(new DigestOutputStream(sink, digest), BUFFER_BYTES);
      out.write(header(position, logSizes).getBytes(StandardCharsets.UTF_8));
      body.writeTo(out);
      out.flush();
      sink.write(digest.digest());
      file.sync();
    }
    disk.rename(staged, path);
    disk.syncDirectory(directory);
    var older = positions(name);
    for (long old : older.subList(0, Math.max(0, older.size() - KEPT))) {
      disk.delete(path(fileName(name, old)));
    }
  }

  /// The newest snapshot of that name, at position `positionMax` or below, that is what was
  /// written; nothing if there is none. Reads it once to make sure.
  public Optional<Snapshot> findNewest(String name, long positionMax) throws DiskException {
    for (long position : positions(name).reversed()) {
      var snapshot = position <= positionMax ? load(name, position) : Optional.<Snapshot>empty();
      if (snapshot.isPresent()) {
        return snapshot;
      }
    }
    return Optional.empty();
  }

  private Optional<Snapshot> load(String name, long position) throws DiskException {
    String path = path(fileName(name, position));
    try (var file = disk.open(path, Mode.READ)) {
      long bodyEnd = file.size() - Hash.SIZE;
      var head = new String(file.read(0, BUFFER_BYTES), StandardCharsets.UTF_8);
      int headerEnd = head.indexOf("\n\n") + 2;
      if (bodyEnd < headerEnd || headerEnd < 2 || !isIntact(file, bodyEnd)) {
        return Optional.empty();
      }
      var header = head.substring(0, headerEnd);
      return parseSizes(header)
          .filter(sizes -> header.equals(header(position, sizes)))
          .map(
              sizes ->
                  new Snapshot(
                      name,
                      position,
                      sizes,
                      () -> open(path, header.getBytes(StandardCharsets.UTF_8).length, bodyEnd)));
    }
  }

  private InputStream open(String path, long from, long to) throws DiskException {
    return new BufferedInputStream(
        new FileSource(disk.open(path, Mode.READ), from, to), BUFFER_BYTES);
  }

  private static boolean isIntact(DiskFile file, long bodyEnd) throws DiskException {
    var digest = sha256();
    for (long at = 0; at < bodyEnd; at += BUFFER_BYTES) {
      digest.update(file.read(at, (int) Math.min(BUFFER_BYTES, bodyEnd - at)));
    }
    return MessageDigest.isEqual(digest.digest(), file.read(bodyEnd, Hash.SIZE));
  }

  private static String header(long position, Map<String, Long> logSizes) {
    var header = new StringBuilder(FIRST_LINE).append('\n').append(position).append('\n');
    new TreeMap<>(logSizes)
        .forEach((origin, size) -> header.append(size).append(' ').append(origin).append('\n'));
    return header.append('\n').toString();
  }

  private static Optional<Map<String, Long>> parseSizes(String header) {
    var sizes = new TreeMap<String, Long>();
    for (var line : header.lines().skip(2).filter(line -> !line.isEmpty()).toList()) {
      var parts = line.split(" ", 2);
      if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
        return Optional.empty();
      }
      sizes.put(parts[1], Long.valueOf(parts[0]));
    }
    return Optional.of(sizes);
  }

  /// The positions of the snapshots of that name, ascending.
  private List<Long> positions(String name) throws DiskException {
    var positions = new ArrayList<Long>();
    for (String file : disk.list(directory)) {
      if (file.matches(name + "-[0-9]{20}")) {
        positions.add(Long.valueOf(file.substring(name.length() + 1)));
      }
    }
    return positions;
  }

  private static String fileName(String name, long position) {
    if (!name.matches("[a-z][a-z-]*") || position < 0) {
      throw new IllegalArgumentException(
          "snapshot \"%s\" at %d: expected a name of a-z and -, a position of 0 or more"
              .formatted(name, position));
    }
    return "%s-%020d".formatted(name, position);
  }

  private String path(String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256; this one has not", e);
    }
  }

  private static final class FileSink extends OutputStream {
    private final DiskFile file;
    private long at;

    FileSink(DiskFile file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws DiskException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DiskException {
      file.write(at, ByteBuffer.wrap(bytes, offset, length));
      at += length;
    }
  }

  private static final class FileSource extends InputStream {
    private final DiskFile file;
    private final long end;
    private long at;

    FileSource(DiskFile file, long from, long end) {
      this.file = file;
      this.at = from;
      this.end = end;
    }

    @Override
    public int read() throws DiskException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws DiskException {
      if (length == 0) {
        return 0;
      }
      int count = file.read(at, ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)));
      at += count;
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws DiskException {
      file.close();
    }
  }
}
