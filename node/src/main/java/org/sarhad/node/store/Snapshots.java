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
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;
import org.sarhad.tlog.tree.Hash;

/// States folded so far, so that a start need not fold from the beginning. They prove nothing and
/// may be deleted at any time: whoever finds none folds the logs again.
///
/// A snapshot has a name (which state), the position it stands at, the shape of its body, and how
/// far each log was, with the root of its tree there; its body is bytes that only its owner
/// understands. The newest that is what was written wins; damaged ones are passed over. Format:
/// 05-5.1.
public final class Snapshots {
  private static final String FIRST_LINE = "sarhad-snapshot/1";
  private static final String STAGED = ".new";
  private static final int BUFFER_BYTES = 64 << 10;

  /// So much is written between two syncs, so that nobody waits long for a write to stop.
  private static final int SYNC_BYTES = 8 << 20;

  private static final int KEPT = 2;

  private final Disk disk;
  private final String directory;

  /// The snapshots in `directory` of `disk`, which is created if it does not exist. What a crash
  /// left half written is deleted.
  public Snapshots(Disk disk, String directory) throws DiskException {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
    disk.createDirectories(directory);
    deleteAll(file -> file.endsWith(STAGED));
  }

  /// Writes a body, piece by piece.
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// How far a log is in a snapshot.
  ///
  /// @param size how many of its entries are in it
  /// @param root of the tree of these entries
  public record Reach(long size, Hash root) {}

  /// What a snapshot says about itself.
  ///
  /// @param position it stands at: everything below is in it
  /// @param shape what its body is written as
  /// @param logs what is in it, by origin
  public record Header(long position, Hash shape, Map<String, Reach> logs) {
    public Header {
      logs = Map.copyOf(logs);
    }

    /// How far the log called `origin` is, if it is in it.
    public Optional<Reach> find(String origin) {
      return Optional.ofNullable(logs.get(origin));
    }
  }

  /// A snapshot that says something about itself; whether it is what was written, [#open] finds.
  ///
  /// @param bodyFrom where in the file its body begins, in bytes
  /// @param bodySize its length, in bytes
  public record Snapshot(String name, Header header, long bodyFrom, long bodySize) {}

  // ---- writing --------------------------------------------------------------------------------

  /// Writes a snapshot, durably, and deletes all but the newest two of that name. `name` is letters
  /// a to z and `-`. A body of any size: nothing but a buffer is kept in memory. Returns false,
  /// with nothing of it left, if `stop` said so before it was done; that is asked every 64 KiB.
  public boolean write(String name, Header header, Body body, BooleanSupplier stop)
      throws IOException {
    String path = path(fileName(name, header.position()));
    String staged = path + STAGED;
    try {
      writeFile(staged, header, body, stop);
    } catch (StoppedException _) {
      remove(staged);
      return false;
    } catch (IOException e) {
      remove(staged);
      throw e;
    }
    disk.rename(staged, path);
    disk.syncDirectory(directory);
    var older = positions(name);
    for (long old : older.subList(0, Math.max(0, older.size() - KEPT))) {
      disk.delete(path(fileName(name, old)));
    }
    return true;
  }

  private void writeFile(String staged, Header header, Body body, BooleanSupplier stop)
      throws IOException {
    try (var file = disk.open(staged, Mode.CREATE)) {
      file.truncate(0);
      var digest = sha256();
      var sink = new FileSink(file, stop);
      var out = new BufferedOutputStream(new DigestOutputStream(sink, digest), BUFFER_BYTES);
      out.write(text(header).getBytes(StandardCharsets.UTF_8));
      body.writeTo(out);
      out.flush();
      sink.write(digest.digest());
      file.sync();
    }
  }

  private void remove(String path) throws DiskException {
    disk.delete(path);
    disk.syncDirectory(directory);
  }

  /// Deletes all snapshots of all names, durably. Nobody may be writing one.
  public void deleteAll() throws DiskException {
    deleteAll(_ -> true);
  }

  private void deleteAll(Predicate<String> which) throws DiskException {
    var files = disk.list(directory).stream().filter(which).toList();
    for (String file : files) {
      disk.delete(path(file));
    }
    if (!files.isEmpty()) {
      disk.syncDirectory(directory);
    }
  }

