package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.tree.Hash;

/// In which bundle a payload is, by the first 64 bits of its hash: about 17 bytes a payload. It may
/// name a bundle too many (two hashes that begin alike), never one too few. Not for several threads
/// at once.
final class PayloadIndex {
  private long[] prefixes = new long[1024];

  /// The bundle's index plus one; 0 where there is nothing.
  private int[] bundles = new int[1024];

  private int count;

  void add(Hash sha256, long bundle) {
    if (count >= prefixes.length / 4 * 3) {
      grow();
    }
    put(prefix(sha256), Math.toIntExact(bundle + 1));
  }

  /// The bundles in which a payload with this hash may be.
  List<Long> bundlesOf(Hash sha256) {
    var found = new ArrayList<Long>(1);
    long prefix = prefix(sha256);
    for (int at = slot(prefix); bundles[at] != 0; at = (at + 1) & (prefixes.length - 1)) {
      if (prefixes[at] == prefix) {
        found.add(bundles[at] - 1L);
      }
    }
    return found;
  }

  private void put(long prefix, int bundle) {
    int at = slot(prefix);
    while (bundles[at] != 0) {
      if (prefixes[at] == prefix && bundles[at] == bundle) {
        return;
      }
      at = (at + 1) & (prefixes.length - 1);
    }
    prefixes[at] = prefix;
    bundles[at] = bundle;
    count++;
  }

  private void grow() {
    var oldPrefixes = prefixes;
    var oldBundles = bundles;
    prefixes = new long[2 * oldPrefixes.length];
    bundles = new int[2 * oldBundles.length];
    count = 0;
    for (int i = 0; i < oldBundles.length; i++) {
      if (oldBundles[i] != 0) {
        put(oldPrefixes[i], oldBundles[i]);
      }
    }
  }

  /// SHA-256 is spread evenly, so its last bits serve as they are.
  private int slot(long prefix) {
    return (int) prefix & (prefixes.length - 1);
  }

  private static long prefix(Hash sha256) {
    return sha256.toBytes().asByteBuffer().getLong();
  }
}
