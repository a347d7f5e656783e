package org.sarhad.core.screening;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// A licence or an exemption that a side has, and what of it is used. Immutable.
///
/// @param side whose it is
/// @param recorded what it permits
/// @param draws what was used and not given back, by the entry that said so
/// @param returned entries whose use was taken back: each at most once
/// @param ended that it holds no longer
public record LegalBasis(
    PartyId side,
    Word<ScreeningFact.BasisRecorded> recorded,
    PersistentMap<EntryId, ScreeningFact.BasisDrawn> draws,
    PersistentMap<EntryId, EntryId> returned,
    Optional<Word<ScreeningFact.BasisEnded>> ended) {
  static LegalBasis of(PartyId side, Word<ScreeningFact.BasisRecorded> recorded) {
    return new LegalBasis(
        side, recorded, PersistentMap.empty(), PersistentMap.empty(), Optional.empty());
  }

  /// By which it is known: the entry that recorded it.
  public EntryId id() {
    return recorded.entry();
  }

  /// How much of it is used, in the unit of its quota. O(draws).
  public long used() {
    return draws.values().mapToLong(ScreeningFact.BasisDrawn::amount).sum();
  }

  /// How much is left.
  public long left() {
    return recorded.said().quota().amount() - used();
  }

  /// Whether it permits anything at `at`.
  public boolean holds(Instant at) {
    return ended.isEmpty()
        && !at.isBefore(recorded.said().from())
        && at.isBefore(recorded.said().until());
  }

  LegalBasis drawn(EntryId entry, ScreeningFact.BasisDrawn draw) {
    return new LegalBasis(side, recorded, draws.put(entry, draw), returned, ended);
  }

  LegalBasis returned(EntryId draw, EntryId by) {
    return new LegalBasis(side, recorded, draws.remove(draw), returned.put(draw, by), ended);
  }

  LegalBasis ended(Word<ScreeningFact.BasisEnded> word) {
    return new LegalBasis(side, recorded, draws, returned, Optional.of(word));
  }
}
