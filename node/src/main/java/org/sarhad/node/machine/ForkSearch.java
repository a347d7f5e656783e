package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// Asks the author of a log that has forked for the tiles of the history we do not hold, and finds
/// the first entry at which it differs from the one we do (06-7.5).
///
/// The author is caught lying, so nothing in a tile is believed: an index counts only with the
/// proof that, in the tree of the other head, our own entries stand before it and another one at
/// it. Costs the author's tiles along one path, and 2 · log₂ n hashes of either tree.
final class ForkSearch {
  /// Where a peer serves its own log.
  private static final String PREFIX = "log/";

  private final SignedCheckpoint other;
  private final HashReader held;
  private final long common;
  private final RemoteTree tree;

  private ForkSearch(SignedCheckpoint other, HashReader held, long size) {
    this.other = other;
    this.held = held;
    this.common = Math.min(other.size(), size);
    this.tree = new RemoteTree(other.size());
  }

  /// A search for where the history that `proof` has beside ours leaves the tree of `size` entries
  /// behind `held`, which is ours. Empty if both heads are of what we hold as far as we hold it.
  static Optional<ForkSearch> of(ForkProof proof, HashReader held, long size) {
    return List.of(proof.larger(), proof.smaller()).stream()
        .filter(head -> !Guard.isPrefix(head.checkpoint(), size, held))
        .findFirst()
        .map(other -> new ForkSearch(other, held, size));
  }

  /// What the search has come to.
  sealed interface State {
    /// This file of the log is needed.
    record Ask(String path) implements State {}

    /// This is the first entry that is not the same in both histories.
    record Found(long index) implements State {}

    /// The author shows nothing that would be proof.
    record Nothing() implements State {}
  }

  /// What to do next.
  State state() {
    var found = tree.compute(this::proven);
    if (found.isEmpty()) {
      return new State.Ask(PREFIX + tree.missing().orElseThrow().path());
    }
    return found.get().isPresent() ? new State.Found(found.get().getAsLong()) : new State.Nothing();
  }

  /// The file at `path`, which was asked for; false if it is none. One that is not needed any more
  /// changes nothing.
  boolean found(String path, Bytes file) {
    return tree.take(path.substring(PREFIX.length()), file);
  }

  private OptionalLong proven(HashReader shown) {
    long index = firstDifference(shown);
    return index < common && isProven(index, shown) ? OptionalLong.of(index) : OptionalLong.empty();
  }

  /// The first leaf that is another in `shown`; `common` if none is. Steps over the largest
  /// subtrees that are the same in both, and looks no further than the end of one that is not:
  /// whoever shows a difference there and none below it shows nothing.
  private long firstDifference(HashReader shown) {
    long at = 0;
    long end = common;
    int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(common, 1));
    while (at < end && level >= 0) {
      boolean isWhole = (at & ((1L << level) - 1)) == 0 && at + (1L << level) <= end;
      if (isWhole && isSame(level, at >> level, shown)) {
        at += 1L << level;
      } else {
        end = isWhole ? at + (1L << level) : end;
        level--;
      }
    }
    return at < end ? at : common;
  }

  private boolean isSame(int level, long index, HashReader shown) {
    return held.hash(level, index).equals(shown.hash(level, index));
  }

  private boolean isProven(long index, HashReader shown) {
    long size = other.size();
    Hash root = other.checkpoint().root();
    try {
      if (index > 0) {
        Tree.verifyConsistency(
            index, Tree.root(index, held), size, root, Tree.consistencyProof(index, size, shown));
      }
      Tree.verifyInclusion(
          shown.hash(0, index), index, size, root, Tree.inclusionProof(index, size, shown));
      return true;
    } catch (ProofException _) {
      return false;
    }
  }
}