  // ---- reading --------------------------------------------------------------------------------

  /// The snapshots of that name that say something about themselves, the newest first.
  public List<Snapshot> list(String name) throws DiskException {
    var found = new ArrayList<Snapshot>();
    for (long position : positions(name).reversed()) {
      load(name, position).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Snapshot> load(String name, long position) throws DiskException {
    try (var file = disk.open(path(fileName(name, position)), Mode.READ)) {
      long bodyEnd = file.size() - Hash.SIZE;
      var head = new String(file.read(0, BUFFER_BYTES), StandardCharsets.UTF_8);
      int headerEnd = head.indexOf("\n\n") + 2;
      if (headerEnd < 2) {
        return Optional.empty();
      }
      var text = head.substring(0, headerEnd);
      int bodyFrom = text.getBytes(StandardCharsets.UTF_8).length;
      return parse(text)
          .filter(header -> header.position() == position && bodyFrom <= bodyEnd)
          .map(header -> new Snapshot(name, header, bodyFrom, bodyEnd - bodyFrom));
    }
  }

  /// The body of `snapshot`, if it is what was written: reads the file once to make sure.
  public Optional<InputStream> open(Snapshot snapshot) throws DiskException {
    String path = path(fileName(snapshot.name(), snapshot.header().position()));
    long from = snapshot.bodyFrom();
    long to = from + snapshot.bodySize();
    var file = disk.open(path, Mode.READ);
    try {
      if (isIntact(file, to)) {
        return Optional.of(new BufferedInputStream(new FileSource(file, from, to), BUFFER_BYTES));
      }
    } catch (DiskException e) {
      file.close();
      throw e;
    }
    file.close();
    return Optional.empty();
  }

  private static boolean isIntact(DiskFile file, long bodyEnd) throws DiskException {
    if (file.size() != bodyEnd + Hash.SIZE) {
      return false;
    }
    var digest = sha256();
    for (long at = 0; at < bodyEnd; at += BUFFER_BYTES) {
      digest.update(file.read(at, (int) Math.min(BUFFER_BYTES, bodyEnd - at)));
    }
    return MessageDigest.isEqual(digest.digest(), file.read(bodyEnd, Hash.SIZE));
  }

  // ---- what stands in front -------------------------------------------------------------------

  private static String text(Header header) {
    var text = new StringBuilder(FIRST_LINE).append('\n');
    text.append(header.position()).append('\n').append(header.shape()).append('\n');
    new TreeMap<>(header.logs())
        .forEach(
            (origin, reach) ->
                text.append(reach.size())
                    .append(' ')
                    .append(reach.root())
                    .append(' ')
                    .append(origin)
                    .append('\n'));
    return text.append('\n').toString();
  }

  /// Inverse of [#text]; empty if it is spelled in any other way.
  private static Optional<Header> parse(String text) {
    var lines = text.lines().toList();
    if (lines.size() < 4 || !isNumber(lines.get(1))) {
      return Optional.empty();
    }
    var shape = Hash.parseBase64(lines.get(2));
    var logs = new TreeMap<String, Reach>();
    for (var line : lines.subList(3, lines.size() - 1)) {
      var parts = line.split(" ", 3);
      var root = parts.length == 3 ? Hash.parseBase64(parts[1]) : Optional.<Hash>empty();
      if (root.isEmpty() || !isNumber(parts[0])) {
        return Optional.empty();
      }
      logs.put(parts[2], new Reach(Long.parseLong(parts[0]), root.get()));
    }
    return shape
        .map(hash -> new Header(Long.parseLong(lines.get(1)), hash, logs))
        .filter(header -> text(header).equals(text));
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,18}");
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

  /// Whoever writes was told to stop.
  private static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class FileSink extends OutputStream {
    private final DiskFile file;
    private final BooleanSupplier stop;
    private long at;
    private long synced;

    FileSink(DiskFile file, BooleanSupplier stop) {
      this.file = file;
      this.stop = stop;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (stop.getAsBoolean()) {
        throw new StoppedException();
      }
      file.write(at, ByteBuffer.wrap(bytes, offset, length));
      at += length;
      if (at - synced >= SYNC_BYTES) {
        file.sync();
        synced = at;
      }
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
