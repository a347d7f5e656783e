package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Assent;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// What an act that came to another stage does to the crossings (protocol clause 11-2.4).
///
/// @param state before
/// @param entry by which it came there
/// @param act of kind [CrossingTerms#KIND]
record Signing(CrossingState state, ActEntry entry, Act act) {
  CrossingState moved(CrossingGrounds grounds, Officers officers) {
    return switch (act.stage()) {
      case PROPOSED -> asked(grounds);
      case EFFECTIVE ->
          effective(rules(grounds, officers).objection(entry, act.proposal().said(), act.id()));
      case ASSENTED, REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED, VOIDED ->
          state
              .crossing(act.id())
              .map(known -> state.with(known.with(known.grant().at(act.stage(), entry.id()))))
              .map(next -> next.with(state.outcomes().moved(entry, act)))
              .orElse(state);
    };
  }

  private CrossingTermsRules rules(CrossingGrounds grounds, Officers officers) {
    return new CrossingTermsRules(
        state, grounds, officers, Ordered.set(act.proposal().quorum().seats().keys().toList()));
  }

  /// What nobody can read is not listed; if it is signed all the same, it is void. That it may stay
  /// unanswered too long is known here, by the proposer's own clock.
  private CrossingState asked(CrossingGrounds grounds) {
    Optional<CrossingTerms> terms = terms();
    if (terms.isEmpty()) {
      return state;
    }
    Optional<CrossingRefusal> flaw =
        act.proposal()
            .said()
            .expires()
            .filter(expires -> expires.isAfter(entry.context().time().plus(grounds.answer())))
            .map(_ -> CrossingRefusal.EXPIRY_TOO_LATE);
    Course course = Course.of(Optional.of(new Charge(terms.get().inCharge(), Optional.empty())));
    return state
        .with(new Crossing(act.id(), terms.get(), Grant.asked(entry.id(), flaw), course))
        .with(state.outcomes().moved(entry, act));
  }

  private CrossingState effective(Optional<CrossingObjection> found) {
    Optional<Crossing> known = state.crossing(act.id());
    if (known.isEmpty()) {
      return state.with(state.outcomes().voided(entry, act, CrossingRefusal.TERMS_UNREADABLE));
    }
    Optional<CrossingRefusal> flaw =
        known.get().grant().flaw().or(() -> found.map(CrossingObjection::refusal));
    Crossing given = known.get().with(known.get().grant().effective(entry.id(), flaw));
    if (flaw.isPresent()) {
      return state.with(given).with(state.outcomes().voided(entry, act, flaw.get()));
    }
    return goingOn(state.with(stoppedAlready(given))).with(state.outcomes().moved(entry, act));
  }

  /// A STOP that the host said after its own signature, and before the other side's, stops what it
  /// signed: the yes was given first (protocol clause 11-4.3).
  private Crossing stoppedAlready(Crossing given) {
    PartyId host = given.leave().host();
    EntryId signed =
        act.assentsOf(host)
            .map(Assent::entry)
            .max(Comparator.naturalOrder())
            .orElse(act.proposal().proposer().equals(host) ? act.id() : entry.id());
    Course course = given.course();
    for (Stop stop : (Iterable<Stop>) state.stops().values()::iterator) {
      boolean isLater =
          stop.by().equals(host)
              && stop.id().origin().equals(signed.origin())
              && stop.id().index() > signed.index();
      for (UnitName unit : given.leave().units()) {
        course = isLater && stop.isFor(unit) ? course.stopped(unit, stop.id()) : course;
      }
    }
    return given.with(course);
  }

  /// Units that are there under the crossing that this one replaces go on under it, if it names
  /// them.
  private CrossingState goingOn(CrossingState before) {
    Optional<EntryId> old = act.proposal().said().supersedes().map(ActRef::entry);
    Crossing going = before.crossings().get(act.id());
    List<UnitName> staying =
        old.stream()
            .flatMap(before::insideUnder)
            .filter(unit -> going.leave().units().contains(unit))
            .toList();
    Course course = going.course();
    CrossingState next = before;
    for (UnitName unit : staying) {
      Word<Instant> entered = before.inside().get(unit).entered();
      course = course.entered(unit, entered);
      next = next.withInside(unit, new Inside(Optional.of(act.id()), entered));
    }
    return next.with(going.with(course));
  }

  /// What the terms say; empty when they cannot be read.
  private Optional<CrossingTerms> terms() {
    try {
      return Optional.of(CrossingTerms.fromJson(act.proposal().said().terms()));
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }
}
