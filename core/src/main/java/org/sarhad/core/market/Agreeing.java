package org.sarhad.core.market;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// The objections to the terms of an act of the market (protocol clauses 17-2 and 17-4). Asked
/// before somebody proposes or assents, and again where the act takes effect: there the whole
/// certificate of a match is checked, on every node.
///
/// @param state before
/// @param book the account as it stands there
/// @param entry by which the act takes effect, or would
/// @param sides whose signature it needs
/// @param settings what is agreed
record Agreeing(
    MarketState state,
    BookState book,
    ActEntry entry,
    SortedSet<PartyId> sides,
    BarterSettings settings) {
  private static final int PERMILLE_TO_RATE = 10;

  Optional<MarketRefusal> objection(ActFact.Proposed said) {
    if (MarketActKind.find(said.act()).isEmpty()) {
      return Optional.empty();
    }
    Optional<MarketTerms> read = MarketTerms.find(said);
    if (read.isEmpty()) {
      return Optional.of(MarketRefusal.TERMS_UNREADABLE);
    }
    Optional<EntryId> old = said.supersedes().map(ActRef::entry);
    try {
      return switch (read.get()) {
        case PeriodProtocol protocol -> toProtocol(protocol, old);
        case MatchTerms match -> toMatch(match, old);
      };
    } catch (ArithmeticException _) {
      return Optional.of(MarketRefusal.OUT_OF_RANGE);
    }
  }

  // ---- the protocol ---------------------------------------------------------------------------

  private Optional<MarketRefusal> toProtocol(PeriodProtocol protocol, Optional<EntryId> old) {
    return when(
            old.filter(act -> !state.rounds().containsKey(act)).isPresent(),
            MarketRefusal.SUPERSEDES)
        .or(() -> toSides(protocol.swing()))
        .or(() -> when(!now().isBefore(protocol.closes()), MarketRefusal.WINDOW_PAST))
        .or(
            () ->
                when(
                    !protocol.lines().stream().allMatch(line -> line.isPriced(protocol.indices())),
                    MarketRefusal.PRICE_UNDEFINED))
        .or(
            () ->
                when(
                    protocol.lines().stream().anyMatch(this::isTooTolerant),
                    MarketRefusal.TOLERANCE_TOO_HIGH));
  }

  private boolean isTooTolerant(CommodityLine line) {
    return (long) line.tolerance() * PERMILLE_TO_RATE > settings.overDelivery();
  }

  private Optional<MarketRefusal> toSides(SortedMap<PartyId, Money> named) {
    if (book.account().isEmpty()) {
      return Optional.of(MarketRefusal.NO_ACCOUNT);
    }
    Account account = book.account().get();
    SortedSet<PartyId> both = Ordered.set(account.a(), account.b());
    return when(!named.keySet().equals(both), MarketRefusal.SIDE_UNKNOWN)
        .or(() -> when(!sides.containsAll(both), MarketRefusal.SIDE_LEFT_OUT));
  }

  // ---- the match ------------------------------------------------------------------------------

  private Optional<MarketRefusal> toMatch(MatchTerms terms, Optional<EntryId> old) {
    Optional<Round> round = state.round(terms.protocol());
    return when(old.filter(act -> !isMatchOf(act, terms)).isPresent(), MarketRefusal.SUPERSEDES)
        .or(() -> when(book.account().isEmpty(), MarketRefusal.NO_ACCOUNT))
        .or(() -> when(round.isEmpty(), MarketRefusal.PROTOCOL_UNKNOWN))
        .or(() -> when(!entry.knows(terms.protocol()), MarketRefusal.NOT_SEEN))
        .or(() -> toSides(terms.room()))
        .or(() -> toMatch(round.orElseThrow(), terms, old));
  }

  private boolean isMatchOf(EntryId act, MatchTerms terms) {
    return state.places().find(act).filter(terms.protocol()::equals).isPresent()
        && !round(terms).bids().containsKey(act)
        && !round(terms).seals().containsKey(act);
  }

  private Optional<MarketRefusal> toMatch(Round round, MatchTerms terms, Optional<EntryId> old) {
    return when(!round.isComplete(now()), MarketRefusal.NOT_YET)
        .or(
            () ->
                when(
                    round
                        .match()
                        .map(Round.Matched::act)
                        .filter(act -> !old.equals(Optional.of(act)))
                        .isPresent(),
                    MarketRefusal.ALREADY_MATCHED))
        .or(() -> CertificateCheck.flaw(round.problem(terms.room()), terms.certificate()))
        .or(() -> when(!isInRoom(round.protocol(), terms), MarketRefusal.NO_ROOM));
  }

  /// Less room than there is may be counted on, and not more.
  private boolean isInRoom(PeriodProtocol protocol, MatchTerms terms) {
    SortedMap<PartyId, Money> room = MarketState.room(book, protocol).orElseThrow();
    return terms.room().entrySet().stream()
        .allMatch(
            side -> side.getValue().compareTo(room.getOrDefault(side.getKey(), Money.ZERO)) <= 0);
  }

  private Round round(MatchTerms terms) {
    return state.rounds().get(terms.protocol());
  }

  private Instant now() {
    return entry.context().time();
  }
}
