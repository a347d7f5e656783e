package org.sarhad.core.order;

import java.util.Optional;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.tree.Hash;

/// The trees this node holds: its own, and its mirrors of the others.
@FunctionalInterface
public interface RootReader {
  /// The root of `log` at `size`; empty when this node holds fewer entries of it, or does not know
  /// the log.
  Optional<Hash> rootAt(Origin log, long size);
}
