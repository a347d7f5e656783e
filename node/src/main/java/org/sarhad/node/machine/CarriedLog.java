package org.sarhad.node.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.party.Origin;
import org.sarhad.node.link.MalformedPayloadFramesException;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.TarWriter;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// A log on its way in a file (06-8.2): as it is served, under its newest head. It is written file
/// by file; no more than one of them, 16 MiB, is in memory.
final class CarriedLog {
  private static final int LEVELS = 8;

  private final NodeView view;
  private final Origin origin;
  private final Bytes checkpoint;
  private final long size;
  private final long first;

  private CarriedLog(NodeView view, Origin origin, Bytes checkpoint, long size, long from) {
    this.view = view;
    this.origin = origin;
    this.checkpoint = checkpoint;
    this.size = size;
    this.first = Math.min(from, size) / TilePath.FULL_WIDTH;
  }

  /// The log `origin` with its entries from `from` on, as `view` shows it; empty if it has no head
  /// yet.
  ///
  /// @param from cut to the beginning of its bundle of 256 entries
  static Optional<CarriedLog> of(NodeView view, Origin origin, long from) {
    return view.resource(origin, "checkpoint")
        .map(note -> new CarriedLog(view, origin, note, size(note), from));
  }

  private static long size(Bytes checkpoint) {
    try {
      return SignedCheckpoint.parse(checkpoint).size();
    } catch (MalformedException e) {
      throw new BugException("serves a checkpoint that does not parse: " + e);
    }
  }

  /// The first entry in it.
  long from() {
    return Math.min(size, first * TilePath.FULL_WIDTH);
  }

  /// The index behind its last entry: the size of its head.
  long size() {
    return size;
  }

  /// Puts it into `archive`, whole, below `directory`.
  ///
  /// @param directory ends with a slash, or is empty
  void put(TarWriter archive, String directory) throws IOException {
    putTree(archive, directory);
    for (long bundle = first; bundle * TilePath.FULL_WIDTH < size; bundle++) {
      put(archive, directory, entriesPath(bundle));
      for (int part = 0; put(archive, directory, PayloadFrames.path(bundle, part)); part++) {
        // part by part, until one is not there
      }
    }
  }

  /// The same, but of payloads only those of entries of some kinds.
  void put(TarWriter archive, String directory, Predicate<Kind> kinds) throws IOException {
    putTree(archive, directory);
    for (long bundle = first; bundle * TilePath.FULL_WIDTH < size; bundle++) {
      put(archive, directory, entriesPath(bundle));
      var parts = PayloadFrame.batches(frames(bundle, named(bundle, kinds)));
      for (int part = 0; part < parts.size(); part++) {
        archive.put(
            directory + PayloadFrames.path(bundle, part), PayloadFrames.bytes(parts.get(part)));
      }
    }
  }

  private void putTree(TarWriter archive, String directory) throws IOException {
    archive.put(directory + "checkpoint", checkpoint);
    for (int level = 0; level < LEVELS && size >> (8 * level) > 0; level++) {
      long inLevel = size >> (8 * level);
      for (long tile = level == 0 ? first : 0; tile * TilePath.FULL_WIDTH < inLevel; tile++) {
        put(archive, directory, new TilePath.Hashes(level, tile, width(inLevel, tile)).path());
      }
    }
  }

  /// Whether there is such a file; one without content is left out.
  private boolean put(TarWriter archive, String directory, String path) throws IOException {
    var content = view.resource(origin, path);
    if (content.isPresent() && !content.get().isEmpty()) {
      archive.put(directory + path, content.get());
    }
    return content.isPresent();
  }

  /// The payloads that entries of `kinds` name and do not withhold.
  private Set<Hash> named(long bundle, Predicate<Kind> kinds) {
    var named = new HashSet<Hash>();
    long from = bundle * TilePath.FULL_WIDTH;
    for (var entry : view.entries(origin, from, from + TilePath.FULL_WIDTH)) {
      if (kinds.test(entry.envelope().kind())) {
        entry.envelope().payloads().stream()
            .filter(ref -> !ref.isSealed())
            .map(PayloadRef::sha256)
            .forEach(named::add);
      }
    }
    return named;
  }

  private List<PayloadFrame> frames(long bundle, Set<Hash> named) {
    var kept = new ArrayList<PayloadFrame>();
    var part = view.resource(origin, PayloadFrames.path(bundle, 0));
    for (int next = 1; part.isPresent(); next++) {
      parsed(part.get()).stream()
          .filter(frame -> named.contains(frame.sha256()))
          .forEach(kept::add);
      part = view.resource(origin, PayloadFrames.path(bundle, next));
    }
    return kept;
  }

  private static List<PayloadFrame> parsed(Bytes part) {
    try {
      return PayloadFrames.parse(part);
    } catch (MalformedPayloadFramesException e) {
      throw new BugException("serves payloads that do not parse: " + e);
    }
  }

  private String entriesPath(long bundle) {
    return new TilePath.Entries(bundle, width(size, bundle)).path();
  }

  private static int width(long inLevel, long tile) {
    return (int) Math.min(TilePath.FULL_WIDTH, inLevel - tile * TilePath.FULL_WIDTH);
  }
}
