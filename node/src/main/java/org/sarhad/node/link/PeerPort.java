package org.sarhad.node.link;

import java.util.concurrent.CompletionStage;
import org.sarhad.core.party.PartyId;

/// The way out to the peers. Promises almost nothing: a call may be done twice, done and not
/// answered, or not done.
@FunctionalInterface
public interface PeerPort {
  /// Asks `peer`. The stage completes with its answer, whatever the status, or exceptionally if
  /// there was none; in the end one of the two, within the deadline the adapter was given. Returns
  /// at once.
  CompletionStage<PeerResponse> call(PartyId peer, PeerRequest request);
}
