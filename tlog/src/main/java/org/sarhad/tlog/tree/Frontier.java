package org.sarhad.tlog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Check;

/// The right edge of a tree: all that is needed to append to it and to name its root.
///
/// A tree of *n* leaves is a row of complete subtrees, one for each bit set in *n*, the largest on
/// the left. Their roots are the peaks. Appending a leaf merges equal neighbours, as adding one to
/// a binary number carries; that costs one node hash on average. Immutable: an append shares all
/// peaks it did not merge.
public final class Frontier {
  /// The tree without leaves.
  public static final Frontier EMPTY = new Frontier(0, Optional.empty());

  private final long size;

  /// The rightmost, smallest peak; absent only in the empty tree.
  private final Optional<Peak> last;

  private record Peak(Hash root, Optional<Peak> left) {}

  private Frontier(long size, Optional<Peak> last) {
    this.size = size;
    this.last = last;
  }

  /// The frontier of the first `size` leaves of a tree. Asks for one hash per bit set in `size`.
  public static Frontier of(long size, HashReader reader) {
    Check.that(size >= 0, "tree size %d", size);
    Optional<Peak> last = Optional.empty();
    long start = 0;
    for (long rest = size; rest != 0; rest -= Long.highestOneBit(rest)) {
      int level = 63 - Long.numberOfLeadingZeros(rest);
      last = Optional.of(new Peak(reader.hash(level, start >> level), last));
      start += Long.highestOneBit(rest);
    }
    return new Frontier(size, last);
  }

  /// The frontier with these peaks, the largest (leftmost) first. Inverse of [#peaks]. Throws
  /// [IllegalArgumentException] unless there is one peak for each bit set in `size`.
  public static Frontier of(long size, List<Hash> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a tree of %d has one peak per bit set, not %d".formatted(size, peaks.size()));
    }
    Optional<Peak> last = Optional.empty();
    for (var peak : peaks) {
      last = Optional.of(new Peak(peak, last));
    }
    return new Frontier(size, last);
  }

  /// The frontier after one more leaf with hash `leaf`.
  public Frontier append(Hash leaf) {
    var merged = leaf;
    var rest = last;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      var left = rest.orElseThrow();
      merged = Merkle.node(left.root(), merged);
      rest = left.left();
    }
    return new Frontier(Math.incrementExact(size), Optional.of(new Peak(merged, rest)));
  }

  /// How many leaves there are.
  public long size() {
    return size;
  }

  /// The root of the tree. Costs one node hash per peak but the first.
  public Hash root() {
    if (last.isEmpty()) {
      return Merkle.EMPTY_ROOT;
    }
    var root = last.get().root();
    for (var peak = last.get().left(); peak.isPresent(); peak = peak.get().left()) {
      root = Merkle.node(peak.get().root(), root);
    }
    return root;
  }

  /// The roots of the complete subtrees, the largest (leftmost) first; one per bit set in [#size].
  public List<Hash> peaks() {
    var peaks = new ArrayList<Hash>();
    for (var peak = last; peak.isPresent(); peak = peak.get().left()) {
      peaks.addFirst(peak.get().root());
    }
    return List.copyOf(peaks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that && size == that.size && peaks().equals(that.peaks());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) * 31 + last.map(peak -> peak.root().hashCode()).orElse(0);
  }

  @Override
  public String toString() {
    return "Frontier[%d, %s]".formatted(size, root());
  }
}
