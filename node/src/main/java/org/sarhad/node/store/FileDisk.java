package org.sarhad.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.port.DiskFile;

/// A [Disk] that is a directory of this machine.
///
/// Needs a file system whose `fdatasync`, `fsync` of a directory and `rename` mean what POSIX says:
/// ext4, XFS, ZFS, APFS do; network file systems and object stores mounted as file systems often do
/// not, and no program can tell from inside. The device must not lie about its cache.
///
/// A thread that is interrupted while it reads or writes loses its handle (a property of Java's
/// file channels), which surfaces as [Fault#DEVICE]: threads that write must not be stopped by
/// interrupting them.
public final class FileDisk implements Disk {
  /// Locks held by this process. POSIX record locks belong to the process, and closing *any*
  /// descriptor of the file drops them, so a second attempt from within must be refused before the
  /// file is opened.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int ZEROS_BYTES = 1 << 20;

  private final Path root;

  private FileDisk(Path root) {
    this.root = root;
  }

  /// The disk rooted at `root`, which is created if it does not exist. Throws [DiskException] if it
  /// is not a directory or cannot be created.
  public static FileDisk at(Path root) throws DiskException {
    Path absolute = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      return new FileDisk(absolute.toRealPath());
    } catch (IOException e) {
      throw failed("create the directory", absolute, e);
    }
  }

  /// The disk rooted at an existing directory, which is not touched by opening it: for checking
  /// evidence.
  public static FileDisk existing(Path root) throws DiskException {
    Path absolute = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw new DiskException(
          Fault.ABSENT, absolute + " is not a directory. Maybe the path is misspelt.");
    }
    return new FileDisk(absolute);
  }

  @Override
  public DiskFile open(String path, Mode mode) throws DiskException {
    Path file = resolve(path);
    Set<OpenOption> options =
        switch (mode) {
          case READ -> Set.of(StandardOpenOption.READ);
          case WRITE -> Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
          case CREATE ->
              Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        };
    try {
      return new Handle(file, FileChannel.open(file, options), mode);
    } catch (IOException e) {
      throw failed("open", file, e);
    }
  }

  @Override
  public void rename(String from, String to) throws DiskException {
    Path source = resolve(from);
    Path target = resolve(to);
    try {
      Files.move(
          source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed("rename to " + target, source, e);
    }
  }

  @Override
  public void syncDirectory(String directory) throws DiskException {
    Path path = resolve(directory);
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw failed("sync the directory", path, e);
    }
  }

  @Override
  public void createDirectories(String directory) throws DiskException {
    if (isDirectory(directory)) {
      return;
    }
    String parent = Disk.parent(directory);
    createDirectories(parent);
    try {
      Files.createDirectory(resolve(directory));
    } catch (IOException e) {
      // Somebody else may have made it between the question and the attempt.
      if (!isDirectory(directory)) {
        throw failed("create the directory", resolve(directory), e);
      }
    }
    syncDirectory(parent);
  }

  @Override
  public List<String> list(String directory) throws DiskException {
    Path path = resolve(directory);
    try (var entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw failed("list", path, e);
    }
  }

  @Override
  public void delete(String path) throws DiskException {
    Path file = resolve(path);
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException e) {
      throw new DiskException(
          Fault.DEVICE, "could not delete " + file + ": the directory is not empty", e);
    } catch (IOException e) {
      throw failed("delete", file, e);
    }
  }

  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(resolve(path));
  }

  @Override
  public boolean isDirectory(String path) {
    return Files.isDirectory(resolve(path));
  }

  @Override
  public long freeBytes() throws DiskException {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw failed("ask for the free space of", root, e);
    }
  }

  @Override
  public Optional<Hold> tryLock(String path) throws DiskException {
    Path file = resolve(path);
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      try {
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        locked = lock.isPresent();
        return lock.map(held -> new FileHold(file, channel, held));
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("lock", file, e);
    } finally {
      if (!locked) {
        HELD.remove(file);
      }
    }
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public String toString() {
    return location();
  }

  private Path resolve(String path) {
    return root.resolve(Disk.checkPath(path));
  }

  /// Turns what the operating system said into a fault and a sentence that says what to do.
  private static DiskException failed(String attempted, Path path, IOException cause) {
    String reason =
        Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    if (cause instanceof FileSystemException e) {
      reason = Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
    }
    Fault fault = faultOf(cause, reason);
    String advice =
        switch (fault) {
          case ABSENT ->
              "there is no such file or directory. Maybe it was moved or deleted by hand.";
          case FULL -> "the disk is full (" + reason + "). Make room on it, then try again.";
          case READ_ONLY ->
              "writing is not allowed there ("
                  + reason
                  + "). Maybe the directory belongs to another user, or the file system is mounted read-only.";
          case DEVICE ->
              reason + ". Maybe the device is failing: look at the system's log before going on.";
        };
    return new DiskException(fault, "could not " + attempted + " " + path + ": " + advice, cause);
  }

  private static Fault faultOf(IOException cause, String reason) {
    if (cause instanceof NoSuchFileException) {
      return Fault.ABSENT;
    }
    String said = reason.toLowerCase(Locale.ROOT);
    if (said.contains("no space left")
        || said.contains("quota exceeded")
        || said.contains("file too large")) {
      return Fault.FULL;
    }
    boolean denied =
        cause instanceof AccessDeniedException
            || cause.getCause() instanceof ReadOnlyFileSystemException;
    return denied
            || said.contains("read-only")
            || said.contains("permission denied")
            || said.contains("not permitted")
        ? Fault.READ_ONLY
        : Fault.DEVICE;
  }

  private record FileHold(Path file, FileChannel channel, FileLock lock) implements Hold {
    @Override
    public void close() {
      try (channel) {
        lock.release();
      } catch (IOException _) {
        // The lock dies with the descriptor at the latest; there is nothing left to hold on to.
      } finally {
        HELD.remove(file);
      }
    }
  }

  private static final class Handle implements DiskFile {
    private final Path path;
    private final FileChannel channel;
    private final Mode mode;
    private volatile boolean resized;

    Handle(Path path, FileChannel channel, Mode mode) {
      this.path = path;
      this.channel = channel;
      this.mode = mode;
      this.resized = mode == Mode.CREATE;
    }

    @Override
    public int read(long offset, ByteBuffer into) throws DiskException {
      int total = 0;
      try {
        while (into.hasRemaining()) {
          int count = channel.read(into, offset + total);
          if (count < 0) {
            break;
          }
          total += count;
        }
      } catch (IOException e) {
        throw failed("read", path, e);
      }
      return total;
    }

    @Override
    public void write(long offset, ByteBuffer bytes) throws DiskException {
      checkWritable();
      try {
        long at = offset;
        resized |= offset + bytes.remaining() > channel.size();
        while (bytes.hasRemaining()) {
          at += channel.write(bytes, at);
        }
      } catch (IOException e) {
        throw failed("write", path, e);
      }
    }

    @Override
    public void allocate(long sizeBytes) throws DiskException {
      checkWritable();
      try {
        // Java has no fallocate. Writing zeros also means that later writes touch no metadata.
        var zeros =
            ByteBuffer.allocate(
                (int) Math.min(ZEROS_BYTES, Math.max(0, sizeBytes - channel.size())));
        for (long at = channel.size(); at < sizeBytes; ) {
          resized = true;
          zeros.clear().limit((int) Math.min(zeros.capacity(), sizeBytes - at));
          at += channel.write(zeros, at);
        }
      } catch (IOException e) {
        throw failed("reserve " + sizeBytes + " bytes for", path, e);
      }
    }

    @Override
    public void truncate(long sizeBytes) throws DiskException {
      checkWritable();
      try {
        resized = true;
        channel.truncate(sizeBytes);
      } catch (IOException e) {
        throw failed("truncate", path, e);
      }
    }

    @Override
    public long size() throws DiskException {
      try {
        return channel.size();
      } catch (IOException e) {
        throw failed("ask for the size of", path, e);
      }
    }

    @Override
    public void sync() throws DiskException {
      try {
        // fdatasync suffices while the size stays the same, and costs a fraction of fsync.
        boolean metadata = resized;
        resized = false;
        channel.force(metadata);
      } catch (IOException e) {
        throw failed("sync", path, e);
      }
    }

    @Override
    public void close() throws DiskException {
      try {
        channel.close();
      } catch (IOException e) {
        throw failed("close", path, e);
      }
    }

    private void checkWritable() {
      if (mode == Mode.READ) {
        throw new IllegalStateException(path + " was opened for reading");
      }
    }
  }
}
