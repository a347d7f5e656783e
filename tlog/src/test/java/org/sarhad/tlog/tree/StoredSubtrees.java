package org.sarhad.tlog.tree;

import java.util.ArrayList;
import java.util.List;

/// Every complete subtree over some leaves, level by level, in memory.
final class StoredSubtrees implements HashReader {
  private final List<List<Hash>> levels = new ArrayList<>();

  StoredSubtrees(List<Hash> leaves) {
    for (var level = leaves; !level.isEmpty(); level = pairs(level)) {
      levels.add(List.copyOf(level));
    }
  }

  @Override
  public Hash hash(int level, long index) {
    return levels.get(level).get(Math.toIntExact(index));
  }

  private static List<Hash> pairs(List<Hash> below) {
    var above = new ArrayList<Hash>();
    for (int i = 0; i + 1 < below.size(); i += 2) {
      above.add(Merkle.node(below.get(i), below.get(i + 1)));
    }
    return above;
  }
}
