package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Tree;

/// The rule that keeps a node from signing a second history (06-6): every head that is known to
/// carry our signature, wherever the knowledge comes from, must be a prefix of the tree we hold.
final class Guard {
  private Guard() {}

  /// What the comparison says.
  sealed interface Verdict {
    /// All of them are prefixes.
    record Prefixes() implements Verdict {}

    /// This head is not: entries are missing here, or others are in their place.
    record Regressed(Checkpoint head) implements Verdict {}
  }

  /// Compares `heads`, all of them signed by us, with the tree of `size` leaves behind `hashes`.
  /// Costs at most 63 hashes a head. The largest head that fails is reported.
  static Verdict compare(List<Checkpoint> heads, long size, HashReader hashes) {
    return heads.stream()
        .filter(head -> !isPrefix(head, size, hashes))
        .max((a, b) -> Long.compare(a.size(), b.size()))
        .<Verdict>map(Verdict.Regressed::new)
        .orElseGet(Verdict.Prefixes::new);
  }

  /// Whether the tree of `size` leaves behind `hashes` extends `head`.
  static boolean isPrefix(Checkpoint head, long size, HashReader hashes) {
    return head.size() <= size && Tree.root(head.size(), hashes).equals(head.root());
  }
}
