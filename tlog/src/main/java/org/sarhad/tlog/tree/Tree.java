package org.sarhad.tlog.tree;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Check;

/// Roots and proofs of the append-only Merkle tree of RFC 6962.
///
/// A tree of *n* leaves splits at the largest power of two smaller than *n*; the left part is
/// complete and never changes again. All three proofs are one recursion over that split. It walks
/// from the root down to a range of leaves and, on the way back, notes the root of each part it did
/// not enter:
///
/// - an **inclusion proof** descends to one leaf, `[i, i + 1)`;
/// - a **consistency proof** descends to an older tree, `[0, m)`;
/// - a **subtree consistency proof** descends to any [Subtree].
///
/// Verifying is the same walk with the hashes of the proof in place of the reader's, so a proof can
/// only be right if it has the one length and order that the walk asks for. Everything here is
/// pure; the depth of the walk, and the length of a proof, is at most 63.
///
/// Sizes and indices are `0 ≤ … ≤ 2^63 - 1`. Building functions treat arguments outside the tree as
/// a bug of the caller; verifying functions treat them as a proof that fails.
public final class Tree {
  /// No proof is longer: the deepest tree has 2^63 - 1 leaves.
  public static final int PROOF_HASHES_MAX = 63;

  private Tree() {}

  /// The root of the first `size` leaves. Asks for at most log₂ `size` + 1 hashes.
  public static Hash root(long size, HashReader reader) {
    Check.that(size >= 0, "tree size %d", size);
    return size == 0 ? Merkle.EMPTY_ROOT : rangeRoot(0, size, reader);
  }

  /// The root of the leaves of `subtree`, as if they were a tree of their own.
  public static Hash subtreeRoot(Subtree subtree, HashReader reader) {
    return subtree.size() == 0
        ? Merkle.EMPTY_ROOT
        : rangeRoot(subtree.start(), subtree.end(), reader);
  }

  /// Proves that the leaf at `index` is in the tree of `size` leaves; RFC 6962 §2.1.1. From the
  /// leaf's sibling up to the root's child. `0 ≤ index < size`.
  public static List<Hash> inclusionProof(long index, long size, HashReader reader) {
    Check.that(index >= 0 && index < size, "leaf %d of a tree of %d", index, size);
    return subtreeConsistencyProof(new Subtree(index, index + 1), size, reader);
  }

  /// Proves that the tree of `oldSize` leaves is a prefix of the tree of `size` leaves; RFC 6962
  /// §2.1.2. `0 ≤ oldSize ≤ size`. Empty if the sizes are equal or `oldSize` is 0.
  public static List<Hash> consistencyProof(long oldSize, long size, HashReader reader) {
    Check.that(oldSize >= 0 && oldSize <= size, "prefix %d of a tree of %d", oldSize, size);
    return subtreeConsistencyProof(new Subtree(0, oldSize), size, reader);
  }

  /// Proves that the leaves of `subtree` stand at their place in the tree of `size` leaves;
  /// draft-ietf-plants-merkle-tree-certs §4.4. `subtree.end() ≤ size`.
  public static List<Hash> subtreeConsistencyProof(Subtree subtree, long size, HashReader reader) {
    Check.that(subtree.end() <= size, "%s of a tree of %d", subtree, size);
    var proof = new ArrayList<Hash>();
    if (subtree.size() > 0) {
      prove(0, subtree.start(), subtree.end(), size, true, reader, proof);
    }
    return List.copyOf(proof);
  }

  /// Proves that the leaf at `index` is in `subtree`, whose root the verifier knows.
  /// `subtree.start() ≤ index < subtree.end()`.
  public static List<Hash> subtreeInclusionProof(long index, Subtree subtree, HashReader reader) {
    Check.that(index >= subtree.start() && index < subtree.end(), "leaf %d of %s", index, subtree);
    var proof = new ArrayList<Hash>();
    long inside = index - subtree.start();
    prove(subtree.start(), inside, inside + 1, subtree.size(), true, reader, proof);
    return List.copyOf(proof);
  }

  /// Returns if `proof` shows that `leaf` is the hash of the leaf at `index` of the tree with
  /// `size` leaves and `root`.
  public static void verifyInclusion(Hash leaf, long index, long size, Hash root, List<Hash> proof)
      throws ProofException {
    if (index < 0 || index >= size) {
      throw new ProofException("leaf %d is outside a tree of %d".formatted(index, size));
    }
    verifySubtreeConsistency(index, index + 1, leaf, size, root, proof);
  }

  /// Returns if `proof` shows that the tree with `oldSize` leaves and `oldRoot` is a prefix of the
  /// tree with `size` leaves and `root`. Every tree extends the empty one, so there is nothing to
  /// prove from size 0: asking for it fails, and the caller treats that case itself.
  public static void verifyConsistency(
      long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) throws ProofException {
    if (oldSize == 0) {
      throw new ProofException("a proof from the empty tree says nothing");
    }
    verifySubtreeConsistency(0, oldSize, oldRoot, size, root, proof);
  }

