package org.sarhad.core.posture;

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

/// What the sides have said of what they reach, folded in the final joint order (protocol clause
/// 15-6). Immutable. No joint act is about posture: each side says its own.
///
/// @param parties the sides of the channel
/// @param summaries the last one of each side
/// @param outcomes what became of each fact
public record PostureState(
    SortedSet<PartyId> parties,
    PersistentMap<PartyId, Word<PostureFact.Summary>> summaries,
    Outcomes<PostureRefusal> outcomes) {
  /// Copies its collection.
  public PostureState {
    parties = Ordered.set(parties);
  }

  /// Nothing said yet.
  ///
  /// @param parties the sides of the channel
  public static PostureState of(SortedSet<PartyId> parties) {
    return new PostureState(parties, PersistentMap.empty(), Outcomes.of("posture"));
  }

  /// This state on a channel of these sides; what was said is the same. O(sides).
  public PostureState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new PostureState(sides, summaries, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and the sectors.
  ///
  /// @param sectors the names of the sectors agreed there, ascending; empty when none are
  public PostureState apply(ActEntry entry, PostureFact fact, List<String> sectors) {
    Optional<PostureRefusal> objection =
        PostureRules.objection(this, entry.context(), fact, sectors);
    if (objection.isPresent()) {
      return new PostureState(parties, summaries, outcomes.voided(entry, objection.get()));
    }
    return switch (fact) {
      case PostureFact.Summary summary ->
          new PostureState(
              parties,
              summaries.put(entry.context().author(), Word.in(entry.context(), summary)),
              outcomes.held(entry));
      // Never without an objection.
      case PostureFact.Planned _ -> this;
    };
  }

  /// The digest by which two nodes compare their states (protocol clause 15-6.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, PostureRefusal> voids() {
    return outcomes.voids();
  }

  /// The last word of `side` on what it reaches.
  public Optional<Word<PostureFact.Summary>> summary(PartyId side) {
    return summaries.find(side);
  }
}
