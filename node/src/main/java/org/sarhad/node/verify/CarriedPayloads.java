package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      frames(bundle).forEach(frame -> hashes.add(frame.sha256()));
      return Optional.of(hashes);
    } catch (MalformedPayloadFramesException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> findFlaw(long bundle) {
    try {
      frames(bundle);
      return Optional.empty();
    } catch (MalformedPayloadFramesException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Bytes> find(long index, Hash sha256) {
    try {
      return frames(index / TilePath.FULL_WIDTH).stream()
          .filter(frame -> frame.sha256().equals(sha256))
          .flatMap(
              frame ->
                  switch (frame) {
                    case PayloadFrame.Content(Hash _, Bytes bytes) -> Optional.of(bytes).stream();
                    case PayloadFrame.Erased _ -> Optional.<Bytes>empty().stream();
                  })
          .findFirst();
    } catch (MalformedPayloadFramesException _) {
      return Optional.empty();
    }
  }

  private List<PayloadFrame> frames(long bundle) throws MalformedPayloadFramesException {
    var frames = new ArrayList<PayloadFrame>();
    boolean isMore = true;
    for (int part = 0; isMore; part++) {
      var file = log.file(PayloadFrames.path(bundle, part));
      var read = file.isPresent() ? PayloadFrames.parse(file.get()) : List.<PayloadFrame>of();
      frames.addAll(read);
      isMore = PayloadFrames.isFull(read);
    }
    return frames;
  }
}
