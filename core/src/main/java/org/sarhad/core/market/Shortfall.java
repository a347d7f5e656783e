package org.sarhad.core.market;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.barter.Money;
import org.sarhad.core.entry.EntryId;

/// By how much a match falls short of what the sides aim at in a line (protocol clause 17-2.4). It
/// breaks no rule, and is there to be seen.
///
/// @param line the name of the line
/// @param lots how many lots are lacking; from 0 on
/// @param value how much worth is lacking; from 0 on
public record Shortfall(String line, long lots, Money value) {
  /// The lines of `round` in which `placed`, which is of that round, falls short, by name. O(lines
  /// * placed).
  public static List<Shortfall> of(Round round, List<Placed> placed) {
    return round.protocol().lines().stream()
        .map(line -> of(round, line, placed))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Shortfall> of(Round round, CommodityLine line, List<Placed> placed) {
    long lots = line.lots().least();
    long value = line.value().least();
    for (Placed some : placed) {
      Bid offer = bid(round, some.offer());
      if (offer.line().equals(line.name())) {
        long worth = round.worth(line, offer, bid(round, some.need()));
        lots -= some.lots();
        value -= Math.multiplyExact(worth, some.lots());
      }
    }
    return lots > 0 || value > 0
        ? Optional.of(new Shortfall(line.name(), Math.max(0, lots), Money.of(Math.max(0, value))))
        : Optional.empty();
  }

  private static Bid bid(Round round, EntryId id) {
    return round.bids().get(id).bid();
  }
}
