package org.sarhad.node.verify;

import java.util.Optional;
import java.util.Set;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// The payloads of a log directory, as a node keeps them (05-4).
///
/// @param log the directory
record StoredPayloads(LogReader log) implements PayloadCheck.Shelf {
  @Override
  public String path(long bundle) {
    return new TilePath.Entries(bundle, TilePath.FULL_WIDTH)
        .path()
        .replaceFirst("^tile/entries/", "payload/");
  }

  @Override
  public Optional<Set<Hash>> payloads(long bundle) {
    return log.payloads(bundle);
  }

  @Override
  public Optional<String> findFlaw(long bundle) {
    return Optional.empty();
  }

  @Override
  public Optional<Bytes> find(long index, Hash sha256) {
    return log.findPayload(index, sha256);
  }
}
