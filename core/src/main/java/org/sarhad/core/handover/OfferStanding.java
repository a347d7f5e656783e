package org.sarhad.core.handover;

/// What an offer is worth (protocol clause 12-4.5).
public enum OfferStanding {
  /// It can be accepted; until then nothing has changed.
  OPEN,
  /// It is open as a paper and rests on nothing, or on nothing any more: to accept it moves
  /// nothing.
  OVERTAKEN,
  /// It was accepted, and responsibility passed by it.
  ACCEPTED,
  /// It was signed by all, and moved nothing: what it rested on had passed on, or its side had
  /// nothing to offer.
  WITHOUT_EFFECT,
  /// The other side said no.
  REFUSED,
  /// It was taken back, or ran out as announced.
  TAKEN_BACK,
  /// Its assent was proven to be stale (07-7).
  VOIDED
}
