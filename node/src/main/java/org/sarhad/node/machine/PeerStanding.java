package org.sarhad.node.machine;

import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PairingCard;

/// Where we stand with one peer.
///
/// @param card who it is, as a person confirmed
/// @param isPaired whether that still holds
/// @param delivery our log at the peer
/// @param mirror the peer's log here
record PeerStanding(PairingCard card, boolean isPaired, Delivery delivery, MirrorStanding mirror) {

  /// A peer that has just been confirmed.
  static PeerStanding of(PairingCard card) {
    return new PeerStanding(card, true, Delivery.NONE, MirrorStanding.NONE);
  }

  /// Which side it is.
  PartyId party() {
    return card.party();
  }

  PeerStanding confirmed(PairingCard other) {
    return new PeerStanding(other, true, delivery, mirror);
  }

  PeerStanding unpaired() {
    return new PeerStanding(card, false, delivery, mirror);
  }

  PeerStanding with(Delivery next) {
    return new PeerStanding(card, isPaired, next, mirror);
  }

  PeerStanding with(MirrorStanding next) {
    return new PeerStanding(card, isPaired, delivery, next);
  }
}
