package org.sarhad.node.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.sarhad.core.party.Origin;
import org.sarhad.node.link.TarWriter;

/// Makes an offline bundle (06-8.2): the files of a log as served, from some entry on, with all
/// that is needed to go on from any size at or behind that entry. It is written file by file; no
/// more than one of them, 16 MiB, is in memory.
public final class BundleExport {
  private final CarriedLog log;
  private final More more;

  /// What goes into a bundle behind the log.
  @FunctionalInterface
  public interface More {
    /// Puts it into `archive`.
    void put(TarWriter archive) throws IOException;
  }

  private BundleExport(CarriedLog log, More more) {
    this.log = log;
    this.more = more;
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
    return CarriedLog.of(view, origin, from).map(log -> new BundleExport(log, more));
  }

  /// The first entry in it.
  public long from() {
    return log.from();
  }

  /// The index behind its last entry: the size of its head.
  public long to() {
    return log.size();
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
    log.put(archive, "");
    more.put(archive);
    archive.finish();
    return archive.bytes();
  }
}
