package org.sarhad.node.verify;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sarhad.node.link.MalformedTarException;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.port.DiskFile;
import org.sarhad.tlog.Bytes;

/// An offline bundle as a disk that can only be read, so that what checks directories checks it
/// too.
///
/// @param archive stays open as long as this is used
/// @param file where it is, for messages
public record ArchiveDisk(TarArchive archive, Path file) implements Disk {
  @Override
  public DiskFile open(String path, Mode mode) throws DiskException {
    if (mode != Mode.READ) {
      throw readOnly();
    }
    try {
      return new Content(
          archive
              .find(path)
              .orElseThrow(() -> new DiskException(Fault.ABSENT, path + " is not in " + file)));
    } catch (MalformedTarException e) {
      throw new DiskException(Fault.DEVICE, String.valueOf(e.getMessage()), e);
    }
  }

  /// @param bytes the whole file
  private record Content(Bytes bytes) implements DiskFile {
    @Override
    public int read(long offset, ByteBuffer into) {
      int from = (int) Math.min(offset, bytes.size());
      int to = Math.min(bytes.size(), from + into.remaining());
      bytes.slice(from, to).putInto(into);
      return to - from;
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public void write(long offset, ByteBuffer from) throws DiskException {
      throw readOnly();
    }

    @Override
    public void allocate(long sizeBytes) throws DiskException {
      throw readOnly();
    }

    @Override
    public void truncate(long sizeBytes) throws DiskException {
      throw readOnly();
    }

    @Override
    public void sync() throws DiskException {
      throw readOnly();
    }

    @Override
    public void close() {
      // nothing is held open
    }
  }

  @Override
  public List<String> list(String directory) {
    var prefix = directory.isEmpty() ? "" : directory + "/";
    var names = new TreeSet<String>();
    for (var path : archive.names().tailSet(prefix, true)) {
      if (!path.startsWith(prefix)) {
        break;
      }
      int end = path.indexOf('/', prefix.length());
      names.add(path.substring(prefix.length(), end < 0 ? path.length() : end));
    }
    return List.copyOf(names);
  }

  @Override
  public boolean isFile(String path) {
    return archive.names().contains(path);
  }

  @Override
  public boolean isDirectory(String path) {
    return path.isEmpty() || !list(path).isEmpty();
  }

  @Override
  public String location() {
    return file.toString();
  }

  @Override
  public void rename(String from, String to) throws DiskException {
    throw readOnly();
  }

  @Override
  public void syncDirectory(String directory) throws DiskException {
    throw readOnly();
  }

  @Override
  public void createDirectories(String directory) throws DiskException {
    throw readOnly();
  }

  @Override
  public void delete(String path) throws DiskException {
    throw readOnly();
  }

  @Override
  public long freeBytes() {
    return 0;
  }

  @Override
  public Optional<Hold> tryLock(String path) throws DiskException {
    throw readOnly();
  }

  private static DiskException readOnly() {
    return new DiskException(Fault.READ_ONLY, "A bundle is only read.");
  }
}
