package org.sarhad.node.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.sarhad.core.party.Origin;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.TarWriter;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.TilePath;

/// Makes an offline bundle (06-8.2): the files of a log as served, from some entry on, with all
/// that is needed to go on from any size at or behind that entry. It is written file by file; no
/// more than one of them, 16 MiB, is in memory.
public final class BundleExport {
  private static final int LEVELS = 8;

  private final NodeView view;
  private final More more;
  private final Origin origin;
  private final Bytes checkpoint;
  private final long size;
  private final long first;

  /// What goes into a bundle behind the log.
  @FunctionalInterface
  public interface More {
    /// Puts it into `archive`.
    void put(TarWriter archive) throws IOException;
  }

  private BundleExport(
      NodeView view, More more, Origin origin, Bytes checkpoint, long size, long from) {
    this.view = view;
    this.more = more;
    this.origin = origin;
    this.checkpoint = checkpoint;
    this.size = size;
    this.first = Math.min(from, size) / TilePath.FULL_WIDTH;
  }

  /// The bundle of the log `origin` with its entries from `from` on, as `view` shows it; empty if
  /// the log has no head yet.
  ///
  /// @param from cut to the beginning of its bundle of 256 entries
  public static Optional<BundleExport> of(NodeView view, Origin origin, long from) {
    return of(view, origin, from, _ -> {});
  }

  /// The same with `more` behind the log.
  public static Optional<BundleExport> of(NodeView view, Origin origin, long from, More more) {
    return view.resource(origin, "checkpoint")
        .map(note -> new BundleExport(view, more, origin, note, size(note), from));
  }

  private static long size(Bytes checkpoint) {
    try {
      return SignedCheckpoint.parse(checkpoint).size();
    } catch (MalformedException e) {
      throw new BugException("serves a checkpoint that does not parse: " + e);
    }
  }

  /// The first entry in it.
  public long from() {
    return Math.min(size, first * TilePath.FULL_WIDTH);
  }

  /// The index behind its last entry: the size of its head.
  public long to() {
    return size;
  }

  /// How many bytes [#writeTo] would write. Costs as much as to write them to nowhere.
  ///
  /// @throws IOException if the bundle would be larger than one that is taken
  public long measure() throws IOException {
    return writeTo(OutputStream.nullOutputStream());
  }

  /// Writes the archive to `out`, which stays open; returns how many bytes that were.
  ///
  /// @throws IOException also if the bundle would be larger than one that is taken
  public long writeTo(OutputStream out) throws IOException {
    var archive = new TarWriter(out);
    archive.put("checkpoint", checkpoint);
    for (int level = 0; level < LEVELS && size >> (8 * level) > 0; level++) {
      long inLevel = size >> (8 * level);
      for (long tile = level == 0 ? first : 0; tile * TilePath.FULL_WIDTH < inLevel; tile++) {
        put(archive, new TilePath.Hashes(level, tile, width(inLevel, tile)).path());
      }
    }
    for (long bundle = first; bundle * TilePath.FULL_WIDTH < size; bundle++) {
      put(archive, new TilePath.Entries(bundle, width(size, bundle)).path());
      for (int part = 0; put(archive, PayloadFrames.path(bundle, part)); part++) {
        // part by part, until one is not there
      }
    }
    more.put(archive);
    archive.finish();
    return archive.bytes();
  }

  /// Whether there is such a file; one without content is left out.
  private boolean put(TarWriter archive, String path) throws IOException {
    var content = view.resource(origin, path);
    if (content.isPresent() && !content.get().isEmpty()) {
      archive.put(path, content.get());
    }
    return content.isPresent();
  }

  private static int width(long inLevel, long tile) {
    return (int) Math.min(TilePath.FULL_WIDTH, inLevel - tile * TilePath.FULL_WIDTH);
  }
}
