package org.sarhad.core.market;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Goods that go one way in a period, and how much of them (protocol clause 17-2.4).
///
/// @param name under which bids, quotas and corridors name it
/// @param commodity 6 to 10 digits of the Harmonized System
/// @param text what it is called; at most 400 characters in all languages
/// @param exporter the side from which it goes to the other one
/// @param lot what is matched, carried and contracted as a whole; more than nothing
/// @param price by which it is booked; for a unit of the dimension of the lot
/// @param tolerance by how much more or less may be delivered, in thousandths; 0 to 100
/// @param lots how many lots there are at most; what they aim at is the least
/// @param value what they may be worth at most; what they aim at is the least
public record CommodityLine(
    String name,
    String commodity,
    Wording text,
    PartyId exporter,
    Quantity lot,
    PriceRule price,
    int tolerance,
    Range lots,
    Range value) {
  /// Most lots of a line.
  public static final long LOTS_MAX = 1_000_000_000;

  private static final Pattern COMMODITY = Pattern.compile("[0-9]{6,10}");
  private static final int TEXT_MAX = 400;
  private static final int TOLERANCE_MAX = 100;

  /// From what the sides aim at to what they allow. Only the most binds: whoever cannot deliver
  /// breaks no rule of the market, but everybody sees by how much a match falls short.
  ///
  /// @param least from 0 to the most
  /// @param most from 1 on
  public record Range(long least, long most) {
    /// @throws IllegalArgumentException when a value is out of range
    public Range {
      if (least < 0 || most < 1 || least > most || most > Json.INTEGER_MAX) {
        throw new IllegalArgumentException(
            "range %d to %d; expected 0 or more to 1 or more".formatted(least, most));
      }
    }

    private Json.Obj toJson() {
      return Json.obj().put("least", least).put("most", most).build();
    }

    private static Range read(Json.Obj json, long max) throws MalformedJsonException {
      return new Range(json.integer("least", 0, max), json.integer("most", 1, max));
    }
  }

  /// @throws IllegalArgumentException when a value is out of range
  public CommodityLine {
    Names.checked("line", name);
    text.atMost("text", TEXT_MAX);
    if (!COMMODITY.matcher(commodity).matches()) {
      throw new IllegalArgumentException(
          "commodity \"" + commodity + "\"; expected 6 to 10 digits, as 100630");
    }
    if (lot.amount() == 0 || lot.in(price.per()).isEmpty()) {
      throw new IllegalArgumentException(
          "lots of %s at a price for one %s; expected some, of the same dimension"
              .formatted(lot, price.per().code()));
    }
    if (tolerance < 0 || tolerance > TOLERANCE_MAX || lots.most() > LOTS_MAX) {
      throw new IllegalArgumentException(
          "tolerance %d of %d lots; expected 0 to %d, and at most %d"
              .formatted(tolerance, lots.most(), TOLERANCE_MAX, LOTS_MAX));
    }
  }

  /// The price at those of these `indices` that it rests on; empty when it has no value.
  public Optional<Rational> price(SortedMap<String, Rational> indices) {
    TreeMap<String, Rational> own = new TreeMap<>(indices);
    own.keySet().retainAll(price.indices());
    return price.price(own);
  }

  /// Whether a lot is worth something at these `indices`.
  boolean isPriced(SortedMap<String, Rational> indices) {
    return price(indices)
        .flatMap(known -> lot.value(known, price.per()))
        .filter(worth -> worth.money().isPositive())
        .isPresent();
  }

  /// What one lot is worth at `known`, in ten-thousandths: rounded once, as in the account.
  ///
  /// @throws ArithmeticException when that is beyond the range of [Money]
  public long worth(Rational known) {
    return lot.value(known, price.per())
        .map(Rounded::money)
        .map(Money::minor)
        .orElseThrow(() -> new ArithmeticException("a lot of " + name + " is worth too much"));
  }

  /// As it stands in the terms of a protocol.
  public Json.Obj toJson() {
    return Json.obj()
        .put("commodity", commodity)
        .put("exporter", exporter.value())
        .put("lot", lot.toJson())
        .put("lots", lots.toJson())
        .put("name", name)
        .put("price", price.toJson())
        .put("text", text.toJson())
        .put("tolerance", tolerance)
        .put("value", value.toJson())
        .build();
  }

  static CommodityLine fromJson(Json.Obj json) throws MalformedJsonException {
    return new CommodityLine(
        json.text("name"),
        json.text("commodity"),
        Bodies.wording(json, "text"),
        json.as("exporter", PartyId::of),
        Quantity.fromJson(json.object("lot")),
        PriceRule.fromJson(json.object("price")),
        json.smallInteger("tolerance", 0, TOLERANCE_MAX),
        Range.read(json.object("lots"), LOTS_MAX),
        Range.read(json.object("value"), Json.INTEGER_MAX));
  }
}
