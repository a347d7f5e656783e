package org.sarhad.core.tracks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The crossings that the sides have told each other, folded in the final joint order (protocol
/// clause 20-7). Immutable. Whether two sides speak of the same thing, nobody concludes.
///
/// @param parties the sides of the channel
/// @param crossings the newest of each side, by entry
/// @param outcomes what became of each fact
public record TracksState(
    SortedSet<PartyId> parties,
    PersistentMap<PartyId, PersistentMap<EntryId, Word<TrackFact>>> crossings,
    Outcomes<TrackRefusal> outcomes) {
  /// How many of each side are kept at hand; older ones stay in its log.
  public static final int KEPT = 500;

  private static final Comparator<Word<TrackFact>> NEWEST_FIRST =
      Comparator.comparing((Word<TrackFact> word) -> word.said().seen().after().at())
          .thenComparing(Word::entry)
          .reversed();

  /// Copies its collection.
  public TracksState {
    parties = Ordered.set(parties);
  }

  /// Nothing told yet.
  ///
  /// @param parties the sides of the channel
  public static TracksState of(SortedSet<PartyId> parties) {
    return new TracksState(parties, PersistentMap.empty(), Outcomes.of("tracks"));
  }

  /// This state on a channel of these sides; what was told is the same. O(sides).
  public TracksState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new TracksState(sides, crossings, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(crossings at hand).
  ///
  /// @param terms what is agreed there
  public TracksState apply(ActEntry entry, TrackFact fact, TrackTerms terms) {
    Optional<TrackRefusal> objection = TrackRules.objection(this, entry.context(), fact, terms);
    if (objection.isPresent()) {
      return new TracksState(parties, crossings, outcomes.voided(entry, objection.get()));
    }
    PartyId author = entry.context().author();
    PersistentMap<EntryId, Word<TrackFact>> told =
        of(author).put(entry.id(), Word.in(entry.context(), fact));
    return new TracksState(
        parties,
        crossings.put(author, told.size() > KEPT ? told.remove(told.at(0).key()) : told),
        outcomes.held(entry));
  }

  private PersistentMap<EntryId, Word<TrackFact>> of(PartyId side) {
    return crossings.find(side).orElseGet(PersistentMap::empty);
  }

  boolean hasSaid(PartyId side, TrackFact fact) {
    return of(side).values().anyMatch(word -> word.said().equals(fact));
  }

  /// The digest by which two nodes compare their states (protocol clause 20-7.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, TrackRefusal> voids() {
    return outcomes.voids();
  }

  /// All that is at hand, the latest crossing first.
  public List<Word<TrackFact>> newestFirst() {
    return crossings.values().flatMap(PersistentMap::values).sorted(NEWEST_FIRST).toList();
  }
}
