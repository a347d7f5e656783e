package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// One log on this node, as far as it may be shown.
///
/// @param origin its name
/// @param kind whose it is
/// @param size entries held and durable
/// @param newest the newest head with every signature we have; for a mirror, the newest one we
///   cosigned; empty for the journal and before the first head
/// @param newestAt when its author signed it, by the author's own cosignature
/// @param cosigned the newest head that a peer cosigned; for a mirror the same as `newest`
/// @param cosignedAt the cosigner's time
/// @param frozen whether the log ended in a fork
public record LogView(
    Origin origin,
    Kind kind,
    long size,
    Optional<SignedCheckpoint> newest,
    Optional<Instant> newestAt,
    Optional<SignedCheckpoint> cosigned,
    Optional<Instant> cosignedAt,
    boolean frozen) {
  /// Whose log it is.
  public enum Kind {
    /// What this node released.
    OWN,
    /// A copy of what a peer released.
    MIRROR,
    /// What never leaves.
    JOURNAL
  }
}