  /// Returns if `proof` shows that the leaves `[start, end)`, which have `subtreeRoot` as a tree of
  /// their own, stand at their place in the tree with `size` leaves and `root`.
  public static void verifySubtreeConsistency(
      long start, long end, Hash subtreeRoot, long size, Hash root, List<Hash> proof)
      throws ProofException {
    var claimed = impliedRoots(start, end, subtreeRoot, size, proof);
    if (!claimed.subtree().equals(subtreeRoot)) {
      throw new ProofException(
          "the proof leads to %s over [%d, %d), not to %s"
              .formatted(claimed.subtree(), start, end, subtreeRoot));
    }
    // SPEC: the empty range is consistent with every tree; its proof has no hash to check.
    if (start != end && !claimed.tree().equals(root)) {
      throw new ProofException(
          "the proof leads to the root %s over %d leaves, not to %s"
              .formatted(claimed.tree(), size, root));
    }
  }

  /// Returns if `proof` shows that `leaf` is the hash of the leaf at `index` of the subtree
  /// `[start, end)` with `subtreeRoot`.
  public static void verifySubtreeInclusion(
      Hash leaf, long index, long start, long end, Hash subtreeRoot, List<Hash> proof)
      throws ProofException {
    if (!Subtree.isValid(start, end) || index < start || index >= end) {
      throw new ProofException("leaf %d is outside [%d, %d)".formatted(index, start, end));
    }
    verifyInclusion(leaf, index - start, end - start, subtreeRoot, proof);
  }

  /// The two roots that a consistency proof leads to.
  ///
  /// @param subtree the root over the range the proof descends to
  /// @param tree the root over the whole tree
  public record ImpliedRoots(Hash subtree, Hash tree) {}

  /// Where `proof` leads, if one starts from `subtreeRoot` over `[start, end)` in a tree of `size`
  /// leaves. Compares with nothing: who calls this holds the roots to compare with, as the proof of
  /// a fork does. Throws if the proof has the wrong length or the range is not a subtree.
  public static ImpliedRoots impliedRoots(
      long start, long end, Hash subtreeRoot, long size, List<Hash> proof) throws ProofException {
    if (!Subtree.isValid(start, end) || end > size) {
      throw new ProofException(
          "[%d, %d) is not a subtree of a tree of %d".formatted(start, end, size));
    }
    if (start == end) {
      if (!proof.isEmpty()) {
        throw new ProofException("the empty range needs no hashes, there are " + proof.size());
      }
      return new ImpliedRoots(Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT);
    }
    var hashes = new Unread(proof);
    var roots = climb(start, end, size, new ImpliedRoots(subtreeRoot, subtreeRoot), true, hashes);
    hashes.checkAllRead();
    return roots;
  }

  /// The size of the left part of a tree of `size` leaves: the largest power of two below it.
  static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  /// The root of `[start, end)`, a non-empty range that is a subtree.
  private static Hash rangeRoot(long start, long end, HashReader reader) {
    long size = end - start;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return reader.hash(level, start >> level);
    }
    long k = split(size);
    return Merkle.node(rangeRoot(start, start + k, reader), rangeRoot(start + k, end, reader));
  }

  /// Adds to `proof` what leads from `[start, end)` to the tree of `size` leaves that begins at
  /// leaf `base`. `known` as long as the verifier holds the root of exactly this range.
  private static void prove(
      long base,
      long start,
      long end,
      long size,
      boolean known,
      HashReader reader,
      List<Hash> proof) {
    if (start == 0 && end == size) {
      if (!known) {
        proof.add(rangeRoot(base, base + size, reader));
      }
      return;
    }
    long k = split(size);
    if (end <= k) {
      prove(base, start, end, k, known, reader, proof);
      proof.add(rangeRoot(base + k, base + size, reader));
    } else if (start >= k) {
      prove(base + k, start - k, end - k, size - k, known, reader, proof);
      proof.add(rangeRoot(base, base + k, reader));
    } else {
      // The range straddles the split, so it begins at 0 and holds the left part whole.
      prove(base + k, 0, end - k, size - k, false, reader, proof);
      proof.add(rangeRoot(base, base + k, reader));
    }
  }

  /// The walk of [#prove], with the roots computed on the way up.
  private static ImpliedRoots climb(
      long start, long end, long size, ImpliedRoots bottom, boolean known, Unread proof)
      throws ProofException {
    if (start == 0 && end == size) {
      if (known) {
        return bottom;
      }
      var shared = proof.next();
      return new ImpliedRoots(shared, shared);
    }
    long k = split(size);
    if (end <= k) {
      var left = climb(start, end, k, bottom, known, proof);
      return new ImpliedRoots(left.subtree(), Merkle.node(left.tree(), proof.next()));
    }
    boolean inside = start >= k;
    var right =
        inside
            ? climb(start - k, end - k, size - k, bottom, known, proof)
            : climb(0, end - k, size - k, bottom, false, proof);
    var left = proof.next();
    return new ImpliedRoots(
        inside ? right.subtree() : Merkle.node(left, right.subtree()),
        Merkle.node(left, right.tree()));
  }

  /// The hashes of a proof, each to be used once.
  private static final class Unread {
    private final List<Hash> hashes;
    private int next;

    Unread(List<Hash> hashes) {
      this.hashes = hashes;
    }

    Hash next() throws ProofException {
      if (next == hashes.size()) {
        throw new ProofException(
            "the proof ends after %d hashes, one more is needed".formatted(next));
      }
      return hashes.get(next++);
    }

    void checkAllRead() throws ProofException {
      if (next != hashes.size()) {
        throw new ProofException(
            "the proof has %d hashes, %d are needed".formatted(hashes.size(), next));
      }
    }
  }
}
