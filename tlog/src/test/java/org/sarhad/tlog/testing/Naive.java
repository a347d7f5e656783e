package org.sarhad.tlog.testing;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The definitions of RFC 6962 §2.1 and of the subtree draft, written down as they stand and as
/// slowly as that makes them. The tree under test must agree with these.
public final class Naive {
  private Naive() {}

  /// MTH(D).
  public static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Merkle.EMPTY_ROOT;
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = split(leaves.size());
    return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /// PATH(m, D).
  public static List<Hash> path(int m, List<Hash> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int n = leaves.size();
    int k = split(n);
    return m < k
        ? plus(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
        : plus(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
  }

  /// PROOF(m, D).
  public static List<Hash> consistency(int m, List<Hash> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean b) {
    int n = leaves.size();
    if (m == n) {
      return b ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, leaves.subList(0, k), b), root(leaves.subList(k, n)))
        : plus(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
  }

  /// SUBTREE_PROOF(start, end, D), draft-ietf-plants-merkle-tree-certs §4.4.1.
  public static List<Hash> subtreeProof(int start, int end, List<Hash> leaves) {
    return subtreeSubproof(start, end, leaves, true);
  }

  private static List<Hash> subtreeSubproof(int start, int end, List<Hash> leaves, boolean b) {
    int n = leaves.size();
    if (start == 0 && end == n) {
      return b ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    var left = leaves.subList(0, k);
    var right = leaves.subList(k, n);
    if (end <= k) {
      return plus(subtreeSubproof(start, end, left, b), root(right));
    }
    if (k <= start) {
      return plus(subtreeSubproof(start - k, end - k, right, b), root(left));
    }
    return plus(subtreeSubproof(0, end - k, right, false), root(left));
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    var all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
