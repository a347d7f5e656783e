package org.sarhad.core.market;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.tlog.tree.Hash;

/// The market of a channel, folded in the joint order (protocol clause 17-5). Immutable.
///
/// @param parties the sides of the channel
/// @param rounds protocols, by the act that made them
/// @param places the round of each bid, seal and match, by its entry
/// @param outcomes what became of each fact and of the terms of each act
public record MarketState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Round> rounds,
    PersistentMap<EntryId, EntryId> places,
    Outcomes<MarketRefusal> outcomes) {

  /// Copies its collection.
  public MarketState {
    parties = Ordered.set(parties);
  }

  /// No protocol yet.
  ///
  /// @param parties the sides of the channel
  public static MarketState of(SortedSet<PartyId> parties) {
    return new MarketState(
        parties, PersistentMap.empty(), PersistentMap.empty(), Outcomes.of("market"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public MarketState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new MarketState(sides, rounds, places, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(bids of the round).
  public MarketState apply(ActEntry entry, MarketFact fact) {
    Optional<MarketRefusal> objection = MarketRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  private MarketState held(ActEntry entry, MarketFact fact) {
    PartyId by = entry.context().author();
    EntryId id = entry.id();
    return switch (fact) {
      case MarketFact.Stated(EntryId protocol, Bid bid) ->
          placed(id, protocol)
              .changed(protocol, round -> round.with(id, new Round.Known(by, bid, false)));
      case MarketFact.Sealed sealed ->
          placed(id, sealed.protocol())
              .changed(
                  sealed.protocol(),
                  round ->
                      round.with(id, new Round.Hidden(by, sealed, Round.Hidden.Stage.WAITING)));
      case MarketFact.Withdrawn(EntryId bid) -> changed(places.get(bid), round -> less(round, bid));
      case MarketFact.Revealed revealed ->
          changed(places.get(revealed.seal()), round -> shown(round, entry, revealed));
    };
  }

  private static Round less(Round round, EntryId bid) {
    Optional<Round.Known> known = round.bids().find(bid);
    return known.isPresent()
        ? round.with(bid, new Round.Known(known.get().by(), known.get().bid(), true))
        : round.with(bid, round.seals().get(bid).at(Round.Hidden.Stage.WITHDRAWN));
  }

  private static Round shown(Round round, ActEntry entry, MarketFact.Revealed revealed) {
    PartyId by = entry.context().author();
    return round
        .with(revealed.seal(), round.seals().get(revealed.seal()).at(Round.Hidden.Stage.REVEALED))
        .with(revealed.seal(), new Round.Known(by, revealed.bid(), false))
        .revealedBy(by, entry.id());
  }

  /// This state after an entry by which `act` came to the stage it has now. Total: terms that do
  /// not hold change nothing and are kept in [#voids()]. For a match O(needs * offers of each
  /// line), else O(log n).
  ///
  /// @param book the account as it stands there
  /// @param settings what is agreed there
  public MarketState moved(ActEntry entry, Act act, BookState book, BarterSettings settings) {
    if (MarketActKind.find(act.proposal().said().act()).isEmpty()) {
      return this;
    }
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act, book, settings);
      case SUPERSEDED, VOIDED -> ended(entry, act);
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED -> this;
    };
  }

  private MarketState effective(ActEntry entry, Act act, BookState book, BarterSettings settings) {
    Optional<MarketRefusal> objection =
        MarketRules.objectionToAssent(this, book, entry, act, settings);
    return objection.isPresent()
        ? with(outcomes.voided(entry, act, objection.get()))
        : held(act).with(outcomes.moved(entry, act));
  }

  private MarketState held(Act act) {
    EntryId id = act.id();
    return switch (MarketTerms.find(act.proposal().said()).orElseThrow()) {
      case PeriodProtocol protocol -> with(rounds.put(id, Round.of(id, protocol)));
      case MatchTerms match ->
          placed(id, match.protocol())
              .changed(
                  match.protocol(),
                  round -> round.matched(Optional.of(new Round.Matched(id, match))));
    };
  }

  /// Of an ended protocol nothing is matched any more, and an ended match is none.
  private MarketState ended(ActEntry entry, Act act) {
    EntryId id = act.id();
    if (rounds.containsKey(id)) {
      return changed(id, Round::ended).with(outcomes.moved(entry, act));
    }
    return places.containsKey(id)
        ? changed(places.get(id), round -> without(round, id)).with(outcomes.moved(entry, act))
        : this;
  }

  private static Round without(Round round, EntryId match) {
    return round.match().filter(known -> known.act().equals(match)).isPresent()
        ? round.matched(Optional.empty())
        : round;
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The round of the protocol that `act` made, if it is in force.
  public Optional<Round> round(EntryId act) {
    return rounds.find(act).filter(Round::isInForce);
  }

  /// How much each side may come to owe by a match under `protocol`: what the account has room for,
  /// and no more than the protocol lets it. Empty without an account.
  public static Optional<SortedMap<PartyId, Money>> room(BookState book, PeriodProtocol protocol) {
    if (book.account().isEmpty()) {
      return Optional.empty();
    }
    TreeMap<PartyId, Money> room = new TreeMap<>();
    protocol
        .swing()
        .forEach(
            (side, most) ->
                room.put(side, book.room(side).compareTo(most) < 0 ? book.room(side) : most));
    return Optional.of(Ordered.map(room));
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, MarketRefusal> voids() {
    return outcomes.voids();
  }

  /// The digest by which two nodes compare their markets (as 10-9.2).
  public Hash digest() {
    return outcomes.digest();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private MarketState placed(EntryId id, EntryId round) {
    return new MarketState(parties, rounds, places.put(id, round), outcomes);
  }

  private MarketState changed(EntryId round, UnaryOperator<Round> change) {
    return with(rounds.put(round, change.apply(rounds.get(round))));
  }

  private MarketState with(PersistentMap<EntryId, Round> next) {
    return new MarketState(parties, next, places, outcomes);
  }

  private MarketState with(Outcomes<MarketRefusal> next) {
    return new MarketState(parties, rounds, places, next);
  }
}
