package org.sarhad.core.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Roster;
import org.sarhad.core.record.SideState;

/// What may be said about acts, by whom and when (docs/protocol/07-acts.md, clauses 07-3 to 07-7).
///
/// The same objections decide a request of one's own and judge a fact of the other side; a fact
/// without objection is what [ActsState#apply] lets take effect.
public final class ActRules {
  private ActRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state the acts as this node knows them: what is final, and on top of it what is not
  ///   yet. What is decided here is judged again where it comes to stand
  /// @param who who may sign what
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<ActFact, ActFact, ActRefusal> decide(
      ActsState state, Signatories who, FactContext context, Seen seen, ActFact fact) {
    return objection(state, who, context, seen, fact)
        .<Decision<ActFact, ActFact, ActRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does. A function of the joint order up
  /// to that place.
  static Optional<ActRefusal> objection(
      ActsState state, Signatories who, FactContext context, Seen seen, ActFact fact) {
    Optional<SideState> side = who.channel().sides().find(context.entry().origin());
    if (side.isEmpty() || !side.get().party().equals(context.author())) {
      return Optional.of(ActRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(ActRefusal.NOT_RELEASED);
    }
    return objectionToSpeaker(context, fact)
        .or(() -> new Judge(state, who, context, seen, side.get().roster()).objection(fact));
  }

  private static Optional<ActRefusal> objectionToSpeaker(FactContext context, ActFact fact) {
    boolean isByNode = context.officer().isEmpty();
    return switch (fact) {
      case ActFact.Proposed _,
          ActFact.Assented _,
          ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Delegated _ ->
          when(isByNode, ActRefusal.NO_OFFICER);
      case ActFact.Expired _ -> when(!isByNode, ActRefusal.NODE_ONLY);
      case ActFact.DelegationEnded(EntryId _, DelegationEnd why) ->
          switch (why) {
            case REVOKED -> when(isByNode, ActRefusal.NO_OFFICER);
            case EXPIRED -> when(!isByNode, ActRefusal.NODE_ONLY);
          };
      case ActFact.Contested _ -> none();
    };
  }

  private static Optional<ActRefusal> when(boolean applies, ActRefusal refusal) {
    return applies ? Optional.of(refusal) : none();
  }

  private static Optional<ActRefusal> none() {
    return Optional.empty();
  }

  /// The objections that look at one fact where it stands.
  private record Judge(
      ActsState state, Signatories who, FactContext context, Seen seen, Roster roster) {

    Optional<ActRefusal> objection(ActFact fact) {
      return switch (fact) {
        case ActFact.Proposed proposed -> toProposal(proposed);
        case ActFact.Assented assented ->
            toRef(assented.act()).or(() -> toAssent(act(assented.act()), assented));
        case ActFact.Refused(ActRef ref, Capacity as, String _) ->
            toRef(ref).or(() -> toRefusal(act(ref), as));
        case ActFact.Withdrawn(ActRef ref, Capacity as, String _) ->
            toRef(ref).or(() -> toWithdrawal(act(ref), as));
        case ActFact.Expired(ActRef ref) -> toRef(ref).or(() -> toExpiry(act(ref)));
        case ActFact.Contested contested ->
            toRef(contested.act()).or(() -> toContest(act(contested.act()), contested));
        case ActFact.Delegated delegated -> toDelegation(delegated);
        case ActFact.DelegationEnded ended -> toDelegationEnd(ended);
      };
    }

    // ---- acts ---------------------------------------------------------------------------------

    private Optional<ActRefusal> toProposal(ActFact.Proposed proposed) {
      Optional<Quorum> quorum = who.quorum(proposed.act(), proposed.modalities());
      if (quorum.isEmpty()) {
        return Optional.of(ActRefusal.NO_QUORUM);
      }
      return Stream.of(proposed.counters(), proposed.supersedes())
          .flatMap(Optional::stream)
          .flatMap(ref -> toRef(ref).stream())
          .min(ActRefusal::compareTo)
          .or(() -> toParty(quorum.get()))
          .or(() -> proposed.counters().flatMap(ref -> toOther(act(ref))))
          .or(() -> toCapacity(quorum.get(), proposed.as(), proposed.act()))
          .or(() -> proposed.supersedes().flatMap(ref -> toPlace(act(ref), quorum.get())));
    }

    private Optional<ActRefusal> toAssent(Act act, ActFact.Assented assented) {
      return when(
              assented.modalities() != act.proposal().said().modalities(),
              ActRefusal.OTHER_MODALITIES)
          .or(() -> toParty(act.proposal().quorum()))
          .or(() -> toCapacity(act, assented.as()))
          .or(() -> toOpen(act))
          .or(() -> when(hasSigned(act), ActRefusal.ALREADY_SIGNED))
          .or(() -> when(isSeatTaken(act, assented.as().role()), ActRefusal.SEAT_TAKEN))
          .or(
              () ->
                  when(
                      act.proposal().said().supersedes().filter(this::isNotInForce).isPresent(),
                      ActRefusal.NOT_IN_FORCE));
    }

    private Optional<ActRefusal> toRefusal(Act act, Capacity as) {
      return toOther(act)
          .or(() -> toCapacity(act, as))
          .or(() -> toOpen(act))
          .or(() -> when(act.hasAssented(context.author()), ActRefusal.SIDE_ASSENTED));
    }

    private Optional<ActRefusal> toWithdrawal(Act act, Capacity as) {
      return when(!isProposer(act), ActRefusal.NOT_PROPOSER)
          .or(() -> toCapacity(act, as))
          .or(() -> toTakingBack(act));
    }

    private Optional<ActRefusal> toExpiry(Act act) {
      return when(!isProposer(act), ActRefusal.NOT_PROPOSER)
          .or(() -> toTakingBack(act))
          .or(() -> toEnd(act.proposal().said().expires()));
    }

    private Optional<ActRefusal> toContest(Act act, ActFact.Contested contested) {
      Optional<ActRefusal> over = act.isEffective() ? none() : toStage(act.stage());
      if (over.isPresent() || act.withdrawal().isEmpty()) {
        return over.or(() -> Optional.of(ActRefusal.NOT_WITHDRAWN));
      }
      boolean isOthers =
          act.signedAt(contested.assent())
              .filter(party -> !party.equals(act.proposal().proposer()))
              .isPresent();
      return isOthers
          ? contested.proof().objection(who.channel(), act.withdrawal().get(), contested.assent())
          : Optional.of(ActRefusal.NOT_AN_ASSENT);
    }

    /// To naming an act that is not known here, was not known to the author, or is not that one.
    private Optional<ActRefusal> toRef(ActRef ref) {
      Optional<Act> act = state.acts().find(ref.entry());
      if (act.isEmpty()) {
        return Optional.of(ActRefusal.ACT_UNKNOWN);
      }
      return when(!knows(ref.entry()), ActRefusal.NOT_SEEN)
          .or(() -> when(!act.get().ref().equals(ref), ActRefusal.OTHER_BYTES));
    }

    /// To a side that is not one of the others.
    private Optional<ActRefusal> toOther(Act act) {
      return toParty(act.proposal().quorum()).or(() -> when(isProposer(act), ActRefusal.OWN_ACT));
    }

    private Optional<ActRefusal> toParty(Quorum quorum) {
      return when(!quorum.needs(context.author()), ActRefusal.NOT_A_PARTY);
    }

    /// To an act that cannot become effective any more, as far as the author knew.
    private Optional<ActRefusal> toOpen(Act act) {
      return toStage(act.stage())
          .or(
              () ->
                  when(
                      act.withdrawal().filter(taken -> knows(taken.entry())).isPresent(),
                      ActRefusal.ACT_WITHDRAWN));
    }

    private static Optional<ActRefusal> toStage(ActStage stage) {
      return switch (stage) {
        case PROPOSED, ASSENTED -> none();
        case EFFECTIVE -> Optional.of(ActRefusal.ACT_IN_FORCE);
        case REFUSED -> Optional.of(ActRefusal.ACT_REFUSED);
        case WITHDRAWN, EXPIRED -> Optional.of(ActRefusal.ACT_WITHDRAWN);
        case SUPERSEDED, VOIDED -> Optional.of(ActRefusal.ACT_ENDED);
      };
    }

    /// To taking back what is over. An act that became effective by what the author did not know of
    /// may be taken back: in vain, but a stale assent is proven by it (07-5.4).
    private Optional<ActRefusal> toTakingBack(Act act) {
      boolean isTooLate = act.isEffective() && !knows(act.by());
      return (isTooLate ? none() : toStage(act.stage()))
          .or(() -> when(act.withdrawal().isPresent(), ActRefusal.ALREADY_WITHDRAWN));
    }

    private Optional<ActRefusal> toPlace(Act old, Quorum quorum) {
      return when(!old.isEffective(), ActRefusal.NOT_IN_FORCE)
          .or(() -> when(!quorum.includes(old.proposal().quorum()), ActRefusal.PARTY_LEFT_OUT));
    }

    /// To the end of something that announced when it would end: only the author's own word counts
    /// (07-6.2).
    private Optional<ActRefusal> toEnd(Optional<Instant> announced) {
      if (announced.isEmpty()) {
        return Optional.of(ActRefusal.NO_EXPIRY);
      }
      return when(context.time().isBefore(announced.get()), ActRefusal.TOO_EARLY);
    }

    // ---- capacities ---------------------------------------------------------------------------

    private Optional<ActRefusal> toCapacity(Act act, Capacity as) {
      return toCapacity(act.proposal().quorum(), as, act.proposal().said().act());
    }

    private Optional<ActRefusal> toCapacity(Quorum quorum, Capacity as, ActKind kind) {
      boolean hasSeat =
          quorum.seatsOf(context.author()).filter(s -> s.count(as.role()) > 0).isPresent();
      if (!hasSeat) {
        return Optional.of(ActRefusal.NO_SEAT);
      }
      return as.delegation()
          .map(lent -> when(!isLent(lent, as, kind), ActRefusal.NO_DELEGATION))
          .orElseGet(() -> when(!context.has(as.role()), ActRefusal.ROLE_MISSING));
    }

    private boolean isLent(EntryId lent, Capacity as, ActKind kind) {
      return lent.origin().equals(log())
          && state
              .delegations()
              .find(lent)
              .filter(delegation -> delegation.covers(officer(), as, kind))
              .filter(delegation -> holds(delegation.from(), as.role()))
              .isPresent();
    }

    private Optional<ActRefusal> toDelegation(ActFact.Delegated delegated) {
      return when(!context.has(delegated.role()), ActRefusal.ROLE_MISSING)
          .or(() -> when(delegated.to().equals(officer()), ActRefusal.OWN_ROLE))
          .or(
              () ->
                  when(
                      roster.officerAt(delegated.to(), index()).isEmpty(),
                      ActRefusal.OFFICER_UNKNOWN));
    }

    private Optional<ActRefusal> toDelegationEnd(ActFact.DelegationEnded ended) {
      Optional<Delegation> known =
          state
              .delegations()
              .find(ended.delegation())
              .filter(d -> d.entry().origin().equals(log()));
      if (known.isEmpty()) {
        return Optional.of(ActRefusal.DELEGATION_UNKNOWN);
      }
      Delegation delegation = known.get();
      Optional<ActRefusal> objection =
          switch (ended.why()) {
            case REVOKED -> when(!mayRevoke(delegation), ActRefusal.ROLE_MISSING);
            case EXPIRED -> toEnd(delegation.said().until());
          };
      return objection.or(() -> when(delegation.ended().isPresent(), ActRefusal.DELEGATION_ENDED));
    }

    private boolean mayRevoke(Delegation delegation) {
      return officer().equals(delegation.from())
          || context.has(delegation.said().role())
          || context.has(Role.ADMIN);
    }

    // ---- asking -------------------------------------------------------------------------------

    private Act act(ActRef ref) {
      return state.acts().get(ref.entry());
    }

    private boolean isNotInForce(ActRef ref) {
      return !act(ref).isEffective();
    }

    private boolean isProposer(Act act) {
      return act.proposal().proposer().equals(context.author());
    }

    private boolean hasSigned(Act act) {
      return act.assentsOf(context.author()).anyMatch(known -> known.officer().equals(officer()));
    }

    private boolean isSeatTaken(Act act, Role role) {
      int seats = act.proposal().quorum().seatsOf(context.author()).orElseThrow().count(role);
      return act.filled(context.author(), role) >= seats;
    }

    private boolean knows(EntryId entry) {
      return ActEntry.knows(context, seen, entry);
    }

    private boolean holds(OfficerId officer, Role role) {
      return roster
          .officerAt(officer, index())
          .filter(found -> found.roles().contains(role))
          .isPresent();
    }

    /// Who signed; only asked where somebody has.
    private OfficerId officer() {
      return context.officer().orElseThrow();
    }

    private Origin log() {
      return context.entry().origin();
    }

    private long index() {
      return context.entry().index();
    }
  }
}
