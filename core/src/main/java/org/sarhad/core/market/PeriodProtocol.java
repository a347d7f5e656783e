package org.sarhad.core.market;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.time.UtcTime;

/// The protocol of a period: what the two sides are going to deliver to each other, at which
/// prices, by which ways and within what (protocol clause 17-2).
///
/// @param from its first day
/// @param until its last one, at the same offset
/// @param closes until when bids are made, open or sealed
/// @param revealBy until when sealed ones are revealed; later
/// @param indices what prices rest on, as far as it is known: provisional until it is published
/// @param lines 1 to 64, ascending by name
/// @param quotas at most 32, ascending by name
/// @param corridors at most 32, ascending by name
/// @param swing how much each of the two sides may come to owe by what is matched, even where there
///   is more room in the account
public record PeriodProtocol(
    DueDate from,
    DueDate until,
    Instant closes,
    Instant revealBy,
    SortedMap<String, Rational> indices,
    List<CommodityLine> lines,
    List<Quota> quotas,
    List<Corridor> corridors,
    SortedMap<PartyId, Money> swing)
    implements MarketTerms {
  /// Most lines.
  static final int LINES_MAX = 64;

  private static final int BOUNDS_MAX = 32;
  private static final int INDICES_MAX = 16;

  /// @throws IllegalArgumentException when a value is out of range, or names what is not there
  public PeriodProtocol {
    indices = Ordered.map(indices);
    swing = Ordered.map(swing);
    lines = ascending("lines", lines, CommodityLine::name);
    quotas = ascending("quotas", quotas, Quota::name);
    corridors = ascending("corridors", corridors, Corridor::name);
    Bodies.counted("lines", lines, 1, LINES_MAX);
    Bodies.counted("quotas", quotas, 0, BOUNDS_MAX);
    Bodies.counted("corridors", corridors, 0, BOUNDS_MAX);
    Bodies.counted("indices", indices.keySet(), 0, INDICES_MAX);
    Bodies.counted("swing", swing.keySet(), 2, 2);
    indices.keySet().forEach(index -> Names.checked("index", index));
    checkTimes(from, until, closes, revealBy);
    checkNames(lines, quotas, corridors);
    checkSides(lines, swing);
  }

  private static <T> List<T> ascending(String what, List<T> named, Function<T, String> name) {
    List<String> names = named.stream().map(name).toList();
    if (!names.equals(names.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException(
          "%s %s; expected names that ascend, each once".formatted(what, names));
    }
    return List.copyOf(named);
  }

  private static void checkTimes(DueDate from, DueDate until, Instant closes, Instant revealBy) {
    UtcTime.print(closes);
    UtcTime.print(revealBy);
    if (until.day().isBefore(from.day())
        || !until.offset().equals(from.offset())
        || !revealBy.isAfter(closes)) {
      throw new IllegalArgumentException(
          "times out of order: from %s until %s, bids by %s, revealed by %s"
              .formatted(from, until, closes, revealBy));
    }
  }

  private static void checkNames(
      List<CommodityLine> lines, List<Quota> quotas, List<Corridor> corridors) {
    List<String> known = lines.stream().map(CommodityLine::name).toList();
    quotas.forEach(quota -> checkKnown(quota.name(), quota.lines(), known));
    corridors.forEach(way -> checkKnown(way.name(), way.uses().keySet(), known));
  }

  private static void checkKnown(String name, Collection<String> lines, List<String> known) {
    if (!known.containsAll(lines)) {
      throw new IllegalArgumentException(
          "\"%s\" of lines %s; expected lines of the protocol".formatted(name, lines));
    }
  }

  private static void checkSides(List<CommodityLine> lines, SortedMap<PartyId, Money> swing) {
    swing
        .values()
        .forEach(
            most -> {
              if (most.compareTo(Money.ZERO) < 0) {
                throw new IllegalArgumentException("swing of " + most + "; expected 0 or more");
              }
            });
    for (CommodityLine line : lines) {
      if (!swing.containsKey(line.exporter())) {
        throw new IllegalArgumentException(
            "exporter \"%s\" of line \"%s\"; expected one of the two sides"
                .formatted(line.exporter(), line.name()));
      }
    }
  }

  @Override
  public MarketActKind kind() {
    return MarketActKind.PROTOCOL;
  }

  /// The line called `name`, if there is one.
  public Optional<CommodityLine> line(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst();
  }

  /// The side that `side` has the account with.
  PartyId other(PartyId side) {
    return side.equals(swing.firstKey()) ? swing.lastKey() : swing.firstKey();
  }

  @Override
  public Json.Obj toJson() {
    JsonBuilder numbers = Json.obj();
    indices.forEach((name, value) -> numbers.put(name, value.toDecimal()));
    return Json.obj()
        .put("closes", closes)
        .put("corridors", Bodies.objects(corridors.stream().map(Corridor::toJson)))
        .put("from", from.toString())
        .put("indices", numbers.build())
        .put("lines", Bodies.objects(lines.stream().map(CommodityLine::toJson)))
        .put("quotas", Bodies.objects(quotas.stream().map(Quota::toJson)))
        .put("reveal_by", revealBy)
        .put("swing", Sums.toJson(swing))
        .put("until", until.toString())
        .build();
  }

  static PeriodProtocol read(Json.Obj json) throws MalformedJsonException {
    Json.Obj numbers = json.object("indices");
    TreeMap<String, Rational> indices = new TreeMap<>();
    for (String name : numbers.names()) {
      indices.put(name, numbers.as(name, Rational::ofDecimal));
    }
    return new PeriodProtocol(
        json.as("from", DueDate::parse),
        json.as("until", DueDate::parse),
        json.time("closes"),
        json.time("reveal_by"),
        indices,
        Bodies.list(json, "lines", CommodityLine::fromJson),
        Bodies.list(json, "quotas", Quota::fromJson),
        Bodies.list(json, "corridors", Corridor::fromJson),
        Sums.fromJson(json.object("swing")));
  }
}
