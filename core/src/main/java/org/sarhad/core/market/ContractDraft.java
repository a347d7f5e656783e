package org.sarhad.core.market;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.entry.EntryId;

/// The contract that follows from what was placed: a draft, to be signed by both as any other one
/// (protocol clause 17-1.1). Its price is the formula of the line, held between the limits of the
/// two bids, so that it goes on following the indices and comes to the price of the match at those
/// of the protocol.
///
/// @param round in which it was matched
/// @param placed what was
public record ContractDraft(Round round, Placed placed) {
  /// @throws IllegalArgumentException when it is of other bids than those of the round
  public ContractDraft {
    if (!round.bids().containsKey(placed.offer()) || !round.bids().containsKey(placed.need())) {
      throw new IllegalArgumentException(placed + " is not of this round");
    }
  }

  /// The terms, until the last day of the period and at its provisional indices.
  ///
  /// @param number in the proposer's series
  /// @param seller the trading party that sells
  /// @param buyer the trading party that buys
  /// @param account the part of the clearing account that it is booked on
  /// @param weighed which weight counts
  /// @param screening entries by which both sides have screened it
  /// @throws IllegalArgumentException when a value is out of range, or the formula becomes longer
  ///   than one may be
  public ContractTerms terms(
      int number,
      String seller,
      String buyer,
      AccountCode account,
      ContractTerms.Weighed weighed,
      SortedSet<EntryId> screening) {
    CommodityLine line = line();
    return new ContractTerms(
        number,
        new Goods(line.exporter(), seller, buyer, line.commodity(), line.text(), account),
        new Quantity(Math.multiplyExact(line.lot().amount(), placed.lots()), line.lot().unit()),
        price(line),
        used(line),
        weighed,
        round.protocol().until(),
        screening);
  }

  private TreeMap<String, Rational> used(CommodityLine line) {
    TreeMap<String, Rational> used = new TreeMap<>(round.protocol().indices());
    used.keySet().retainAll(line.price().indices());
    return used;
  }

  private PriceRule price(CommodityLine line) {
    String formula = line.price().formula().print();
    Optional<Rational> atLeast = bid(placed.offer()).limit();
    Optional<Rational> atMost = bid(placed.need()).limit();
    if (atLeast.isPresent()) {
      formula = "max(" + formula + ", " + atLeast.get().toDecimal() + ")";
    }
    if (atMost.isPresent()) {
      formula = "min(" + formula + ", " + atMost.get().toDecimal() + ")";
    }
    return new PriceRule(PriceFormula.parse(formula), line.price().per(), line.price().where());
  }

  private CommodityLine line() {
    return round.protocol().line(bid(placed.offer()).line()).orElseThrow();
  }

  private Bid bid(EntryId id) {
    return round.bids().get(id).bid();
  }
}
