package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.node.store.PayloadBundle.MalformedPayloadsException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// A log directory under suspicion: asked for a file it answers what is in it and what is wrong
/// with it, and never throws.
final class CheckSource {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  private final LogFiles files;

  CheckSource(LogFiles files) {
    this.files = files;
  }

  /// A file's bytes, or why there are none.
  record Content(Optional<Bytes> bytes, String problem) {}

  /// The entries of a bundle as far as they can be told apart, and why that is not all of them;
  /// `problem` is empty if it is.
  record Bundle(List<Bytes> entries, String problem) {
    boolean isWhole() {
      return problem.isEmpty();
    }

    List<Hash> leaves() {
      return entries.stream().map(Merkle::leaf).toList();
    }
  }

  /// The hashes of a tile, or none and the reason.
  record Row(List<Hash> hashes, String problem) {
    boolean isWhole() {
      return problem.isEmpty();
    }

    Optional<Hash> find(int index) {
      return index < hashes.size() ? Optional.of(hashes.get(index)) : Optional.empty();
    }
  }

  /// Where the directory is.
  String where() {
    return files.where();
  }

  Content read(String path) {
    try {
      return content(files.read(path));
    } catch (DiskException e) {
      return new Content(Optional.empty(), "it cannot be read (" + e.getMessage() + ")");
    }
  }

  /// A tile or bundle, cut from a wider one if need be.
  Content read(TilePath path) {
    try {
      return content(files.read(path));
    } catch (DiskException e) {
      return new Content(Optional.empty(), "it cannot be read (" + e.getMessage() + ")");
    }
  }

  private static Content content(Optional<Bytes> file) {
    return new Content(file, file.isPresent() ? "" : "it is missing");
  }

  /// The first `width` entries of the bundle at `index`.
  Bundle bundle(long index, int width) {
    var file = read(new TilePath.Entries(index, width));
    var entries = new ArrayList<Bytes>(width);
    var bytes = file.bytes().orElse(Bytes.EMPTY);
    int at = 0;
    while (entries.size() < width && bytes.size() - at >= 2) {
      int size = (bytes.at(at) & 0xff) << 8 | (bytes.at(at + 1) & 0xff);
      if (bytes.size() - at - 2 < size) {
        break;
      }
      entries.add(bytes.slice(at + 2, at + 2 + size));
      at += 2 + size;
    }
    boolean isWhole = entries.size() == width && at == bytes.size();
    boolean isThere = file.bytes().isPresent();
    return new Bundle(
        entries,
        isWhole || !isThere ? file.problem() : "it does not divide into " + width + " entries");
  }

  /// The first `width` hashes of the tile at `level` and `index`.
  Row row(int level, long index, int width) {
    var file = read(new TilePath.Hashes(level, index, width));
    if (file.bytes().isEmpty()) {
      return new Row(List.of(), file.problem());
    }
    var bytes = file.bytes().get().toArray();
    if (bytes.length != width * Hash.SIZE) {
      return new Row(
          List.of(), "it has %d bytes, not %d".formatted(bytes.length, width * Hash.SIZE));
    }
    var hashes = new ArrayList<Hash>(width);
    for (int i = 0; i < width; i++) {
      hashes.add(Hash.of(bytes, i * Hash.SIZE));
    }
    return new Row(hashes, "");
  }

  /// The root over a full bundle, by its entries.
  Optional<Hash> rootOfBundle(long index) {
    var bundle = bundle(index, WIDTH);
    return bundle.isWhole() ? Optional.of(root(bundle.leaves())) : Optional.empty();
  }

  /// The root over a full tile, by its hashes.
  Optional<Hash> rootOfTile(int level, long index) {
    var row = row(level, index, WIDTH);
    return row.isWhole() ? Optional.of(root(row.hashes())) : Optional.empty();
  }

  /// The root over the 256 hashes of a full tile.
  static Hash root(List<Hash> hashes) {
    var row = hashes.toArray(Hash[]::new);
    for (int width = WIDTH / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        row[i] = Merkle.node(row[2 * i], row[2 * i + 1]);
      }
    }
    return row[0];
  }

  /// Whether the payload with that hash is in bundle `index`, intact.
  boolean holdsPayload(long index, Hash sha256) {
    try {
      return files.readPayload(index, WIDTH, sha256).flatMap(Item::bytes).isPresent();
    } catch (DiskException | MalformedPayloadsException e) {
      return false;
    }
  }

  /// Whether payload bundle `index` is there and wholly intact.
  boolean holdsPayloads(long index) {
    var file = read(PayloadBundle.path(index)).bytes();
    try {
      return file.isPresent() && !PayloadBundle.parse(file.get()).items().isEmpty();
    } catch (MalformedPayloadsException e) {
      return false;
    }
  }

  /// How many entries could be here at most, by the names of the files: up to the end of the last
  /// bundle or tile.
  long sizeByNames() {
    try {
      return Math.max(files.lastIndex("tile/entries"), files.lastIndex("tile/0")) * WIDTH;
    } catch (DiskException e) {
      return 0;
    }
  }

  /// The widths of the partial files at the place of `path`.
  List<Integer> partialWidths(TilePath path) {
    try {
      return files.partialWidths(path);
    } catch (DiskException e) {
      return List.of();
    }
  }
}
