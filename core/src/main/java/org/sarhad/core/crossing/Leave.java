package org.sarhad.core.crossing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;

/// For whom, where, from when until when a leave to cross is, whichever way it was given: by an
/// assent to this one crossing, or beforehand for all in the fast lane. It is between two sides, of
/// however many (protocol clause 11-10).
public sealed interface Leave permits CrossingTerms, LaneUse {
  /// What it is for.
  IncidentName incident();

  /// Whose units cross.
  PartyId visitor();

  /// Whose soil they cross to.
  PartyId host();

  /// Which units; all of the visitor.
  SortedSet<UnitName> units();

  /// Where they may be; empty where depth alone limits it.
  Optional<Ring> area();

  /// From when.
  Instant from();

  /// Until when; no more from that moment on.
  Instant until();

  /// How long.
  default Duration length() {
    return Duration.between(from(), until());
  }

  /// Whether `at` lies in the window.
  default boolean isOpenAt(Instant at) {
    return !at.isBefore(from()) && at.isBefore(until());
  }
}
