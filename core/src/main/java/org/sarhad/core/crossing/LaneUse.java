package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;

/// One use of the fast lane: the leave was signed beforehand, with the modalities.
///
/// @param visitor the side that says it uses it
/// @param from when it said so, by its own clock
/// @param said what it said
public record LaneUse(PartyId visitor, Instant from, CrossingFact.FastLaneUsed said)
    implements Leave {
  @Override
  public IncidentName incident() {
    return said.incident();
  }

  @Override
  public PartyId host() {
    return said.host();
  }

  @Override
  public SortedSet<UnitName> units() {
    return Ordered.set(said.services().keySet());
  }

  @Override
  public Optional<Ring> area() {
    return Optional.empty();
  }

  @Override
  public Instant until() {
    return said.until();
  }
}
