package org.sarhad.node.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.screening.Screen;
import org.sarhad.tlog.tree.Hash;

/// The lists that a node holds, in the directory `lists` beside its configuration, each file under
/// the hash of its bytes. They are the side's own: nothing of them goes to the neighbour, no backup
/// of the record has them, and no list is ever written over or removed here, because decisions rest
/// on it.
///
/// Life of a file: copied beside its place, synced, read and hashed *as it lies there*, and moved
/// to its place at once. So what is held is what was read, whole or not at all.
public final class ListShelf {
  /// The name of the directory in a node's own.
  public static final String DIRECTORY = "lists";

  /// Most bytes that are held before nothing more comes over the line: years of all lists.
  static final long BYTES_MAX = 8L << 30;

  private static final int SCREENS_MAX = 8;

  private final Path directory;
  private final Map<Hash, Screen> screens = new LinkedHashMap<>();

  private ListShelf(Path directory) {
    this.directory = directory;
  }

  /// The shelf of the node in `nodeDirectory`; made when the first list comes.
  public static ListShelf of(Path nodeDirectory) {
    return new ListShelf(nodeDirectory.resolve(DIRECTORY));
  }

  /// The trading parties that this side looks for, which lie beside its lists.
  public PartyShelf parties() {
    return new PartyShelf(directory);
  }

  /// Whether so much is held that nothing more is taken from afar: an operator at the machine may
  /// still.
  public boolean isFull() throws IOException {
    return isFull(BYTES_MAX);
  }

  boolean isFull(long bytesMax) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >= bytesMax;
    }
  }

  /// Takes a copy of `file`. Taken twice, it is held once.
  ///
  /// @throws MalformedListException when it is no list; nothing is kept
  public ReadList take(Path file) throws IOException, MalformedListException {
    try (InputStream in = Files.newInputStream(file)) {
      return take(in);
    }
  }

  /// The same of a file that is only now coming in. It is read to its end and not closed.
  public ReadList take(InputStream file) throws IOException, MalformedListException {
    Files.createDirectories(directory);
    var copy = Files.createTempFile(directory, "taken", ".tmp");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      var read = read(copy);
      Files.move(copy, place(read.list().sha256()), StandardCopyOption.ATOMIC_MOVE);
      return read;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// A screen of the list whose file has this hash; empty when it is not held, or is not any more
  /// what was taken. The first time takes as long as reading the file does.
  public synchronized Optional<Screen> screen(Hash sha256) throws IOException {
    var known = Optional.ofNullable(screens.get(sha256));
    var screen = known.isPresent() ? known : load(sha256);
    if (known.isEmpty() && screen.isPresent()) {
      if (screens.size() >= SCREENS_MAX) {
        screens.remove(screens.keySet().iterator().next());
      }
      screens.put(sha256, screen.get());
    }
    return screen;
  }

  private Optional<Screen> load(Hash sha256) throws IOException {
    var place = place(sha256);
    if (!Files.isRegularFile(place)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(place).list())
          .filter(list -> list.sha256().equals(sha256))
          .map(Screen::of);
    } catch (MalformedListException _) {
      return Optional.empty();
    }
  }

  /// The list in `file`, which stays where it is.
  ///
  /// @throws MalformedListException when it is none
  public static ReadList read(Path file) throws IOException, MalformedListException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return ListReader.read(in);
    }
  }

  private Path place(Hash sha256) {
    return directory.resolve(sha256.hex());
  }
}
