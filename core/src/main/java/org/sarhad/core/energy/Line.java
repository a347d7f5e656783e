package org.sarhad.core.energy;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A line as it stands.
///
/// @param id the act that agreed on it
/// @param since the entry by which that act came into force
/// @param terms what was agreed
/// @param exporter the side from which it flows
/// @param importer the side to which
/// @param isEnded whether nothing more is said of it: another one took its place, or an assent to
///   it was stale
public record Line(
    EntryId id,
    EntryId since,
    LineTerms terms,
    PartyId exporter,
    PartyId importer,
    boolean isEnded) {
  /// Whether `side` is one of the two.
  public boolean isOf(PartyId side) {
    return side.equals(exporter) || side.equals(importer);
  }

  Line ended() {
    return new Line(id, since, terms, exporter, importer, true);
  }
}
