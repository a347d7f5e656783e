package org.sarhad.core.energy;

import static org.sarhad.core.register.Objections.when;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.delivery.DeliveryRules;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Objections;

/// What may be said of energy and agreed about lines, by whom and when (docs/protocol,
/// 18-deliveries.md, clause 18-4).
public final class EnergyRules {
  private EnergyRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param entry the one it would become
  /// @param book as this node knows it
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<EnergyFact, EnergyFact, EnergyRefusal> decide(
      EnergyState state, ActEntry entry, EnergyFact fact, BookState book) {
    return objection(state, entry, fact, book)
        .<Decision<EnergyFact, EnergyFact, EnergyRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<EnergyRefusal> objection(
      EnergyState state, ActEntry entry, EnergyFact fact, BookState book) {
    FactContext context = entry.context();
    return when(!state.parties().contains(context.author()), EnergyRefusal.NOT_A_SIDE)
        .or(() -> when(!context.released(), EnergyRefusal.NOT_RELEASED))
        .or(() -> when(context.officer().isEmpty(), EnergyRefusal.NO_OFFICER))
        .or(
            () ->
                when(
                    !Objections.hasOneOf(context, DeliveryRules.SPEAKERS),
                    EnergyRefusal.ROLE_MISSING))
        .or(() -> toLine(state, entry, fact.of().line()))
        .or(() -> new Judge(state, entry, book).objection(fact));
  }

  private static Optional<EnergyRefusal> toLine(EnergyState state, ActEntry entry, EntryId id) {
    Optional<Line> known = state.lines().find(id);
    if (known.isEmpty()) {
      return Optional.of(EnergyRefusal.LINE_UNKNOWN);
    }
    return when(!entry.knows(known.get().since()), EnergyRefusal.NOT_SEEN)
        .or(() -> when(known.get().isEnded(), EnergyRefusal.LINE_ENDED))
        .or(() -> when(!known.get().isOf(entry.context().author()), EnergyRefusal.SIDE_UNKNOWN));
  }

  /// The objections that look at one fact where it stands, about a line that stands.
  private record Judge(EnergyState state, ActEntry entry, BookState book) {
    Optional<EnergyRefusal> objection(EnergyFact fact) {
      return switch (fact) {
        case EnergyFact.Scheduled _ ->
            when(isOver(fact.of()), EnergyRefusal.DAY_OVER).or(() -> toVersion(fact));
        case EnergyFact.Metered metered ->
            when(!isOver(fact.of()), EnergyRefusal.DAY_NOT_OVER)
                .or(() -> toVersion(fact))
                .or(() -> toRegister(metered))
                .or(() -> when(!metered.reading().agrees(), EnergyRefusal.SUM_DIFFERS));
      };
    }

    private boolean isOver(LineDay day) {
      Account account = book.account().orElseThrow();
      return !entry.context().time().isBefore(account.begin(day.day().plusDays(1)));
    }

    private Optional<EnergyRefusal> toVersion(EnergyFact fact) {
      Optional<EnergyFact> last = state.day(fact.of()).last(author(), fact);
      int next = last.map(EnergyFact::version).orElse(0) + 1;
      return when(fact.version() != next, EnergyRefusal.VERSION_NOT_NEXT)
          .or(
              () ->
                  when(
                      last.filter(said -> isSame(said, fact)).isPresent(),
                      EnergyRefusal.UNCHANGED));
    }

    private static boolean isSame(EnergyFact one, EnergyFact other) {
      return one.toJson().without("version").equals(other.toJson().without("version"));
    }

    /// Within the day, and against the days before and behind it.
    private Optional<EnergyRefusal> toRegister(EnergyFact.Metered metered) {
      Reading reading = metered.reading();
      boolean isBehind = beside(metered, -1).filter(day -> day.to() > reading.from()).isPresent();
      boolean isAhead = beside(metered, 1).filter(day -> day.from() < reading.to()).isPresent();
      return when(reading.delta() < 0 || isBehind || isAhead, EnergyRefusal.REGISTER_BACKWARDS);
    }

    private Optional<Reading> beside(EnergyFact.Metered metered, int days) {
      return metered
          .of()
          .plus(days)
          .flatMap(day -> state.day(day).reading(author()))
          .filter(reading -> reading.serial().equals(metered.reading().serial()));
    }

    private PartyId author() {
      return entry.context().author();
    }
  }

  // ---- lines ----------------------------------------------------------------------------------

  /// Why an act of these terms would make no line; empty when it would, or is of another kind.
  ///
  /// @param sides the sides whose signature the act needs
  public static Optional<EnergyRefusal> objection(
      EnergyState state, SortedSet<PartyId> sides, ActFact.Proposed said, BookState book) {
    if (!said.act().equals(LineTerms.KIND)) {
      return Optional.empty();
    }
    Optional<LineTerms> read = read(said);
    return read.isEmpty()
        ? Optional.of(EnergyRefusal.TERMS_UNREADABLE)
        : toContract(read.get(), sides, book).or(() -> toName(state, said, read.get().name()));
  }

  /// The same, of an act that one's own side is about to assent to.
  public static Optional<EnergyRefusal> objectionToAssent(
      EnergyState state, Act act, BookState book) {
    return objection(state, EnergyState.sides(act), act.proposal().said(), book);
  }

  // ---- take or pay ----------------------------------------------------------------------------

  /// Why one's own side does not sign that so much was not taken in a month: it is not what the
  /// days of the line come to. Empty when it is, or the act is of another kind. What both have
  /// signed is booked by what the book knows (protocol clause 18-5.4).
  ///
  /// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
  public static Optional<EnergyRefusal> objectionToUntaken(
      EnergyState state, ActFact.Proposed said, BookState book, long tolerance) {
    return BarterTerms.find(said)
        .filter(ShortfallTerms.class::isInstance)
        .map(ShortfallTerms.class::cast)
        .flatMap(terms -> toUntaken(state, terms, book, tolerance));
  }

  private static Optional<EnergyRefusal> toUntaken(
      EnergyState state, ShortfallTerms terms, BookState book, long tolerance) {
    List<MonthClose> months =
        state
            .lines()
            .values()
            .filter(line -> line.terms().contract().equals(terms.contract()))
            .map(line -> MonthClose.of(state, line, terms.month(), book, tolerance))
            .toList();
    if (months.isEmpty()) {
      return Optional.of(EnergyRefusal.LINE_UNKNOWN);
    }
    return when(
            months.stream().noneMatch(month -> month.open().isEmpty()), EnergyRefusal.MONTH_OPEN)
        .or(
            () ->
                when(
                    months.stream()
                        .noneMatch(month -> month.shortfall() == terms.quantity().amount()),
                    EnergyRefusal.SHORTFALL_DIFFERS));
  }

  private static Optional<EnergyRefusal> toContract(
      LineTerms terms, SortedSet<PartyId> sides, BookState book) {
    Optional<Contract> known =
        book.trade().contracts().find(terms.contract()).filter(one -> !one.isVoided());
    if (known.isEmpty()) {
      return Optional.of(EnergyRefusal.CONTRACT_UNKNOWN);
    }
    boolean isByLoaded = known.get().terms().weighed() == ContractTerms.Weighed.LOADED;
    Account account = book.account().orElseThrow();
    return when(known.get().unit() != UnitCode.WHR, EnergyRefusal.CONTRACT_OTHER_UNIT)
        .or(
            () ->
                when(
                    terms.metering() == Metering.POINT && !isByLoaded,
                    EnergyRefusal.CONTRACT_OTHER_BASIS))
        .or(
            () ->
                when(
                    !sides.contains(account.a()) || !sides.contains(account.b()),
                    EnergyRefusal.SIDE_LEFT_OUT));
  }

  private static Optional<EnergyRefusal> toName(
      EnergyState state, ActFact.Proposed said, String name) {
    Optional<EntryId> replaced = said.supersedes().map(ActRef::entry);
    boolean isTaken =
        state
            .lines()
            .values()
            .filter(line -> !line.isEnded() && !replaced.equals(Optional.of(line.id())))
            .anyMatch(line -> line.terms().name().equals(name));
    return when(isTaken, EnergyRefusal.NAME_TAKEN);
  }

  /// What the terms say; empty when they cannot be read.
  static Optional<LineTerms> read(ActFact.Proposed said) {
    try {
      return Optional.of(LineTerms.fromJson(said.terms()));
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }
}
