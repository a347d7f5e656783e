package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

/// A log as a list in memory, written so plainly that it can be believed: what [LogDirectory] is
/// compared with.
public final class ReferenceLog implements HashReader {
  private final List<Bytes> entries = new ArrayList<>();
  private final Map<List<Long>, Hash> hashes = new HashMap<>();

  /// An empty log.
  public ReferenceLog() {}

  /// A log of `size` entries, none like another.
  public static ReferenceLog of(int size) {
    var log = new ReferenceLog();
    for (int i = 0; i < size; i++) {
      log.append(entry(i));
    }
    return log;
  }

  /// What the tests write at `index`.
  public static Bytes entry(long index) {
    return Bytes.ofUtf8("entry " + index + " " + "x".repeat((int) (index % 17)));
  }

  /// Appends an entry.
  public void append(Bytes entry) {
    entries.add(entry);
  }

  /// All entries.
  public List<Bytes> entries() {
    return entries;
  }

  @Override
  public Hash hash(int level, long index) {
    var known = hashes.get(List.of((long) level, index));
    if (known != null) {
      return known;
    }
    var hash =
        level == 0
            ? Merkle.leaf(entries.get((int) index))
            : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
    hashes.put(List.of((long) level, index), hash);
    return hash;
  }

  /// The head of the first `size` entries.
  public Checkpoint checkpoint(long size) {
    return new Checkpoint("example.com/log", size, Tree.root(size, this));
  }

  /// A note over [#checkpoint] with a line that nobody has signed.
  public Bytes note(long size) {
    var line = new SignatureLine("example.com/log", 7, Bytes.of(new byte[64]));
    return new Note(checkpoint(size).text(), List.of(line)).bytes();
  }

  /// What is served at `path` of the tree of `size` entries.
  public Bytes resource(TilePath path) {
    int from = (int) path.index() * TilePath.FULL_WIDTH;
    return switch (path) {
      case TilePath.Hashes hashes -> Tile.read(hashes, this).bytes();
      case TilePath.Entries(long _, int width) ->
          new EntryBundle(entries.subList(from, from + width)).bytes();
    };
  }
}
