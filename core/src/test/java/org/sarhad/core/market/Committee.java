package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;

/// A committee's round for tests, drawn at random: lines of both sides in lots of 20 to 60 t, at
/// prices from 50 to 1 000 for a tonne; bids of 1 to 40 lots with limits about these prices; four
/// corridors, four quotas, and room for about a tenth of what is offered.
final class Committee {
  private static final int CORRIDORS = 4;
  private static final int QUOTAS = 4;

  private final RandomGenerator random;
  private final List<CommodityLine> lines = new ArrayList<>();
  private final List<Long> prices = new ArrayList<>();

  private Committee(RandomGenerator random) {
    this.random = random;
  }

  /// So many offers and as many needs, of so many lines.
  static Round round(RandomGenerator random, int bids, int lines) {
    return new Committee(random).drawn(bids, lines);
  }

  /// The problem of a round, with room of a tenth of the value of all its lines each way.
  static MatchProblem problem(RandomGenerator random, int bids, int lines) {
    Round round = round(random, bids, lines);
    TreeMap<PartyId, Money> room = new TreeMap<>();
    round
        .protocol()
        .swing()
        .keySet()
        .forEach(side -> room.put(side, Money.ofUnits(bids * 20_000L)));
    return round.problem(room);
  }

  private Round drawn(int bids, int count) {
    for (int i = 0; i < count; i++) {
      prices.add(50 + random.nextLong(951));
      lines.add(line(i, bids / count));
    }
    Round round = Round.of(EntryId.of(Sides.PK_LOG, 0), protocol(bids));
    for (int i = 0; i < bids; i++) {
      round = with(round, 1 + i, Bid.Way.OFFER);
      round = with(round, 1 + i, Bid.Way.NEED);
    }
    return round;
  }

  private CommodityLine line(int i, int bids) {
    return new CommodityLine(
        "line_%02d".formatted(i),
        "1006" + (10 + i),
        Wording.of("en", "Goods " + i),
        i % 2 == 0 ? Sides.IR : Sides.PK,
        new Quantity(20 + random.nextLong(41), UnitCode.TNE),
        PriceRule.fixed(Rational.of(prices.get(i)), UnitCode.TNE),
        random.nextInt(51),
        new CommodityLine.Range(0, 1 + bids * (8 + random.nextLong(20))),
        new CommodityLine.Range(0, Money.ofUnits(100_000_000).minor()));
  }

  private PeriodProtocol protocol(int bids) {
    List<Quota> quotas = new ArrayList<>();
    for (int i = 0; i < QUOTAS; i++) {
      TreeSet<String> some = new TreeSet<>();
      for (int line = i; line < lines.size(); line += QUOTAS + 1) {
        some.add(lines.get(line).name());
      }
      quotas.add(
          new Quota("quota_" + i, some, Money.ofUnits(bids * (20_000 + random.nextLong(40_000)))));
    }
    List<Corridor> corridors = new ArrayList<>();
    for (int i = 0; i < CORRIDORS; i++) {
      TreeMap<String, Long> uses = new TreeMap<>();
      for (int line = i; line < lines.size(); line += CORRIDORS) {
        uses.put(lines.get(line).name(), 1 + random.nextLong(3));
      }
      long wagons = bids * (4 + random.nextLong(6));
      corridors.add(new Corridor("way_" + i, new Quantity(wagons, UnitCode.H87), uses));
    }
    TreeMap<PartyId, Money> swing = new TreeMap<>();
    swing.put(Sides.IR, Money.ofUnits(1_000_000_000));
    swing.put(Sides.PK, Money.ofUnits(1_000_000_000));
    return new PeriodProtocol(
        DueDate.parse("2019-05-01+05:00"),
        DueDate.parse("2019-07-31+05:00"),
        Sides.EIGHT,
        Sides.EIGHT.plusSeconds(60),
        new TreeMap<>(),
        lines,
        quotas,
        corridors,
        swing);
  }

  /// An offer asks 70 to 110 per cent of the price of its line, a need bears 90 to 130.
  private Round with(Round round, long index, Bid.Way way) {
    int line = random.nextInt(lines.size());
    PartyId exporter = lines.get(line).exporter();
    PartyId by = way == Bid.Way.OFFER ? exporter : round.protocol().other(exporter);
    long percent = (way == Bid.Way.OFFER ? 70 : 90) + random.nextLong(41);
    Bid bid =
        new Bid(
            way,
            lines.get(line).name(),
            1 + random.nextLong(40),
            Optional.of(Rational.of(prices.get(line) * percent, 100)));
    Origin log = by.equals(Sides.IR) ? Sides.IR_LOG : Sides.PK_LOG;
    EntryId id = EntryId.of(log, way == Bid.Way.OFFER ? 2 * index : 2 * index + 1);
    return round.with(id, new Round.Known(by, bid, false));
  }
}
