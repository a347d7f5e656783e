package org.sarhad.node.ground;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Geography that this node goes by, and what an administrator would put in its place: read and
/// looked at first, put in place as a whole while the node runs, and taken back. Thread-safe.
///
/// In the node's directory stands what is held, beside it what was held before and, for what
/// entries name, every version there was.
public final class Shelf<T extends Dataset> {
  private static final String FORMER = ".former";

  private final Path file;
  private final Format<T> format;
  private final Optional<Versions> versions;
  private final Tray<T> tray = new Tray<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<T>> followers = new CopyOnWriteArrayList<>();
  private Optional<T> held;

  private Shelf(Path file, Format<T> format, Optional<T> held, Optional<Versions> versions) {
    this.file = file;
    this.format = format;
    this.held = held;
    this.versions = versions;
  }

  /// How such geography stands in a file.
  public interface Format<T extends Dataset> {
    /// Longest file, in bytes.
    long bytesMax();

    /// Its file.
    Bytes write(T thing);

    /// Inverse of [#write].
    ///
    /// @throws MalformedSurveyException when it is no such file
    T parse(Bytes bytes) throws MalformedSurveyException;
  }

  /// A shelf that keeps what was held last.
  ///
  /// @param file where it stands, or would
  /// @param held what was read from there
  public static <T extends Dataset> Shelf<T> of(Path file, Format<T> format, Optional<T> held) {
    return new Shelf<>(file, format, held, Optional.empty());
  }

  /// A shelf that keeps every version in `versions`, what is held now among them.
  public static <T extends Dataset> Shelf<T> of(
      Path file, Format<T> format, Optional<T> held, Versions versions) throws IOException {
    if (held.isPresent()) {
      versions.keep(held.get().sha256(), format.write(held.get()));
    }
    return new Shelf<>(file, format, held, Optional.of(versions));
  }

  /// What is held now.
  public Optional<T> held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  /// What would take its place.
  public Tray<T> tray() {
    return tray;
  }

  /// All that was ever held, where that is kept.
  public Optional<Versions> versions() {
    return versions;
  }

  /// Lets `follower` know whenever something else is held. It must be short and not throw.
  public void follow(Consumer<T> follower) {
    followers.add(follower);
  }

  /// Whether something was held before, and can be again.
  public boolean hasFormer() {
    return Files.isRegularFile(former());
  }

  private Path former() {
    return file.resolveSibling(file.getFileName() + FORMER);
  }

  // ---- putting in place -----------------------------------------------------------------------

  /// Puts the draft in the place of what is held, which is kept beside it; false when the draft is
  /// not that one, any more or at all, or is not fit.
  public boolean put(Hash sha256) throws IOException {
    lock.lock();
    try {
      var wanted = tray.draft(sha256).filter(Draft::isFit).map(Draft::thing);
      if (wanted.isEmpty()) {
        return false;
      }
      var beside = beside(wanted.get());
      if (Files.isRegularFile(file)) {
        Files.copy(file, former(), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(former());
      }
      move(beside, file);
      hold(wanted.get());
      tray.discard();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Puts what was held before back into its place, and what is held where that was; false when
  /// there is nothing, or it is damaged.
  public boolean takeBack() throws IOException {
    lock.lock();
    try {
      var before = before();
      if (before.isEmpty()) {
        return false;
      }
      var beside = beside(before.get());
      move(file, former());
      move(beside, file);
      hold(before.get());
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Written beside its place, and durable there.
  private Path beside(T thing) throws IOException {
    var bytes = format.write(thing);
    if (versions.isPresent()) {
      versions.get().keep(thing.sha256(), bytes);
    }
    var beside = file.resolveSibling(file.getFileName() + ".tmp");
    writeDurably(beside, bytes);
    return beside;
  }

  static void writeDurably(Path path, Bytes bytes) throws IOException {
    Files.write(path, bytes.toArray());
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void hold(T thing) {
    held = Optional.of(thing);
    followers.forEach(follower -> follower.accept(thing));
  }

  private Optional<T> before() throws IOException {
    if (!hasFormer() || Files.size(former()) > format.bytesMax()) {
      return Optional.empty();
    }
    try {
      return Optional.of(format.parse(Bytes.of(Files.readAllBytes(former()))));
    } catch (MalformedSurveyException _) {
      return Optional.empty();
    }
  }
}
