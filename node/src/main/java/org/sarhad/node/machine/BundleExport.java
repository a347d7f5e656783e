package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.party.Origin;
import org.sarhad.node.peer.Tar;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.TilePath;

/// Makes an offline bundle (06-8.2): the files of a log as served, from some entry on, with all
/// that is needed to go on from any size at or behind that entry.
public final class BundleExport {
  private static final int LEVELS = 8;

  private BundleExport() {}

  /// The bundle of the log `origin` with its entries from `from` on, as `view` shows it; empty if
  /// the log has no head yet. Reads all of it into memory.
  ///
  /// @param from cut to the beginning of its bundle of 256 entries
  public static Optional<Bytes> of(NodeView view, Origin origin, long from) {
    var checkpoint = view.resource(origin, "checkpoint");
    if (checkpoint.isEmpty()) {
      return Optional.empty();
    }
    long size = size(checkpoint.get());
    var files = new LinkedHashMap<String, Bytes>();
    files.put("checkpoint", checkpoint.get());
    long first = Math.min(from, size) / TilePath.FULL_WIDTH;
    for (long bundle = first; bundle * TilePath.FULL_WIDTH < size; bundle++) {
      put(files, view, origin, new TilePath.Entries(bundle, width(size, bundle)).path());
      put(files, view, origin, "payload/" + bundle);
    }
    for (int level = 0; level < LEVELS && size >> (8 * level) > 0; level++) {
      long inLevel = size >> (8 * level);
      for (long tile = level == 0 ? first : 0; tile * TilePath.FULL_WIDTH < inLevel; tile++) {
        put(files, view, origin, new TilePath.Hashes(level, tile, width(inLevel, tile)).path());
      }
    }
    var members = new ArrayList<Tar.Member>();
    files.forEach((name, content) -> members.add(new Tar.Member(name, content)));
    return Optional.of(Tar.write(members));
  }

  private static void put(Map<String, Bytes> files, NodeView view, Origin origin, String path) {
    view.resource(origin, path).ifPresent(content -> files.put(path, content));
  }

  private static int width(long inLevel, long tile) {
    return (int) Math.min(TilePath.FULL_WIDTH, inLevel - tile * TilePath.FULL_WIDTH);
  }

  private static long size(Bytes checkpoint) {
    try {
      return SignedCheckpoint.parse(checkpoint).size();
    } catch (MalformedException e) {
      throw new org.sarhad.tlog.BugException("serves a checkpoint that does not parse: " + e);
    }
  }
}
