package org.sarhad.core.information;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The requests of information of a channel, folded in the final joint order (protocol clause
/// 13-6). Immutable. No joint act is about them: each side says its own.
///
/// @param parties the sides of the channel
/// @param requests by the entry that asked
/// @param outcomes what became of each fact
public record InformationState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, InformationRequest> requests,
    Outcomes<InformationRefusal> outcomes) {
  /// Copies its collection.
  public InformationState {
    parties = Ordered.set(parties);
  }

  /// Nothing asked yet.
  ///
  /// @param parties the sides of the channel
  public static InformationState of(SortedSet<PartyId> parties) {
    return new InformationState(parties, PersistentMap.empty(), Outcomes.of("information"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public InformationState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new InformationState(sides, requests, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and what was said about the request.
  public InformationState apply(ActEntry entry, InformationFact fact) {
    Optional<InformationRefusal> objection = InformationRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  /// This state: no act changes anything here.
  public InformationState moved(ActEntry entry, Act act) {
    return this;
  }

  private InformationState held(ActEntry entry, InformationFact fact) {
    return switch (fact) {
      case InformationFact.Asked asked ->
          with(InformationRequest.of(entry.context().author(), Word.in(entry.context(), asked)));
      case InformationFact.Received received ->
          changed(
              received.request(), request -> request.received(Word.in(entry.context(), received)));
      case InformationFact.ClarificationAsked asked ->
          changed(
              asked.request(),
              request ->
                  request.clarified(
                      entry.id(),
                      new Clarification(Word.in(entry.context(), asked), Optional.empty())));
      case InformationFact.ClarificationGiven given ->
          changed(
              given.request(),
              request ->
                  request.clarified(
                      given.question(),
                      request
                          .clarifications()
                          .get(given.question())
                          .given(Word.in(entry.context(), given))));
      case InformationFact.Answered answered ->
          changed(
              answered.request(), request -> request.answered(Word.in(entry.context(), answered)));
      case InformationFact.Deferred deferred ->
          changed(
              deferred.request(), request -> request.deferred(Word.in(entry.context(), deferred)));
      case InformationFact.Withdrawn withdrawn ->
          changed(
              withdrawn.request(),
              request -> request.withdrawn(Word.in(entry.context(), withdrawn)));
    };
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 13-6.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, InformationRefusal> voids() {
    return outcomes.voids();
  }

  /// The request that the entry `id` made, if one did.
  public Optional<InformationRequest> request(EntryId id) {
    return requests.find(id);
  }

  /// Requests that are not over, the oldest first; their age is
  /// [InformationRequest#age(java.time.Instant)].
  public List<InformationRequest> open() {
    return requests
        .values()
        .filter(request -> !request.stage().isEnd())
        .sorted(
            Comparator.comparing((InformationRequest request) -> request.asked().at())
                .thenComparing(InformationRequest::id))
        .toList();
  }

  private InformationState changed(EntryId id, UnaryOperator<InformationRequest> change) {
    return with(change.apply(requests.get(id)));
  }

  private InformationState with(InformationRequest request) {
    return new InformationState(parties, requests.put(request.id(), request), outcomes);
  }

  private InformationState with(Outcomes<InformationRefusal> next) {
    return new InformationState(parties, requests, next);
  }
}
