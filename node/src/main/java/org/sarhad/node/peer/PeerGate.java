package org.sarhad.node.peer;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.tree.Hash;

/// The node as its peers' listener sees it.
public interface PeerGate {
  /// Which paired peer has this TLS key, by the SHA-256 on its confirmed card.
  Optional<PartyId> whose(Hash tlsKey);

  /// What this node tells a stranger who asks who it is.
  PairingCard ownCard();

  /// Hands the node what `peer` asks. The stage completes with the answer once what it states is
  /// durable; it never fails.
  CompletionStage<PeerResponse> asked(PartyId peer, PeerRequest request);
}
