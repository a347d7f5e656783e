package org.sarhad.core.information;

import static org.sarhad.core.register.Objections.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Merkle;

/// What may be said about requests of information, by whom and when (docs/protocol,
/// 13-information-requests.md, clause 13-3).
///
/// The same objections decide a request of one's own and judge a fact of the other side. That a
/// request is over is an objection only if the author knew it: what crosses is heard.
public final class InformationRules {
  /// Who may speak at the desk for their side (protocol clause 13-3.1).
  public static final Set<Role> SPEAKERS =
      Ordered.set(
          Role.WATCH_OFFICER, Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF, Role.INVESTIGATOR);

  /// How often an answer may be put off.
  public static final int DEFERRALS_MAX = 8;

  private static final Duration HORIZON = Duration.ofDays(366);

  private InformationRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<InformationFact, InformationFact, InformationRefusal> decide(
      InformationState state, FactContext context, Seen seen, InformationFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<InformationFact, InformationFact, InformationRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<InformationRefusal> objection(
      InformationState state, ActEntry entry, InformationFact fact) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(InformationRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(InformationRefusal.NOT_RELEASED);
    }
    return when(context.officer().isEmpty(), InformationRefusal.NO_OFFICER)
        .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), InformationRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry).objection(fact));
  }

  /// The objections that look at one fact where it stands.
  private record Judge(InformationState state, ActEntry entry) {
    Optional<InformationRefusal> objection(InformationFact fact) {
      return switch (fact) {
        case InformationFact.Asked asked -> toAsking(asked);
        case InformationFact.Received received ->
            toAsked(received.request())
                .or(
                    () ->
                        when(
                            request(received.request()).received().isPresent(),
                            InformationRefusal.ALREADY_RECEIVED));
        case InformationFact.ClarificationAsked asked ->
            toAsked(asked.request())
                .or(
                    () ->
                        when(
                            isWaiting(request(asked.request())),
                            InformationRefusal.CLARIFICATION_OPEN));
        case InformationFact.ClarificationGiven given ->
            toAsker(given.request())
                .or(() -> toQuestion(request(given.request()), given.question()));
        case InformationFact.Answered answered ->
            toAsked(answered.request()).or(() -> toEntries(answered.evidence()));
        case InformationFact.Deferred deferred ->
            toAsked(deferred.request()).or(() -> toDeferral(request(deferred.request()), deferred));
        case InformationFact.Withdrawn withdrawn -> toAsker(withdrawn.request());
      };
    }

    private Optional<InformationRefusal> toAsking(InformationFact.Asked asked) {
      return when(!state.parties().contains(asked.to()), InformationRefusal.SIDE_UNKNOWN)
          .or(() -> when(asked.to().equals(author()), InformationRefusal.OWN_SIDE))
          .or(() -> toEntries(asked.about()))
          .or(
              () ->
                  when(
                      asked.urgency() == Urgency.URGENT && asked.because().isEmpty(),
                      InformationRefusal.REASON_MISSING));
    }

    private Optional<InformationRefusal> toAsked(EntryId id) {
      return toKnown(id)
          .or(() -> when(!request(id).to().equals(author()), InformationRefusal.NOT_ASKED))
          .or(() -> toEnd(request(id)));
    }

    private Optional<InformationRefusal> toAsker(EntryId id) {
      return toKnown(id)
          .or(() -> when(!request(id).by().equals(author()), InformationRefusal.NOT_THE_ASKER))
          .or(() -> toEnd(request(id)));
    }

    private Optional<InformationRefusal> toKnown(EntryId id) {
      return state.request(id).isEmpty()
          ? Optional.of(InformationRefusal.REQUEST_UNKNOWN)
          : when(!entry.knows(id), InformationRefusal.NOT_SEEN);
    }

    private Optional<InformationRefusal> toEnd(InformationRequest request) {
      boolean isKnownToBeOver =
          request.lastAnswer().filter(word -> entry.knows(word.entry())).isPresent()
              || request.withdrawn().filter(word -> entry.knows(word.entry())).isPresent();
      return when(isKnownToBeOver, InformationRefusal.REQUEST_CLOSED);
    }

    /// An answer to a question back that this side does not know of is none.
    private boolean isWaiting(InformationRequest request) {
      return request
          .clarifications()
          .values()
          .anyMatch(
              clarification ->
                  clarification.given().filter(word -> entry.knows(word.entry())).isEmpty());
    }

    private Optional<InformationRefusal> toQuestion(InformationRequest request, EntryId question) {
      Optional<Clarification> asked =
          request.clarifications().find(question).filter(_ -> entry.knows(question));
      return asked.isEmpty()
          ? Optional.of(InformationRefusal.QUESTION_UNKNOWN)
          : when(!asked.get().isOpen(), InformationRefusal.ALREADY_CLARIFIED);
    }

    private Optional<InformationRefusal> toDeferral(
        InformationRequest request, InformationFact.Deferred deferred) {
      Instant said = entry.context().time();
      boolean isPlausible =
          deferred.until().isAfter(said) && !deferred.until().isAfter(said.plus(HORIZON));
      return when(
              request.isUrgent() && deferred.reason().isEmpty(), InformationRefusal.REASON_MISSING)
          .or(() -> when(!isPlausible, InformationRefusal.DATE_NOT_PLAUSIBLE))
          .or(
              () ->
                  when(
                      request.deferrals().size() >= DEFERRALS_MAX,
                      InformationRefusal.DEFERRED_TOO_OFTEN));
    }

    private Optional<InformationRefusal> toEntries(SortedSet<EntryId> entries) {
      return when(!entries.stream().allMatch(entry::knows), InformationRefusal.EVIDENCE_UNKNOWN);
    }

    private InformationRequest request(EntryId id) {
      return state.request(id).orElseThrow();
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
