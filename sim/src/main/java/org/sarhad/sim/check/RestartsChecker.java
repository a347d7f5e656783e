package org.sarhad.sim.check;

import java.util.HashMap;
import java.util.Map;
import org.sarhad.sim.world.SimNode;

/// A node that began with a snapshot knows what one knows that folds everything from its logs (I9):
/// what is folded is a function of the logs, wherever the fold began.
public final class RestartsChecker implements Checker {
  private final Map<SimNode, Integer> starts = new HashMap<>();
  private long count;

  @Override
  public void look(SimNode node) {
    if (starts.getOrDefault(node, 0) != node.starts()) {
      starts.put(node, node.starts());
      if (node.snapshots().orElseThrow().spared() > 0) {
        compare(node);
      }
    }
  }

  /// How many starts with a snapshot have been looked at.
  public long count() {
    return count;
  }

  private void compare(SimNode node) {
    count++;
    var here = node.seen();
    var anew = node.foldedAnew();
    same(node, "response", here.response(), anew.response());
    same(node, "channel", here.channel(), anew.channel());
    same(node, "number of final entries", here.joint().finalCount(), anew.joint().finalCount());
    same(node, "joint state", here.joint().state(), anew.joint().state());
    same(node, "count of displaced entries", here.displaced(), anew.displaced());
  }

  private static void same(SimNode node, String what, Object here, Object anew) {
    Violation.unless(
        here.equals(anew),
        "I9",
        "%s, which began with a snapshot, has another %s than its logs give",
        node.party(),
        what);
  }
}
