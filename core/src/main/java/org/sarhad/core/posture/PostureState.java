package org.sarhad.core.posture;

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
/// @param negotiation the last one that was begun
/// @param settled the last one in which an offer was accepted
/// @param outcomes what became of each fact
public record PostureState(
    SortedSet<PartyId> parties,
    PersistentMap<PartyId, Word<PostureFact.Summary>> summaries,
    Optional<Negotiation> negotiation,
    Optional<Negotiation> settled,
    Outcomes<PostureRefusal> outcomes) {
  /// Copies its collection.
  public PostureState {
    parties = Ordered.set(parties);
  }

  /// Nothing said yet.
  ///
  /// @param parties the sides of the channel
  public static PostureState of(SortedSet<PartyId> parties) {
    return new PostureState(
        parties, PersistentMap.empty(), Optional.empty(), Optional.empty(), Outcomes.of("posture"));
  }

  /// This state on a channel of these sides; what was said is the same. O(sides).
  public PostureState among(SortedSet<PartyId> sides) {
    return sides.equals(parties)
        ? this
        : new PostureState(sides, summaries, negotiation, settled, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and the sectors.
  ///
  /// @param terms what is agreed there
  public PostureState apply(ActEntry entry, PostureFact fact, PostureTerms terms) {
    Optional<PostureRefusal> objection = PostureRules.objection(this, entry.context(), fact, terms);
    if (objection.isPresent()) {
      return new PostureState(
          parties, summaries, negotiation, settled, outcomes.voided(entry, objection.get()));
    }
    return switch (fact) {
      case PostureFact.Summary summary ->
          new PostureState(
              parties,
              summaries.put(entry.context().author(), Word.in(entry.context(), summary)),
              negotiation,
              settled,
              outcomes.held(entry));
      case PostureFact.Offered(PostureOffer offer) -> with(entry, next(entry, offer));
      case PostureFact.Accepted(EntryId offer) ->
          with(entry, negotiation.orElseThrow().accepted(offer));
      // Never without an objection.
      case PostureFact.Planned _ -> this;
    };
  }

  /// An offer that answers goes on with what was begun; one that does not begins anew.
  private Negotiation next(ActEntry entry, PostureOffer offer) {
    Negotiation.Made made = new Negotiation.Made(entry.id(), entry.context().author(), offer);
    return offer.answers().isPresent()
        ? negotiation.orElseThrow().with(made)
        : Negotiation.begun(made);
  }

  private PostureState with(ActEntry entry, Negotiation next) {
    Optional<Negotiation> held = Optional.of(next);
    return new PostureState(
        parties, summaries, held, next.isOpen() ? settled : held, outcomes.held(entry));
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
