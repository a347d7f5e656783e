package org.sarhad.node.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Every version of a dataset that was in force here, each under the hash of its bytes. None is
/// ever written over or removed: entries name them (protocol clause 20-5.2).
///
/// @param directory where they lie; made when the first one comes
public record Versions(Path directory) {
  private static final String ENDING = ".geojson";

  /// One of them.
  ///
  /// @param bytes how long its file is
  /// @param since when it came here, by the clock of the machine
  public record Version(Hash sha256, long bytes, Instant since) {}

  /// Keeps a copy; kept twice, it is there once.
  void keep(Hash sha256, Bytes file) throws IOException {
    var place = place(sha256);
    if (Files.isRegularFile(place)) {
      return;
    }
    Files.createDirectories(directory);
    var beside = directory.resolve(sha256.hex() + ".tmp");
    Shelf.writeDurably(beside, file);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The file of this hash; empty when it is not here, or is not any more what was kept.
  public Optional<Bytes> find(Hash sha256) throws IOException {
    var place = place(sha256);
    return Files.isRegularFile(place)
        ? Optional.of(Bytes.of(Files.readAllBytes(place)))
            .filter(file -> Merkle.sha256(file).equals(sha256))
        : Optional.empty();
  }

  /// All of them, the newest first.
  public List<Version> list() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files
          .flatMap(file -> version(file).stream())
          .sorted(
              Comparator.comparing(Version::since)
                  .reversed()
                  .thenComparing(version -> version.sha256().hex()))
          .toList();
    }
  }

  private static Optional<Version> version(Path path) {
    var name = String.valueOf(path.getFileName());
    var file = path.toFile();
    return name.endsWith(ENDING)
        ? Hash.parseHex(name.substring(0, name.length() - ENDING.length()))
            .map(
                sha256 ->
                    new Version(sha256, file.length(), Instant.ofEpochMilli(file.lastModified())))
        : Optional.empty();
  }

  private Path place(Hash sha256) {
    return directory.resolve(sha256.hex() + ENDING);
  }
}
