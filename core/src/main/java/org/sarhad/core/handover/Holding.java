package org.sarhad.core.handover;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;

/// Who is responsible, and by what.
///
/// @param side the side that is responsible
/// @param since the entry by which it came to be; empty when it opened the incident and nothing has
///   changed since. An offer rests on it
public record Holding(PartyId side, Optional<EntryId> since) {
  /// That of the opener, to begin with.
  static Holding ofOpener(IncidentName incident) {
    return new Holding(incident.owner(), Optional.empty());
  }
}
