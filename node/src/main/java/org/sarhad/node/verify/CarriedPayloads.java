package org.sarhad.node.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.sarhad.node.link.MalformedPayloadFramesException;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// The released payloads of a log on its way (06-2.4), part by part.
///
/// @param log the bundle they are in
record CarriedPayloads(LogReader log) implements PayloadCheck.Shelf {
  @Override
  public String path(long bundle) {
    return PayloadFrames.path(bundle, 0);
  }

  @Override
  public Optional<Set<Hash>> payloads(long bundle) {
    try {
      var hashes = new HashSet<Hash>();
      each(bundle, frame -> hashes.add(frame.sha256()));
      return Optional.of(hashes);
    } catch (MalformedPayloadFramesException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> findFlaw(long bundle) {
    try {
      each(bundle, _ -> {});
      return Optional.empty();
    } catch (MalformedPayloadFramesException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Bytes> find(long index, Hash sha256) {
    var found = new AtomicReference<Optional<Bytes>>(Optional.empty());
    try {
      each(
          index / TilePath.FULL_WIDTH,
          frame -> {
            if (frame instanceof PayloadFrame.Content(Hash hash, Bytes bytes)
                && hash.equals(sha256)) {
              found.set(Optional.of(bytes));
            }
          });
      return found.get();
    } catch (MalformedPayloadFramesException _) {
      return Optional.empty();
    }
  }

  /// Everything beside `bundle`, by hash; what comes before a flaw, if there is one.
  Map<Hash, Bytes> all(long bundle) {
    var all = new HashMap<Hash, Bytes>();
    try {
      each(
          bundle,
          frame -> {
            if (frame instanceof PayloadFrame.Content(Hash hash, Bytes bytes)) {
              all.put(hash, bytes);
            }
          });
    } catch (MalformedPayloadFramesException _) {
      // Whoever checks payloads says so.
    }
    return all;
  }

  /// Shows `reader` every frame beside `bundle`; one part at a time is in memory.
  private void each(long bundle, Consumer<PayloadFrame> reader)
      throws MalformedPayloadFramesException {
    boolean isMore = true;
    for (int part = 0; isMore; part++) {
      var file = log.file(PayloadFrames.path(bundle, part));
      var frames = file.isPresent() ? PayloadFrames.parse(file.get()) : List.<PayloadFrame>of();
      frames.forEach(reader);
      isMore = PayloadFrames.isFull(frames);
    }
  }
}
