package org.sarhad.tlog.tree;

/// Where a [Tree] gets the hashes it is made of.
///
/// `hash(level, index)` is the root of the *complete* subtree over the leaves `[index · 2^level,
/// (index + 1) · 2^level)`; at level 0 that is a leaf hash. A tree of size *n* asks only for
/// subtrees that end at or before *n*: `(index + 1) · 2^level ≤ n`.
///
/// An implementation that reads from a disk or a network reports trouble with an unchecked
/// exception of its own; the functions of [Tree] let it pass.
@FunctionalInterface
public interface HashReader {
  /// The root of the complete subtree of height `level` (0 to 62) whose index among its peers is
  /// `index` (0 or more).
  Hash hash(int level, long index);
}
