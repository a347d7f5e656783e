package org.sarhad.core.tracks;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;

/// What may be said about tracks, by whom (docs/protocol, 20-tracks.md, clause 20-6).
public final class TrackRules {
  /// Who may say it, beside the node by itself (protocol clause 20-6.1).
  public static final Set<Role> SPEAKERS =
      Ordered.set(Role.WATCH_OFFICER, Role.SECTOR_COMMANDER, Role.CHIEF);

  private TrackRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become
  /// @param terms what is agreed
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<TrackFact, TrackFact, TrackRefusal> decide(
      TracksState state, FactContext context, TrackFact fact, TrackTerms terms) {
    return objection(state, context, fact, terms)
        .<Decision<TrackFact, TrackFact, TrackRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<TrackRefusal> objection(
      TracksState state, FactContext context, TrackFact fact, TrackTerms terms) {
    if (!state.parties().contains(context.author())) {
      return Optional.of(TrackRefusal.NOT_A_SIDE);
    }
    return when(!context.released(), TrackRefusal.NOT_RELEASED)
        .or(() -> when(!maySpeak(context), TrackRefusal.ROLE_MISSING))
        .or(() -> when(!isBetweenSides(state, fact), TrackRefusal.OTHER_SIDES))
        .or(() -> toLine(fact.seen().line(), terms))
        .or(() -> toTime(context.time(), fact.seen().after().at(), terms))
        .or(() -> when(!isPossible(fact.seen(), terms), TrackRefusal.TOO_FAST))
        .or(() -> when(state.hasSaid(context.author(), fact), TrackRefusal.SAID_BEFORE));
  }

  private static boolean maySpeak(FactContext context) {
    return context.officer().isEmpty() || Objections.hasOneOf(context, SPEAKERS);
  }

  private static boolean isBetweenSides(TracksState state, TrackFact fact) {
    return state.parties().contains(fact.seen().from())
        && switch (fact) {
          case TrackFact.Crossed(var _, PartyId to) -> state.parties().contains(to);
          case TrackFact.PossiblyCrossed _ -> true;
        };
  }

  /// More uncertainty than was agreed asserts less; less of it would assert more.
  private static Optional<TrackRefusal> toLine(LineVersion used, TrackTerms terms) {
    if (terms.line().isEmpty()) {
      return Optional.of(TrackRefusal.NO_LINE);
    }
    LineVersion agreed = terms.line().get();
    return when(
        !used.sha256().equals(agreed.sha256()) || used.uncertaintyM() < agreed.uncertaintyM(),
        TrackRefusal.OTHER_LINE);
  }

  private static boolean isPossible(Observation seen, TrackTerms terms) {
    return terms.speeds().allow(seen.thing(), seen.before(), seen.after());
  }

  private static Optional<TrackRefusal> toTime(Instant said, Instant seen, TrackTerms terms) {
    return when(seen.isAfter(said.plus(TrackPicture.AHEAD_MAX)), TrackRefusal.FROM_FUTURE)
        .or(() -> when(seen.isBefore(said.minus(terms.retention())), TrackRefusal.TOO_OLD));
  }
}
