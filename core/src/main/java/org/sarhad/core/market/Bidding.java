package org.sarhad.core.market;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Objections;

/// The objections to a fact of one side, where it stands (protocol clause 17-3).
///
/// Times are the author's own: who bids late by a wrong clock has only their word against
/// themselves. That nobody bids who has read what the other side revealed is by what they had seen,
/// and needs no clock.
///
/// @param state before
/// @param entry where the fact stands, or would
record Bidding(MarketState state, ActEntry entry) {
  Optional<MarketRefusal> objection(MarketFact fact) {
    FactContext context = entry.context();
    return when(!state.parties().contains(author()), MarketRefusal.NOT_A_SIDE)
        .or(() -> when(!context.released(), MarketRefusal.NOT_RELEASED))
        .or(() -> when(context.officer().isEmpty(), MarketRefusal.NO_OFFICER))
        .or(
            () ->
                when(
                    !Objections.hasOneOf(context, MarketRules.SPEAKERS),
                    MarketRefusal.ROLE_MISSING))
        .or(() -> toFact(fact));
  }

  private Optional<MarketRefusal> toFact(MarketFact fact) {
    return switch (fact) {
      case MarketFact.Stated(EntryId protocol, Bid bid) ->
          toProtocol(protocol)
              .or(() -> toBid(round(protocol).protocol(), bid))
              .or(() -> toTime(round(protocol)))
              .or(() -> toNumber(round(protocol)));
      case MarketFact.Sealed sealed ->
          toProtocol(sealed.protocol())
              .or(() -> toTime(round(sealed.protocol())))
              .or(() -> toNumber(round(sealed.protocol())));
      case MarketFact.Withdrawn(EntryId bid) -> toWithdrawal(bid);
      case MarketFact.Revealed revealed -> toReveal(revealed);
    };
  }

  // ---- bids -----------------------------------------------------------------------------------

  private Optional<MarketRefusal> toProtocol(EntryId protocol) {
    return when(state.round(protocol).isEmpty(), MarketRefusal.PROTOCOL_UNKNOWN)
        .or(() -> when(!entry.knows(protocol), MarketRefusal.NOT_SEEN))
        .or(
            () ->
                when(
                    !round(protocol).protocol().swing().containsKey(author()),
                    MarketRefusal.SIDE_UNKNOWN));
  }

  private Optional<MarketRefusal> toBid(PeriodProtocol protocol, Bid bid) {
    Optional<CommodityLine> line = protocol.line(bid.line());
    if (line.isEmpty()) {
      return Optional.of(MarketRefusal.LINE_UNKNOWN);
    }
    boolean isExporter = line.get().exporter().equals(author());
    return when(isExporter != (bid.way() == Bid.Way.OFFER), MarketRefusal.WRONG_WAY)
        .or(() -> when(bid.lots() > line.get().lots().most(), MarketRefusal.LINE_TOO_SMALL));
  }

  private Optional<MarketRefusal> toTime(Round round) {
    return when(!now().isBefore(round.protocol().closes()), MarketRefusal.CLOSED)
        .or(
            () ->
                when(
                    round.revealed().stream()
                        .filter(first -> !first.key().equals(author()))
                        .anyMatch(first -> entry.knows(first.value())),
                    MarketRefusal.REVEALS_SEEN));
  }

  private Optional<MarketRefusal> toNumber(Round round) {
    return when(round.live(author()) >= MarketRules.BIDS_MAX, MarketRefusal.TOO_MANY_BIDS);
  }

  /// A bid is taken back while bids are made, and not after: the other side has bid on it.
  private Optional<MarketRefusal> toWithdrawal(EntryId bid) {
    Optional<EntryId> protocol = state.places().find(bid);
    if (protocol.isEmpty() || !isLive(protocol.get(), bid)) {
      return Optional.of(MarketRefusal.BID_UNKNOWN);
    }
    return when(!entry.knows(bid), MarketRefusal.NOT_SEEN)
        .or(() -> when(!by(protocol.get(), bid).equals(author()), MarketRefusal.NOT_YOURS))
        .or(() -> toTime(state.rounds().get(protocol.get())));
  }

  private boolean isLive(EntryId protocol, EntryId bid) {
    Round round = state.rounds().get(protocol);
    return round.bids().find(bid).filter(known -> !known.isWithdrawn()).isPresent()
        || round.seals().find(bid).filter(Round.Hidden::isWaiting).isPresent();
  }

  private PartyId by(EntryId protocol, EntryId bid) {
    Round round = state.rounds().get(protocol);
    return round.bids().find(bid).map(Round.Known::by).orElseGet(() -> round.seals().get(bid).by());
  }

  // ---- seals ----------------------------------------------------------------------------------

  private Optional<MarketRefusal> toReveal(MarketFact.Revealed revealed) {
    Optional<Round> found = state.places().find(revealed.seal()).map(state.rounds()::get);
    Optional<Round.Hidden> seal = found.flatMap(round -> round.seals().find(revealed.seal()));
    if (seal.isEmpty()) {
      return Optional.of(MarketRefusal.SEAL_UNKNOWN);
    }
    Round round = found.get();
    boolean isWithdrawn = seal.get().stage() == Round.Hidden.Stage.WITHDRAWN;
    return when(!round.isInForce(), MarketRefusal.PROTOCOL_UNKNOWN)
        .or(() -> when(isWithdrawn, MarketRefusal.BID_UNKNOWN))
        .or(() -> when(!entry.knows(revealed.seal()), MarketRefusal.NOT_SEEN))
        .or(() -> when(!seal.get().by().equals(author()), MarketRefusal.NOT_YOURS))
        .or(() -> toBid(round.protocol(), revealed.bid()))
        .or(() -> when(now().isBefore(round.protocol().closes()), MarketRefusal.NOT_CLOSED))
        .or(() -> when(!now().isBefore(round.protocol().revealBy()), MarketRefusal.REVEAL_LATE))
        .or(() -> when(!seal.get().isWaiting(), MarketRefusal.ALREADY_REVEALED))
        .or(() -> when(!isWhatWasSealed(seal.get(), revealed), MarketRefusal.REVEAL_MISMATCH));
  }

  private static boolean isWhatWasSealed(Round.Hidden seal, MarketFact.Revealed revealed) {
    return MarketFact.commitment(seal.by(), seal.said().protocol(), revealed.bid(), revealed.salt())
        .equals(seal.said().commitment());
  }

  // ---- looking up -----------------------------------------------------------------------------

  private Round round(EntryId protocol) {
    return state.rounds().get(protocol);
  }

  private PartyId author() {
    return entry.context().author();
  }

  private Instant now() {
    return entry.context().time();
  }
}
