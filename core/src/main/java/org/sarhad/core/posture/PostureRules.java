package org.sarhad.core.posture;

import static org.sarhad.core.register.Objections.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;

/// What may be said about posture, by whom (docs/protocol, 15-posture.md, clause 15-3).
public final class PostureRules {
  /// Who plans, and who releases (protocol clause 15-3.1).
  public static final Set<Role> PLANNERS = Ordered.set(Role.SECTOR_COMMANDER, Role.CHIEF);

  private PostureRules() {}

  /// Decides whether one's own side can keep `plan`, in its private journal.
  ///
  /// @param context of the entry it would become
  /// @param isOwnSoil whether a position lies on own soil, as far as this node can be certain
  /// @return the plan itself, for own eyes; or the first refusal that applies
  public static Decision<PostureFact, PostureFact, PostureRefusal> plan(
      FactContext context, PostureFact.Planned plan, Predicate<Position> isOwnSoil) {
    Optional<Place> abroad = plan.posts().stream().filter(at -> !isAt(at, isOwnSoil)).findFirst();
    return toOfficer(context)
        .or(() -> when(abroad.isPresent(), PostureRefusal.NOT_OWN_SOIL))
        .<Decision<PostureFact, PostureFact, PostureRefusal>>map(
            refusal -> Decision.refuse(refusal, abroad.map(Place::label).orElse("")))
        .orElseGet(() -> Decision.accept(List.of(Authored.internal(plan)), plan));
  }

  private static boolean isAt(Place post, Predicate<Position> isOwnSoil) {
    return post.position().filter(isOwnSoil).isPresent();
  }

  /// Decides whether `fact` can be released now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become
  /// @param terms what is agreed where it would stand
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<PostureFact, PostureFact, PostureRefusal> decide(
      PostureState state, FactContext context, PostureFact fact, PostureTerms terms) {
    return objection(state, context, fact, terms)
        .<Decision<PostureFact, PostureFact, PostureRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<PostureRefusal> objection(
      PostureState state, FactContext context, PostureFact fact, PostureTerms terms) {
    if (!state.parties().contains(context.author())) {
      return Optional.of(PostureRefusal.NOT_A_SIDE);
    }
    return switch (fact) {
      case PostureFact.Planned _ -> Optional.of(PostureRefusal.NOT_PRIVATE);
      case PostureFact.Summary summary ->
          toSpeaker(context)
              .or(() -> toSectors(summary.coverage().names(), terms))
              .or(() -> when(isSaidBefore(state, context, summary), PostureRefusal.UNCHANGED));
      case PostureFact.Offered(PostureOffer offer) ->
          toSpeaker(context)
              .or(() -> toSectors(offer.names(), terms))
              .or(() -> when(!terms.areOf(offer), PostureRefusal.OTHER_TERMS))
              .or(() -> offer.answers().flatMap(to -> toAnswer(state, context, to, offer)))
              .or(() -> when(isOver(state, context, offer, terms), PostureRefusal.ROUNDS_OVER));
      case PostureFact.Accepted(EntryId offer) ->
          toSpeaker(context).or(() -> toAcceptance(state, context, offer));
    };
  }

  private static Optional<PostureRefusal> toSpeaker(FactContext context) {
    return when(!context.released(), PostureRefusal.NOT_RELEASED).or(() -> toOfficer(context));
  }

  private static Optional<PostureRefusal> toOfficer(FactContext context) {
    return when(context.officer().isEmpty(), PostureRefusal.NO_OFFICER)
        .or(() -> when(!Objections.hasOneOf(context, PLANNERS), PostureRefusal.ROLE_MISSING));
  }

  /// A summary is about every sector there is, so that a gap cannot be left out.
  private static Optional<PostureRefusal> toSectors(List<String> names, PostureTerms terms) {
    return when(!terms.areAll(names), PostureRefusal.OTHER_SECTORS);
  }

  // ---- a negotiation --------------------------------------------------------------------------

  private static Optional<Negotiation.Made> theirs(
      PostureState state, FactContext context, EntryId offer) {
    return state
        .negotiation()
        .filter(Negotiation::isOpen)
        .flatMap(open -> open.find(offer))
        .filter(made -> !made.by().equals(context.author()));
  }

  private static Optional<PostureRefusal> toAnswer(
      PostureState state, FactContext context, EntryId to, PostureOffer offer) {
    Optional<Negotiation.Made> answered = theirs(state, context, to);
    // What was agreed can have changed between two offers: then neither says anything of the other.
    return answered.isEmpty()
        ? Optional.of(PostureRefusal.OFFER_UNKNOWN)
        : when(isOvertaken(state, to), PostureRefusal.OFFER_OVERTAKEN)
            .or(() -> when(!answered.get().offer().isLike(offer), PostureRefusal.OTHER_TERMS));
  }

  private static boolean isOvertaken(PostureState state, EntryId to) {
    return state.negotiation().filter(open -> open.last().entry().equals(to)).isEmpty();
  }

  private static boolean isOver(
      PostureState state, FactContext context, PostureOffer offer, PostureTerms terms) {
    return offer.answers().isPresent()
        && state
            .negotiation()
            .filter(open -> open.roundsOf(context.author()) >= terms.rounds())
            .isPresent();
  }

  private static Optional<PostureRefusal> toAcceptance(
      PostureState state, FactContext context, EntryId offer) {
    Optional<Negotiation.Made> taken = theirs(state, context, offer);
    return taken.isEmpty()
        ? Optional.of(PostureRefusal.OFFER_UNKNOWN)
        : when(taken.get().offer().answers().isEmpty(), PostureRefusal.NOTHING_BESIDE);
  }

  private static boolean isSaidBefore(
      PostureState state, FactContext context, PostureFact.Summary summary) {
    return state.summary(context.author()).filter(word -> word.said().equals(summary)).isPresent();
  }
}
