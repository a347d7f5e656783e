package org.sarhad.core.handover;

import static org.sarhad.core.register.Objections.when;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// What the terms of a handover may say, and when they are signed (docs/protocol,
/// 12-handover-and-notices.md, clauses 12-3 and 12-4).
public final class HandoverRules {
  private HandoverRules() {}

  /// Why one's own side is not to propose an act of these terms, or to assent to it, now; empty
  /// when it can. An act of another kind is none of this application's business.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param proposer whose proposal it is or would be
  /// @param sides the sides whose signature the act needs
  /// @param said the proposal
  /// @param here what this node knows beside the acts
  public static Optional<HandoverRefusal> objectionToTerms(
      HandoverState state,
      PartyId proposer,
      SortedSet<PartyId> sides,
      ActFact.Proposed said,
      Surroundings here) {
    return objection(state, proposer, sides, said)
        .or(() -> read(said).flatMap(terms -> caution(terms, here)));
  }

  /// The same, for a proposal that stands.
  ///
  /// @param act which one's own side is about to assent to
  public static Optional<HandoverRefusal> objectionToAssent(
      HandoverState state, Act act, Surroundings here) {
    return objectionToTerms(
        state, act.proposal().proposer(), HandoverState.sides(act), act.proposal().said(), here);
  }

  /// Why an act of these terms does not move anything where it comes into force.
  static Optional<HandoverRefusal> objection(
      HandoverState state, PartyId proposer, SortedSet<PartyId> sides, ActFact.Proposed said) {
    if (!said.act().equals(HandoverTerms.KIND)) {
      return Optional.empty();
    }
    Optional<HandoverTerms> read = read(said);
    if (read.isEmpty()) {
      return Optional.of(HandoverRefusal.TERMS_UNREADABLE);
    }
    HandoverTerms terms = read.get();
    Holding holding = state.responsible(terms.incident(), terms.part());
    return when(!areSides(state, terms), HandoverRefusal.SIDE_UNKNOWN)
        .or(
            () ->
                when(
                    !sides.contains(terms.from()) || !sides.contains(terms.to()),
                    HandoverRefusal.PARTY_LEFT_OUT))
        .or(() -> when(terms.from().equals(terms.to()), HandoverRefusal.SAME_SIDE))
        .or(() -> when(!proposer.equals(terms.from()), HandoverRefusal.NOT_THE_OFFERER))
        .or(() -> when(!holding.side().equals(terms.from()), HandoverRefusal.NOT_RESPONSIBLE))
        .or(() -> when(!holding.since().equals(terms.basis()), HandoverRefusal.OVERTAKEN))
        .or(() -> when(said.supersedes().isPresent(), HandoverRefusal.SUPERSEDES));
  }

  private static boolean areSides(HandoverState state, HandoverTerms terms) {
    return state.parties().contains(terms.from())
        && state.parties().contains(terms.to())
        && state.parties().contains(terms.incident().owner());
  }

  private static Optional<HandoverRefusal> caution(HandoverTerms terms, Surroundings here) {
    Optional<HandoverRefusal> standing =
        switch (here.standing(terms.incident())) {
          case UNKNOWN -> Optional.of(HandoverRefusal.INCIDENT_UNKNOWN);
          case NOT_RELEASED -> Optional.of(HandoverRefusal.NOT_RELEASED);
          case CLOSED_BY_ALL -> Optional.of(HandoverRefusal.INCIDENT_CLOSED);
          case OPEN -> Optional.empty();
        };
    return standing.or(
        () -> when(here.isAlarmUnacknowledged(), HandoverRefusal.ALARM_UNACKNOWLEDGED));
  }

  /// What the terms say; empty when they cannot be read, or are of another kind of act.
  static Optional<HandoverTerms> read(ActFact.Proposed said) {
    if (!said.act().equals(HandoverTerms.KIND)) {
      return Optional.empty();
    }
    try {
      return Optional.of(HandoverTerms.fromJson(said.terms()));
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }
}
