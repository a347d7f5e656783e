package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

/// One history of a log, as its author has it: the tree, heads over it, and the tiles that are
/// served.
final class LeafTree implements HashReader {
  /// Signs all heads.
  static final NoteSigner AUTHOR = Scribe.signer("pk.sarhad.example/joint");

  private static final String SERVED = "log/";

  private final List<List<Hash>> levels = new ArrayList<>();
  private final int size;

  private LeafTree(int size, int parts, String telling) {
    this.size = size;
    var leaves = new ArrayList<Hash>();
    for (int i = 0; i < size; i++) {
      leaves.add(Merkle.leaf(Bytes.ofUtf8((i < parts ? "all" : telling) + " say " + i)));
    }
    levels.add(leaves);
    while (levels.getLast().size() > 1) {
      var below = levels.getLast();
      var level = new ArrayList<Hash>();
      for (int i = 0; i + 1 < below.size(); i += 2) {
        level.add(Merkle.node(below.get(i), below.get(i + 1)));
      }
      levels.add(level);
    }
  }

  /// `size` entries that nobody tells otherwise.
  static LeafTree of(int size) {
    return new LeafTree(size, size, "");
  }

  /// `size` entries, told otherwise by `telling` from index `parts` on.
  static LeafTree of(int size, int parts, String telling) {
    return new LeafTree(size, parts, telling);
  }

  @Override
  public Hash hash(int level, long index) {
    return levels.get(level).get((int) index);
  }

  int size() {
    return size;
  }

  /// A signed head over all of it.
  SignedCheckpoint head() {
    return head(size);
  }

  /// A signed head over the first `first` entries.
  SignedCheckpoint head(long first) {
    var head = new Checkpoint(AUTHOR.name(), first, Tree.root(first, this));
    return SignedCheckpoint.of(head, List.of(AUTHOR.sign(head.text())));
  }

  /// What is served under `path`; empty if there is no such tile of this tree.
  Optional<Bytes> served(String path) {
    try {
      if (TilePath.parse(path.substring(SERVED.length())) instanceof TilePath.Hashes tile) {
        return Optional.of(Tile.read(tile, this).bytes());
      }
      return Optional.empty();
    } catch (MalformedException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
