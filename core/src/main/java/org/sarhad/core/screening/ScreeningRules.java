package org.sarhad.core.screening;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Merkle;

/// What may be said about screening, by whom and when (docs/protocol, 16-screening.md, clauses 16-3
/// to 16-5).
///
/// To hold is always open to a compliance officer, by whatever lists. To let go needs the lists of
/// the day and a second officer.
public final class ScreeningRules {
  private ScreeningRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @param settings what is agreed now
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<ScreeningFact, ScreeningFact, ScreeningRefusal> decide(
      ScreeningState state,
      FactContext context,
      Seen seen,
      ScreeningFact fact,
      ScreeningSettings settings) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact, settings)
        .<Decision<ScreeningFact, ScreeningFact, ScreeningRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<ScreeningRefusal> objection(
      ScreeningState state, ActEntry entry, ScreeningFact fact, ScreeningSettings settings) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(ScreeningRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(ScreeningRefusal.NOT_RELEASED);
    }
    return when(context.officer().isEmpty(), ScreeningRefusal.NO_OFFICER)
        .or(() -> when(!context.has(Role.COMPLIANCE), ScreeningRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry, settings).objection(fact));
  }

  /// The objections that look at one fact where it stands. What a side has said before stands in
  /// its own log, so its author knew it.
  private record Judge(ScreeningState state, ActEntry entry, ScreeningSettings settings) {
    Optional<ScreeningRefusal> objection(ScreeningFact fact) {
      return switch (fact) {
        case ScreeningFact.ListTaken taken -> toTaking(taken.list());
        case ScreeningFact.ListEnded ended -> toEnding(ended.source());
        case ScreeningFact.Held _ -> Optional.empty();
        case ScreeningFact.Proposed proposed -> toDeciding(proposed);
        case ScreeningFact.Confirmed confirmed -> toConfirming(confirmed.proposal());
        case ScreeningFact.BasisRecorded _ -> Optional.empty();
        case ScreeningFact.BasisDrawn drawn -> toDrawing(drawn);
        case ScreeningFact.BasisReturned returned -> toReturning(returned.draw());
        case ScreeningFact.BasisEnded ended -> toOwnBasis(ended.basis());
      };
    }

    // ---- lists ----------------------------------------------------------------------------------

    /// A day begins up to fourteen hours before it does in UTC.
    private Optional<ScreeningRefusal> toTaking(ListState list) {
      LocalDate tomorrow = at().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
      return when(list.dated().isAfter(tomorrow), ScreeningRefusal.DATE_NOT_PLAUSIBLE)
          .or(
              () ->
                  when(
                      inUse(list.source())
                          .filter(word -> word.said().dated().isAfter(list.dated()))
                          .isPresent(),
                      ScreeningRefusal.LIST_OLDER));
    }

    private Optional<ScreeningRefusal> toEnding(ListSource source) {
      return when(inUse(source).isEmpty(), ScreeningRefusal.LIST_UNKNOWN)
          .or(() -> when(source.equals(ListSource.UN), ScreeningRefusal.LIST_MANDATORY));
    }

    private Optional<Word<ListState>> inUse(ListSource source) {
      return state.lists().find(new ListKey(author(), source));
    }

    // ---- decisions ------------------------------------------------------------------------------

    private Optional<ScreeningRefusal> toDeciding(ScreeningFact.Proposed proposed) {
      boolean isStopped =
          screened(proposed.subject()).status().filter(status -> !status.isOpen()).isPresent();
      return toGrounds(proposed.grounds())
          .or(
              () ->
                  switch (proposed.status()) {
                    case CLEAR -> when(isStopped, ScreeningRefusal.PARTY_HELD);
                    case RELEASED -> when(!isStopped, ScreeningRefusal.PARTY_NOT_HELD);
                    case REFUSED, HELD -> Optional.empty();
                  })
          .or(() -> toBasis(proposed));
    }

    private Optional<ScreeningRefusal> toGrounds(Grounds grounds) {
      return when(!grounds.lists().containsKey(ListSource.UN), ScreeningRefusal.LIST_MISSING)
          .or(
              () ->
                  when(
                      !grounds.lists().equals(state.listsOf(author())),
                      ScreeningRefusal.LISTS_NOT_CURRENT))
          .or(() -> when(state.isStale(author(), at(), settings), ScreeningRefusal.LIST_STALE))
          .or(
              () ->
                  when(
                      grounds.threshold() > settings.threshold(),
                      ScreeningRefusal.THRESHOLD_TOO_HIGH));
    }

    private Optional<ScreeningRefusal> toBasis(ScreeningFact.Proposed proposed) {
      if (proposed.basis().isEmpty()) {
        return Optional.empty();
      }
      Optional<LegalBasis> basis =
          own(proposed.basis().get())
              .filter(own -> own.recorded().said().subject().equals(proposed.subject()));
      return basis.isEmpty()
          ? Optional.of(ScreeningRefusal.BASIS_UNKNOWN)
          : when(!basis.get().holds(at()), ScreeningRefusal.BASIS_NOT_VALID);
    }

    /// The second officer answers for the day of the signature: by then a list may have changed.
    private Optional<ScreeningRefusal> toConfirming(EntryId id) {
      Optional<SubjectKey> key =
          state.proposals().find(id).filter(known -> known.side().equals(author()));
      if (key.isEmpty()) {
        return Optional.of(ScreeningRefusal.PROPOSAL_UNKNOWN);
      }
      Optional<Screened.Proposal> waiting =
          screened(key.get().subject())
              .proposal()
              .filter(proposal -> proposal.word().entry().equals(id));
      if (waiting.isEmpty()) {
        return Optional.of(ScreeningRefusal.PROPOSAL_OVERTAKEN);
      }
      ScreeningFact.Proposed proposed = waiting.get().word().said();
      return toGrounds(proposed.grounds())
          .or(() -> toBasis(proposed))
          .or(
              () ->
                  when(
                      entry.context().officer().equals(Optional.of(waiting.get().officer())),
                      ScreeningRefusal.SAME_OFFICER));
    }

    private Screened screened(SubjectId subject) {
      return state.screened(author(), subject);
    }

    // ---- licences -------------------------------------------------------------------------------

    private Optional<ScreeningRefusal> toDrawing(ScreeningFact.BasisDrawn drawn) {
      return toOwnBasis(drawn.basis()).or(() -> toUse(own(drawn.basis()).orElseThrow(), drawn));
    }

    private Optional<ScreeningRefusal> toUse(LegalBasis basis, ScreeningFact.BasisDrawn drawn) {
      return when(!basis.holds(at()), ScreeningRefusal.BASIS_NOT_VALID)
          .or(
              () ->
                  when(
                      !basis.recorded().said().quota().covers(drawn.commodity()),
                      ScreeningRefusal.COMMODITY_NOT_COVERED))
          .or(() -> when(drawn.amount() > basis.left(), ScreeningRefusal.QUOTA_EXCEEDED));
    }

    private Optional<ScreeningRefusal> toReturning(EntryId draw) {
      Optional<LegalBasis> basis = state.draws().find(draw).flatMap(this::own);
      return when(
          basis.filter(own -> own.draws().containsKey(draw)).isEmpty(),
          ScreeningRefusal.DRAW_UNKNOWN);
    }

    private Optional<ScreeningRefusal> toOwnBasis(EntryId id) {
      return when(
          own(id).filter(basis -> basis.ended().isEmpty()).isEmpty(),
          ScreeningRefusal.BASIS_UNKNOWN);
    }

    private Optional<LegalBasis> own(EntryId id) {
      return state.bases().find(id).filter(basis -> basis.side().equals(author()));
    }

    private PartyId author() {
      return entry.context().author();
    }

    private Instant at() {
      return entry.context().time();
    }
  }
}
