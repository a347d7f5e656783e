package org.sarhad.core.inquiry;

import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// One claim and all that became of it. Immutable; nothing in it is ever replaced, only added to.
///
/// @param stated where it was stated, or sealed
/// @param says what it says
/// @param revealed where it was shown, if it had been sealed
/// @param supersedes the claim it took the place of
/// @param end why it no longer stands, if it does not
/// @param positions what other sides said to it, by side, each in the order of the record
/// @param translations in the order of the record
public record Claim(
    Stamp stated,
    Statement says,
    Optional<Stamp> revealed,
    Optional<EntryId> supersedes,
    Optional<ClaimEnd> end,
    PersistentMap<PartyId, PersistentMap<Long, Position>> positions,
    PersistentMap<Long, Translation> translations) {

  static Claim of(
      Stamp stated, Statement says, Optional<Stamp> revealed, Optional<EntryId> supersedes) {
    return new Claim(
        stated,
        says,
        revealed,
        supersedes,
        Optional.empty(),
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  /// The entry by which it is known.
  public EntryId id() {
    return stated.entry();
  }

  /// In whose log it stands.
  public PartyId by() {
    return stated.by();
  }

  /// Whether its author still holds to it.
  public boolean isStanding() {
    return end.isEmpty();
  }

  /// What `side` says to it now: its latest position, if it took one.
  public Optional<Position> positionOf(PartyId side) {
    return positions.find(side).flatMap(PersistentMap::last).map(PersistentMap.Entry::value);
  }

  /// All positions that were ever taken on it, by side, each in the order of the record.
  public Stream<Position> everyPosition() {
    return positions.values().flatMap(PersistentMap::values);
  }

  Claim ended(ClaimEnd how) {
    return new Claim(stated, says, revealed, supersedes, Optional.of(how), positions, translations);
  }

  Claim with(Position position) {
    return new Claim(
        stated,
        says,
        revealed,
        supersedes,
        end,
        positions.update(
            position.taken().by(),
            PersistentMap.empty(),
            taken -> taken.put(position.taken().place(), position)),
        translations);
  }

  Claim with(Translation translation) {
    return new Claim(
        stated,
        says,
        revealed,
        supersedes,
        end,
        positions,
        translations.put(translation.signed().place(), translation));
  }
}
