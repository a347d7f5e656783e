package org.sarhad.core.market;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.party.PartyId;

/// What a match makes of what was offered, beside what serving the bids in the order in which they
/// were made would come to: how much is matched, and how much of it one side would be left owing,
/// with nothing that it could pay it with.
///
/// To serve bids as they come keeps to everything but the room in the account: so clearing accounts
/// were run, and so balances were trapped in them.
///
/// @param offered what all that is offered would be worth, each at the price of its line or the
///   lowest one that its offer can live with
/// @param matched what is matched is worth
/// @param balance how much more one side gets by that than it gives
/// @param asTheyCame what serving the bids as they came would be worth
/// @param trapped how much more one side would get by that than it gives
public record Turnover(
    Money offered, Money matched, Money balance, Money asTheyCame, Money trapped) {
  /// Of `placed`, which is of `round`.
  ///
  /// @param problem what was to be matched there
  /// @throws ArithmeticException when a sum is larger than can be reckoned with
  public static Turnover of(Round round, MatchProblem problem, List<Placed> placed) {
    List<Placed> first = firstCome(problem);
    Flow match = Flow.of(round, placed);
    Flow served = Flow.of(round, first);
    return new Turnover(
        offered(round), match.sum(), match.balance(), served.sum(), served.balance());
  }

  private static Money offered(Round round) {
    return round
        .live()
        .map(bid -> bid.value().bid())
        .filter(bid -> bid.way() == Bid.Way.OFFER)
        .map(bid -> worth(round, bid))
        .reduce(Money.ZERO, Money::plus);
  }

  private static Money worth(Round round, Bid offer) {
    CommodityLine line = line(round, offer);
    Rational known = line.price(round.protocol().indices()).orElseThrow();
    Rational atLeast = offer.limit().filter(low -> low.compareTo(known) > 0).orElse(known);
    return Money.of(Math.multiplyExact(line.worth(atLeast), offer.lots()));
  }

  private static CommodityLine line(Round round, Bid bid) {
    return round.protocol().line(bid.line()).orElseThrow();
  }

  /// Each pair as much as fits, the one whose later bid was made first before the others.
  private static List<Placed> firstCome(MatchProblem problem) {
    Filling filling = new Filling(problem);
    IntStream.range(0, problem.pairs().size())
        .boxed()
        .sorted(Comparator.comparingLong(pair -> made(problem, problem.pairs().get(pair))))
        .forEachOrdered(
            pair -> filling.place(pair, filling.fitsBesideSwing(problem.pairs().get(pair))));
    return filling.plan();
  }

  /// Bids of two logs have no common order: the later index of a pair stands for when it was made.
  private static long made(MatchProblem problem, Pair pair) {
    return Math.max(
        problem.offers().get(pair.offer()).bid().index(),
        problem.needs().get(pair.need()).bid().index());
  }

  /// What goes each way. The side whose name comes first is the one whose goods count as more.
  ///
  /// @param there what the first side sends
  /// @param back what the other one does
  private record Flow(Money there, Money back) {
    static Flow of(Round round, List<Placed> placed) {
      Flow flow = new Flow(Money.ZERO, Money.ZERO);
      PartyId first = round.protocol().swing().firstKey();
      for (Placed some : placed) {
        CommodityLine line = line(round, round.bids().get(some.offer()).bid());
        Money worth = Money.of(Math.multiplyExact(round.worth(some).minor(), some.lots()));
        flow =
            line.exporter().equals(first)
                ? new Flow(flow.there.plus(worth), flow.back)
                : new Flow(flow.there, flow.back.plus(worth));
      }
      return flow;
    }

    Money sum() {
      return there.plus(back);
    }

    Money balance() {
      return there.compareTo(back) >= 0 ? there.minus(back) : back.minus(there);
    }
  }
}
