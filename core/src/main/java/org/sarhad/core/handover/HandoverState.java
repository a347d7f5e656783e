package org.sarhad.core.handover;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Assent;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Outcomes;
import org.sarhad.tlog.tree.Hash;

/// Who is responsible for which incident, folded in the final joint order (protocol clause 12-5).
/// Immutable. For every entry by which an act of kind [HandoverTerms#KIND] came to another stage,
/// [#moved]; acts of other kinds change nothing. No fact of one side alone is about responsibility.
///
/// @param parties the sides of the channel
/// @param charges by incident; one of which nothing was ever handed over is not in it
/// @param offers every handover that was proposed and can be read, by the entry of its proposal
/// @param outcomes what became of each act
public record HandoverState(
    SortedSet<PartyId> parties,
    PersistentMap<IncidentName, Charge> charges,
    PersistentMap<EntryId, Offer> offers,
    Outcomes<HandoverRefusal> outcomes) {
  /// Copies its collection.
  public HandoverState {
    parties = Ordered.set(parties);
  }

  /// Nothing handed over yet.
  ///
  /// @param parties the sides of the channel
  public static HandoverState of(SortedSet<PartyId> parties) {
    return new HandoverState(
        parties, PersistentMap.empty(), PersistentMap.empty(), Outcomes.of("handover"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public HandoverState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new HandoverState(sides, charges, offers, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after an entry by which `act` came to the stage it has now. Total: terms that have
  /// no business being there move nothing and are kept in [#voids()]. O(log n), and the number of
  /// parts of the incident.
  public HandoverState moved(ActEntry entry, Act act) {
    if (!act.proposal().said().act().equals(HandoverTerms.KIND)) {
      return this;
    }
    return HandoverRules.read(act.proposal().said())
        .map(terms -> kept(entry, act, terms).moved(entry, act, terms))
        .orElseGet(() -> unreadable(entry, act));
  }

  private HandoverState moved(ActEntry entry, Act act, HandoverTerms terms) {
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act, terms);
      case VOIDED -> givenBack(entry, act, terms).with(outcomes.moved(entry, act));
      // What was handed over by it stays where it is, whatever paper takes its place.
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED ->
          with(outcomes.moved(entry, act));
    };
  }

  private HandoverState unreadable(ActEntry entry, Act act) {
    return act.stage() == ActStage.EFFECTIVE
        ? with(outcomes.voided(entry, act, HandoverRefusal.TERMS_UNREADABLE))
        : this;
  }

  private HandoverState kept(ActEntry entry, Act act, HandoverTerms terms) {
    Offer offer =
        offers
            .find(act.id())
            .map(known -> known.at(act.stage(), entry.id()))
            .orElseGet(
                () ->
                    new Offer(
                        act.id(),
                        act.proposal().proposer(),
                        terms,
                        entry.context().time(),
                        act.stage(),
                        entry.id()));
    return new HandoverState(parties, charges, offers.put(act.id(), offer), outcomes);
  }

  private HandoverState effective(ActEntry entry, Act act, HandoverTerms terms) {
    ActFact.Proposed said = act.proposal().said();
    Optional<HandoverRefusal> objection =
        HandoverRules.objection(this, act.proposal().proposer(), sides(act), said);
    return objection.isPresent()
        ? with(outcomes.voided(entry, act, objection.get()))
        : passed(terms.incident(), passage(entry, act, terms, Passage.Cause.HANDED_OVER))
            .with(outcomes.moved(entry, act));
  }

  /// If nothing has passed on since: what was handed over further, or back, under the act is not
  /// undone by its end (protocol clause 07-7.5).
  private HandoverState givenBack(ActEntry entry, Act act, HandoverTerms terms) {
    Charge charge = charge(terms.incident());
    boolean isLast =
        charge
            .last(terms.part())
            .filter(passage -> passage.act().equals(act.id()))
            .filter(passage -> charge.of(terms.part()).since().equals(Optional.of(passage.since())))
            .isPresent();
    return isLast
        ? passed(terms.incident(), passage(entry, act, terms, Passage.Cause.GIVEN_BACK))
        : this;
  }

  private static Passage passage(
      ActEntry entry, Act act, HandoverTerms terms, Passage.Cause cause) {
    boolean isBack = cause == Passage.Cause.GIVEN_BACK;
    return new Passage(
        terms.part(),
        isBack ? terms.to() : terms.from(),
        isBack ? terms.from() : terms.to(),
        act.id(),
        entry.id(),
        entry.context().time(),
        cause,
        signatures(act));
  }

  private static PersistentMap<EntryId, PartyId> signatures(Act act) {
    PersistentMap<EntryId, PartyId> signatures = PersistentMap.empty();
    for (PersistentMap.Entry<PartyId, PersistentMap<OfficerId, Assent>> side : act.assents()) {
      for (Assent assent : side.value().values().toList()) {
        signatures = signatures.put(assent.entry(), side.key());
      }
    }
    return signatures;
  }

  static SortedSet<PartyId> sides(Act act) {
    return Ordered.set(act.proposal().quorum().seats().keys().toList());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// Who is responsible for `part` of `incident`, and by what: the opener, as long as nothing was
  /// handed over. O(log n).
  public Holding responsible(IncidentName incident, Part part) {
    return charge(incident).of(part);
  }

  /// Everything about `incident`: the whole, the parts that have passed on by themselves, and what
  /// happened. O(log n).
  public Charge charge(IncidentName incident) {
    return charges.find(incident).orElseGet(() -> Charge.of(incident));
  }

  /// The offers about `incident`, the oldest first. O(offers).
  public List<Offer> offers(IncidentName incident) {
    return offers
        .values()
        .filter(offer -> offer.terms().incident().equals(incident))
        .sorted(Comparator.comparing((Offer offer) -> offer.at()).thenComparing(Offer::act))
        .toList();
  }

  /// What `offer` is worth.
  public OfferStanding standing(Offer offer) {
    return switch (offer.stage()) {
      case PROPOSED, ASSENTED ->
          isRestingOnNothing(offer) ? OfferStanding.OVERTAKEN : OfferStanding.OPEN;
      case EFFECTIVE, SUPERSEDED ->
          hasPassedBy(offer) ? OfferStanding.ACCEPTED : OfferStanding.WITHOUT_EFFECT;
      case REFUSED -> OfferStanding.REFUSED;
      case WITHDRAWN, EXPIRED -> OfferStanding.TAKEN_BACK;
      case VOIDED -> OfferStanding.VOIDED;
    };
  }

  private boolean isRestingOnNothing(Offer offer) {
    HandoverTerms terms = offer.terms();
    Holding offered = new Holding(offer.proposer(), terms.basis());
    return !offer.proposer().equals(terms.from())
        || !responsible(terms.incident(), terms.part()).equals(offered);
  }

  private boolean hasPassedBy(Offer offer) {
    return charge(offer.terms().incident())
        .passages()
        .values()
        .anyMatch(passage -> passage.act().equals(offer.act()));
  }

  /// The digest by which two nodes compare their states (protocol clause 12-5.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Acts that moved nothing, by the entry by which they came into force, and why.
  public PersistentMap<EntryId, HandoverRefusal> voids() {
    return outcomes.voids();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private HandoverState passed(IncidentName incident, Passage passage) {
    Charge next = charge(incident).after(passage);
    return new HandoverState(parties, charges.put(incident, next), offers, outcomes);
  }

  private HandoverState with(Outcomes<HandoverRefusal> next) {
    return new HandoverState(parties, charges, offers, next);
  }
}
