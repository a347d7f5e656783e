package org.sarhad.node.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.tlog.Bytes;

/// An offline bundle that somebody handed over (06-8.2), read file by file where it lies. Its
/// headers are checked, all of them, before anything in it is looked at; nothing is ever unpacked
/// to a disk. For several threads.
///
/// Costs about 200 bytes of memory for each file in it, however large they are.
public final class TarArchive implements AutoCloseable {
  /// The most files an archive may have.
  public static final int MEMBERS_MAX = 65_536;

  /// The largest archive that is read, in bytes.
  public static final long BYTES_MAX = 8L << 30;

  private static final int MEMBER_BYTES_MAX = 32 << 20;
  private static final Bytes EMPTY_BLOCK = Bytes.of(new byte[Tar.BLOCK]);

  private final Source source;
  private final NavigableMap<String, Place> places;

  private record Place(long at, int size) {}

  /// Where the bytes are.
  private interface Source {
    long size() throws IOException;

    Bytes read(long at, int size) throws IOException;

    void close() throws IOException;
  }

  private TarArchive(Source source, NavigableMap<String, Place> places) {
    this.source = source;
    this.places = places;
  }

  /// The archive in `file`, which is kept open.
  ///
  /// @throws MalformedTarException if it is not an archive as described
  public static TarArchive open(Path file) throws IOException, MalformedTarException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      var source = new FileSource(channel);
      return new TarArchive(source, index(source));
    } catch (IOException | MalformedTarException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The archive in `bytes`.
  public static TarArchive of(Bytes bytes) throws MalformedTarException {
    var source = new MemorySource(bytes);
    try {
      return new TarArchive(source, index(source));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private record FileSource(FileChannel channel) implements Source {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public Bytes read(long at, int size) throws IOException {
      var into = ByteBuffer.allocate(size);
      while (into.hasRemaining() && channel.read(into, at + into.position()) >= 0) {
        // goes on until all is there or the file ends
      }
      return Bytes.of(into.flip());
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private record MemorySource(Bytes bytes) implements Source {
    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public Bytes read(long at, int size) {
      return bytes.slice((int) at, (int) Math.min(bytes.size(), at + size));
    }

    @Override
    public void close() {
      // memory
    }
  }

  private static NavigableMap<String, Place> index(Source source)
      throws IOException, MalformedTarException {
    long size = source.size();
    if (size > BYTES_MAX) {
      throw Tar.malformed("archive", size + " bytes", "at most " + BYTES_MAX);
    }
    var places = new TreeMap<String, Place>();
    long at = 0;
    while (true) {
      if (size - at < Tar.BLOCK) {
        throw Tar.malformed("archive", "its end", "a header or two empty blocks");
      }
      var block = source.read(at, Tar.BLOCK);
      if (block.equals(EMPTY_BLOCK)) {
        return places;
      }
      at += Tar.BLOCK;
      var header = Tar.Header.parse(block);
      var name = header.name();
      if (header.size() > size - at) {
        throw Tar.malformed(
            "size of " + name, Long.toString(header.size()), "no more than there is");
      }
      if (header.size() > MEMBER_BYTES_MAX) {
        throw Tar.malformed(
            "size of " + name, Long.toString(header.size()), "at most " + MEMBER_BYTES_MAX);
      }
      boolean isNew = places.putIfAbsent(name, new Place(at, (int) header.size())) == null;
      if (!isNew || places.size() > MEMBERS_MAX) {
        throw Tar.malformed("archive", name, "at most " + MEMBERS_MAX + " files, each once");
      }
      at = Math.min(size, at + header.size() + Tar.padding(header.size()));
    }
  }

  /// The names of the files, sorted.
  public NavigableSet<String> names() {
    return places.navigableKeySet();
  }

  /// The file called `name`, if there is one.
  ///
  /// @throws MalformedTarException if it cannot be read any more, or not whole
  public Optional<Bytes> find(String name) throws MalformedTarException {
    var place = Optional.ofNullable(places.get(name));
    return place.isPresent() ? Optional.of(read(name, place.get())) : Optional.empty();
  }

  private Bytes read(String name, Place place) throws MalformedTarException {
    try {
      var content = source.read(place.at, place.size);
      if (content.size() != place.size) {
        throw Tar.malformed(name, content.size() + " bytes", place.size + " bytes as before");
      }
      return content;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static MalformedTarException unreadable(IOException e) {
    return Tar.malformed("archive", String.valueOf(e.getMessage()), "a file that can be read");
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
