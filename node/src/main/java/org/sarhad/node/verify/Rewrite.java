package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.store.LogReader;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.TilePath;

/// Somebody may write an entry anew and all hashes above it: then the files agree with each other,
/// and only the signed head does not. Which entries those are can be told beside a copy that does
/// lead to that head.
final class Rewrite {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  private Rewrite() {}

  /// The entries under `head` that differ between `own` and `copy`, neighbours together; nothing if
  /// the tiles of `copy` do not lead to `head` either.
  static List<Finding> find(LogReader own, LogReader copy, Checkpoint head) {
    var found = new ArrayList<Finding>();
    if (copy.findRoot(head.size(), head.size()).equals(Optional.of(head.root()))) {
      for (long bundle = 0; bundle * WIDTH < head.size(); bundle++) {
        int width = (int) Math.min(WIDTH, head.size() - bundle * WIDTH);
        compare(bundle, width, own.entries(bundle), copy.entries(bundle), found);
      }
    }
    return found;
  }

  private static void compare(
      long bundle, int width, List<Bytes> own, List<Bytes> copy, List<Finding> found) {
    int from = -1;
    for (int i = 0; i <= width; i++) {
      boolean isOther = i < own.size() && i < copy.size() && !own.get(i).equals(copy.get(i));
      if (isOther && from < 0) {
        from = i;
      } else if (!isOther && from >= 0) {
        found.add(
            new Finding(
                Kind.BUNDLE,
                new TilePath.Entries(bundle, width).path(),
                bundle * WIDTH + from,
                bundle * WIDTH + i,
                "written anew, with the hashes above",
                Repair.MIRROR));
        from = -1;
      }
    }
  }
}
