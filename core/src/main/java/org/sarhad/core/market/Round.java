package org.sarhad.core.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A protocol, and what became of it: who needs and offers what, and the match of that. Immutable.
///
/// @param act that made the protocol
/// @param protocol its terms
/// @param isInForce whether nothing has taken its place
/// @param bids those that were stated or revealed, by the entry that stated or sealed them
/// @param seals those that were sealed, by the entry that did
/// @param revealed of each side the first entry that revealed something
/// @param match the act in force that matched them, and its terms
public record Round(
    EntryId act,
    PeriodProtocol protocol,
    boolean isInForce,
    PersistentMap<EntryId, Known> bids,
    PersistentMap<EntryId, Hidden> seals,
    PersistentMap<PartyId, EntryId> revealed,
    Optional<Matched> match) {

  /// A bid that everybody can read.
  ///
  /// @param by whose it is
  /// @param bid what it says
  /// @param isWithdrawn whether it was taken back
  public record Known(PartyId by, Bid bid, boolean isWithdrawn) {}

  /// A bid that is, or was, sealed.
  ///
  /// @param by whose it is
  /// @param said what was committed to
  /// @param stage how it stands
  public record Hidden(PartyId by, MarketFact.Sealed said, Stage stage) {
    /// How a seal stands.
    public enum Stage {
      /// Not shown.
      WAITING,
      /// Shown.
      REVEALED,
      /// Taken back unseen.
      WITHDRAWN
    }

    Hidden at(Stage next) {
      return new Hidden(by, said, next);
    }

    /// Whether it may still be shown.
    public boolean isWaiting() {
      return stage == Stage.WAITING;
    }
  }

  /// A match in force.
  ///
  /// @param act that made it
  /// @param terms what was agreed
  public record Matched(EntryId act, MatchTerms terms) {}

  static Round of(EntryId act, PeriodProtocol protocol) {
    return new Round(
        act,
        protocol,
        true,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// How many bids `side` has here that it has not taken back, open or sealed. O(bids).
  public long live(PartyId side) {
    return live().filter(bid -> bid.value().by().equals(side)).count()
        + seals.values().filter(seal -> seal.by().equals(side) && seal.isWaiting()).count();
  }

  /// The bids that everybody can read and nobody has taken back, ascending.
  public Stream<PersistentMap.Entry<EntryId, Known>> live() {
    return bids.stream().filter(bid -> !bid.value().isWithdrawn());
  }

  /// Whether all bids are in at `now`: their time is over, and that of the sealed ones as well, or
  /// none of them waits.
  public boolean isComplete(Instant now) {
    return !now.isBefore(protocol.revealBy())
        || (!now.isBefore(protocol.closes()) && seals.values().noneMatch(Hidden::isWaiting));
  }

  /// What is to be matched here, when each side may come to owe no more than its `room`. O(needs *
  /// offers of each line).
  ///
  /// @throws ArithmeticException when something is worth more than can be reckoned with
  public MatchProblem problem(SortedMap<PartyId, Money> room) {
    List<PersistentMap.Entry<EntryId, Known>> offers = live(Bid.Way.OFFER);
    List<PersistentMap.Entry<EntryId, Known>> needs = live(Bid.Way.NEED);
    Rows rows = Rows.of(protocol, room);
    return new MatchProblem(
        slots(offers), slots(needs), pairs(offers, needs), rows.rows(), rows.uses());
  }

  private List<PersistentMap.Entry<EntryId, Known>> live(Bid.Way way) {
    return live().filter(bid -> bid.value().bid().way() == way).toList();
  }

  private static List<MatchProblem.Slot> slots(List<PersistentMap.Entry<EntryId, Known>> bids) {
    return bids.stream()
        .map(bid -> new MatchProblem.Slot(bid.key(), bid.value().bid().lots()))
        .toList();
  }

  private List<Pair> pairs(
      List<PersistentMap.Entry<EntryId, Known>> offers,
      List<PersistentMap.Entry<EntryId, Known>> needs) {
    List<Pair> pairs = new ArrayList<>();
    List<String> names = protocol.lines().stream().map(CommodityLine::name).toList();
    for (int i = 0; i < offers.size(); i++) {
      Bid offer = offers.get(i).value().bid();
      int line = names.indexOf(offer.line());
      for (int j = 0; j < needs.size(); j++) {
        Bid need = needs.get(j).value().bid();
        if (need.line().equals(offer.line()) && need.meets(offer)) {
          pair(i, j, line, offer, need).ifPresent(pairs::add);
        }
      }
    }
    return pairs;
  }

  /// What is worth nothing is not matched.
  private Optional<Pair> pair(int offer, int need, int at, Bid offered, Bid needed) {
    CommodityLine line = protocol.lines().get(at);
    long worth = worth(line, offered, needed);
    return worth > 0
        ? Optional.of(Pair.of(offer, need, at, worth, line.tolerance()))
        : Optional.empty();
  }

  /// What one lot of `line` is worth between an offer and a need that meet, in ten-thousandths.
  long worth(CommodityLine line, Bid offered, Bid needed) {
    Rational known = line.price(protocol.indices()).orElseThrow();
    return line.worth(needed.price(offered, known));
  }

  /// What one lot of what was placed is worth; it is of bids of this round.
  ///
  /// @throws ArithmeticException when that is beyond the range of [Money]
  public Money worth(Placed placed) {
    Bid offer = bids.get(placed.offer()).bid();
    CommodityLine line = protocol.line(offer.line()).orElseThrow();
    return Money.of(worth(line, offer, bids.get(placed.need()).bid()));
  }

  // ---- copies with one part changed -----------------------------------------------------------

  Round with(EntryId entry, Known bid) {
    return new Round(act, protocol, isInForce, bids.put(entry, bid), seals, revealed, match);
  }

  Round with(EntryId entry, Hidden seal) {
    return new Round(act, protocol, isInForce, bids, seals.put(entry, seal), revealed, match);
  }

  Round revealedBy(PartyId side, EntryId entry) {
    return revealed.containsKey(side)
        ? this
        : new Round(act, protocol, isInForce, bids, seals, revealed.put(side, entry), match);
  }

  Round matched(Optional<Matched> next) {
    return new Round(act, protocol, isInForce, bids, seals, revealed, next);
  }

  Round ended() {
    return new Round(act, protocol, false, bids, seals, revealed, match);
  }
}
