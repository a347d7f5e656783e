package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// The terms by which both sides agree on a match: what goes to whom, and the certificate of how
/// good that is (protocol clause 17-4).
///
/// @param protocol the act that made the protocol
/// @param room how much each of the two sides may come to owe by it, as it was counted on
/// @param certificate the match itself
public record MatchTerms(EntryId protocol, SortedMap<PartyId, Money> room, Certificate certificate)
    implements MarketTerms {
  /// Most pairs.
  private static final int PLACED_MAX = 2_048;

  /// @throws IllegalArgumentException when a value is out of range, or pairs do not ascend
  public MatchTerms {
    room = Ordered.map(room);
    Bodies.counted("room", room.keySet(), 2, 2);
    Bodies.counted("ways", certificate.placed(), 0, PLACED_MAX);
    if (room.values().stream().anyMatch(sum -> sum.compareTo(Money.ZERO) < 0)
        || certificate.value().compareTo(Money.ZERO) < 0
        || certificate.bound().compareTo(certificate.value()) < 0) {
      throw new IllegalArgumentException(
          "bound %s, value %s, room %s; expected no bound below the value, and nothing below 0"
              .formatted(certificate.bound(), certificate.value(), room));
    }
    if (!certificate.placed().equals(certificate.placed().stream().sorted().toList())) {
      throw new IllegalArgumentException("pairs that do not ascend");
    }
  }

  @Override
  public MarketActKind kind() {
    return MarketActKind.MATCH;
  }

  // ---- JSON -----------------------------------------------------------------------------------

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("bound", certificate.bound().minor())
        .put("needs", needs())
        .put("protocol", protocol.toString())
        .put("room", Sums.toJson(room))
        .put("rows", rows())
        .put("value", certificate.value().minor())
        .put("ways", ways())
        .build();
  }

  /// A log is named once for all its bids: with the whole name of each, half of it would be names.
  private Json.Arr ways() {
    TreeMap<Origin, TreeMap<Origin, List<Json.Obj>>> ways = new TreeMap<>();
    for (Placed placed : certificate.placed()) {
      ways.computeIfAbsent(placed.offer().origin(), _ -> new TreeMap<>())
          .computeIfAbsent(placed.need().origin(), _ -> new ArrayList<>())
          .add(
              Json.obj()
                  .put("lots", placed.lots())
                  .put("need", placed.need().index())
                  .put("offer", placed.offer().index())
                  .build());
    }
    List<Json.Obj> all = new ArrayList<>();
    ways.forEach(
        (from, others) ->
            others.forEach(
                (to, pairs) ->
                    all.add(
                        Json.obj()
                            .put("from", from.value())
                            .put("pairs", Bodies.objects(pairs.stream()))
                            .put("to", to.value())
                            .build())));
    return Bodies.objects(all.stream());
  }

  private Json.Arr needs() {
    TreeMap<Origin, List<Json.Obj>> logs = new TreeMap<>();
    certificate
        .prices()
        .needs()
        .forEach(
            (need, price) ->
                logs.computeIfAbsent(need.origin(), _ -> new ArrayList<>())
                    .add(Json.obj().put("need", need.index()).put("price", price).build()));
    return Bodies.objects(
        logs.entrySet().stream()
            .map(
                log ->
                    Json.obj()
                        .put("log", log.getKey().value())
                        .put("prices", Bodies.objects(log.getValue().stream()))
                        .build()));
  }

  private Json.Arr rows() {
    return Bodies.objects(
        certificate.prices().rows().entrySet().stream()
            .map(
                row ->
                    Json.obj()
                        .put("kind", Bodies.code(row.getKey().kind()))
                        .put("name", row.getKey().name())
                        .put("price", row.getValue())
                        .build()));
  }

  static MatchTerms read(Json.Obj json) throws MalformedJsonException {
    return new MatchTerms(
        json.as("protocol", EntryId::parse),
        Sums.fromJson(json.object("room")),
        new Certificate(
            readWays(json),
            new Prices(readNeeds(json), readRows(json)),
            money(json, "value"),
            money(json, "bound")));
  }

  private static List<Placed> readWays(Json.Obj json) throws MalformedJsonException {
    List<Placed> placed = new ArrayList<>();
    for (Json.Obj way : json.array("ways").objects()) {
      Origin from = way.as("from", Origin::of);
      Origin to = way.as("to", Origin::of);
      for (Json.Obj pair : way.array("pairs").objects()) {
        placed.add(
            new Placed(
                bid(pair, "offer", from),
                bid(pair, "need", to),
                pair.integer("lots", 1, Bid.LOTS_MAX)));
      }
    }
    return placed.stream().sorted().toList();
  }

  private static SortedMap<EntryId, Long> readNeeds(Json.Obj json) throws MalformedJsonException {
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    for (Json.Obj log : json.array("needs").objects()) {
      Origin origin = log.as("log", Origin::of);
      for (Json.Obj need : log.array("prices").objects()) {
        needs.put(bid(need, "need", origin), price(need));
      }
    }
    return needs;
  }

  private static SortedMap<Row.Id, Long> readRows(Json.Obj json) throws MalformedJsonException {
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    for (Json.Obj row : json.array("rows").objects()) {
      Row.Kind kind = row.as("kind", code -> Bodies.constant(code, Row.Kind.class));
      rows.put(new Row.Id(kind, row.text("name")), price(row));
    }
    return rows;
  }

  private static EntryId bid(Json.Obj json, String name, Origin log) throws MalformedJsonException {
    return EntryId.of(log, json.integer(name, 0, Json.INTEGER_MAX));
  }

  private static long price(Json.Obj json) throws MalformedJsonException {
    return json.integer("price", 1, Json.INTEGER_MAX);
  }

  private static Money money(Json.Obj json, String name) throws MalformedJsonException {
    return Money.of(json.integer(name, 0, Json.INTEGER_MAX));
  }
}
