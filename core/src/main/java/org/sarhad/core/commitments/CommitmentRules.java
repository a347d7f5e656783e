package org.sarhad.core.commitments;

import static org.sarhad.core.register.Objections.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Merkle;

/// What may be said of commitments, by whom and when (docs/protocol,
/// 10-meetings-and-commitments.md, clauses 10-6 and 10-8).
///
/// The same objections decide a request of one's own and judge a fact of the other side. An end
/// that the author did not know of is no objection.
public final class CommitmentRules {
  /// Who may speak of commitments for their side (protocol clause 10-8.2).
  public static final Set<Role> SPEAKERS =
      Ordered.set(Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF, Role.CLERK);

  private CommitmentRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<CommitmentFact, CommitmentFact, CommitmentRefusal> decide(
      CommitmentsState state, FactContext context, Seen seen, CommitmentFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<CommitmentFact, CommitmentFact, CommitmentRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<CommitmentRefusal> objection(
      CommitmentsState state, ActEntry entry, CommitmentFact fact) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(CommitmentRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(CommitmentRefusal.NOT_RELEASED);
    }
    return when(context.officer().isEmpty(), CommitmentRefusal.NO_OFFICER)
        .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), CommitmentRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry).objection(fact));
  }

  /// Why the commitments that an act of these terms makes or closes would not count, or do not;
  /// empty when they would, or there are none. Asked before an act is proposed, and again where it
  /// comes into force.
  ///
  /// @param sides the sides whose signature the act needs
  public static Optional<CommitmentRefusal> objectionToTerms(
      CommitmentsState state, SortedSet<PartyId> sides, ActKind kind, Json.Obj terms) {
    try {
      return kind.equals(CommitmentActs.COMMITMENT_CLOSED)
          ? toClosure(state, sides, ClosureTerms.fromJson(terms))
          : CommitmentActs.made(kind, terms, state.parties()).stream()
              .flatMap(made -> toMaking(state, sides, made).stream())
              .min(CommitmentRefusal::compareTo);
    } catch (MalformedJsonException _) {
      return Optional.of(CommitmentRefusal.TERMS_UNREADABLE);
    }
  }

  private static Optional<CommitmentRefusal> toMaking(
      CommitmentsState state, SortedSet<PartyId> sides, CommitmentTerms terms) {
    return when(!state.parties().containsAll(terms.concerned()), CommitmentRefusal.SIDE_UNKNOWN)
        .or(() -> when(!sides.containsAll(terms.owners()), CommitmentRefusal.OWNER_LEFT_OUT));
  }

  private static Optional<CommitmentRefusal> toClosure(
      CommitmentsState state, SortedSet<PartyId> sides, ClosureTerms terms) {
    Optional<Commitment> commitment = state.commitment(terms.commitment());
    if (commitment.isEmpty()) {
      return Optional.of(CommitmentRefusal.COMMITMENT_UNKNOWN);
    }
    return when(
            !sides.containsAll(commitment.get().terms().concerned()),
            CommitmentRefusal.PARTY_LEFT_OUT)
        .or(() -> when(commitment.get().end().isPresent(), CommitmentRefusal.COMMITMENT_ENDED));
  }

  /// The objections that look at one fact where it stands.
  private record Judge(CommitmentsState state, ActEntry entry) {
    Optional<CommitmentRefusal> objection(CommitmentFact fact) {
      return switch (fact) {
        case CommitmentFact.Registered(CommitmentTerms terms) -> toRegistration(terms);
        case CommitmentFact.Acknowledged(CommitmentId id) ->
            toKnown(id).or(() -> toAcknowledgement(commitment(id)));
        case CommitmentFact.Withdrawn withdrawn ->
            toKnown(withdrawn.commitment())
                .or(() -> toWithdrawal(commitment(withdrawn.commitment())));
        case CommitmentFact.ProgressStated stated ->
            toStatement(stated).or(() -> toExtent(stated)).or(() -> toRemarks(stated));
        case CommitmentFact.Disputed disputed ->
            toStatement(disputed).or(() -> toRemarks(disputed));
        case CommitmentFact.FulfilledStated stated ->
            toKnown(stated.commitment())
                .or(() -> toConcerned(commitment(stated.commitment())))
                .or(() -> toEnd(commitment(stated.commitment())))
                .or(() -> toRemarks(stated));
      };
    }

    private Optional<CommitmentRefusal> toRegistration(CommitmentTerms terms) {
      return when(!state.parties().containsAll(terms.concerned()), CommitmentRefusal.SIDE_UNKNOWN)
          .or(() -> when(terms.source().isEmpty(), CommitmentRefusal.NO_SOURCE));
    }

    private Optional<CommitmentRefusal> toKnown(CommitmentId id) {
      Optional<Commitment> commitment = state.commitment(id);
      return commitment.isEmpty()
          ? Optional.of(CommitmentRefusal.COMMITMENT_UNKNOWN)
          : when(!entry.knows(commitment.get().made().entry()), CommitmentRefusal.NOT_SEEN);
    }

    private Optional<CommitmentRefusal> toAcknowledgement(Commitment commitment) {
      return toConcerned(commitment)
          .or(() -> when(isMadeByAct(commitment), CommitmentRefusal.MADE_BY_ACT))
          .or(() -> toEnd(commitment))
          .or(
              () ->
                  when(
                      commitment.acknowledged().containsKey(author()),
                      CommitmentRefusal.ALREADY_ACKNOWLEDGED));
    }

    private Optional<CommitmentRefusal> toWithdrawal(Commitment commitment) {
      return when(isMadeByAct(commitment), CommitmentRefusal.MADE_BY_ACT)
          .or(() -> when(!isRegistrant(commitment), CommitmentRefusal.NOT_REGISTRANT))
          .or(() -> toEnd(commitment))
          .or(() -> when(isReliedUpon(commitment), CommitmentRefusal.RELIED_UPON));
    }

    /// Whether another side has acknowledged it, as far as the author knew.
    private boolean isReliedUpon(Commitment commitment) {
      return commitment.acknowledged().stream()
          .anyMatch(known -> !known.key().equals(author()) && entry.knows(known.value()));
    }

    private boolean isRegistrant(Commitment commitment) {
      return switch (commitment.made().said()) {
        case Commitment.Maker.ByAct _ -> false;
        case Commitment.Maker.ByRegistration(PartyId party) -> party.equals(author());
      };
    }

    private static boolean isMadeByAct(Commitment commitment) {
      return switch (commitment.made().said()) {
        case Commitment.Maker.ByAct _ -> true;
        case Commitment.Maker.ByRegistration _ -> false;
      };
    }

    private Optional<CommitmentRefusal> toConcerned(Commitment commitment) {
      return when(
          !commitment.terms().concerned().contains(author()), CommitmentRefusal.NOT_CONCERNED);
    }

    private Optional<CommitmentRefusal> toEnd(Commitment commitment) {
      return when(commitment.isEndKnownTo(entry), CommitmentRefusal.COMMITMENT_ENDED);
    }

    private Optional<CommitmentRefusal> toStatement(CommitmentFact.Statement statement) {
      return toKnown(statement.commitment()).or(() -> toEnd(commitment(statement.commitment())));
    }

    private Optional<CommitmentRefusal> toExtent(CommitmentFact.ProgressStated stated) {
      Optional<String> unit =
          stated
              .extent()
              .flatMap(
                  extent ->
                      switch (extent) {
                        case CommitmentFact.Extent.Percent _ -> Optional.empty();
                        case CommitmentFact.Extent.Amount(Quantity quantity) ->
                            Optional.of(quantity.unit());
                      });
      return when(
          unit.isPresent()
              && !unit.equals(commitment(stated.commitment()).terms().measure().unit()),
          CommitmentRefusal.OTHER_UNIT);
    }

    private Optional<CommitmentRefusal> toRemarks(CommitmentFact.Statement statement) {
      return when(
              !statement.remarks().evidence().stream().allMatch(entry::knows),
              CommitmentRefusal.EVIDENCE_UNKNOWN)
          .or(
              () ->
                  when(
                      statement.ofTime().filter(entry.context().time()::isBefore).isPresent(),
                      CommitmentRefusal.NOT_YET));
    }

    private Commitment commitment(CommitmentId id) {
      return state.commitment(id).orElseThrow();
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
