package org.sarhad.sim.world;

import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;

/// Somebody on the line, or a node that does not play by the rules: sees every message, may change
/// it, or answer in the place of whoever was asked.
///
/// The line authenticates who asks; what a tamperer does is therefore what the *party* does. That
/// nobody else can sit on the line is the business of TLS and has its tests with the adapter.
public interface Tamper {
  /// Passes everything as it is.
  Tamper NONE = new Tamper() {};

  /// What arrives in the place of `request`.
  default PeerRequest request(PartyId from, PartyId to, PeerRequest request) {
    return request;
  }

  /// The answer to `request` in the place of the node of `to`, which then never hears of it; empty
  /// if that node is to answer itself.
  default Optional<PeerResponse> instead(PartyId from, PartyId to, PeerRequest request) {
    return Optional.empty();
  }

  /// What arrives in the place of `response` to `request`.
  default PeerResponse response(
      PartyId asker, PartyId answerer, PeerRequest request, PeerResponse response) {
    return response;
  }
}
