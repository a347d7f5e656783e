package org.sarhad.core.barter;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;

/// What one unit of goods costs, in units of account: a formula over published indices, and the
/// parts that it names (protocol clause 14-4).
///
/// As JSON `{"formula":"3.2 + 0.075 * p","per":"MWH","where":{}}`.
///
/// @param formula the price
/// @param per the unit that it is the price of
/// @param where at most 8 parts by the names under which formulas use them; none uses itself,
///   directly or through others
public record PriceRule(PriceFormula formula, UnitCode per, SortedMap<String, PriceFormula> where) {
  private static final int PARTS_MAX = 8;

  /// No price is higher: 10^12 units of account.
  private static final Rational PRICE_MAX = Rational.of(1_000_000_000_000L);

  /// @throws IllegalArgumentException when there are too many parts, a name is none, or a part uses
  ///   itself
  public PriceRule {
    where = Ordered.map(where);
    if (where.size() > PARTS_MAX) {
      throw new IllegalArgumentException(
          "%d parts of a price; expected at most %d".formatted(where.size(), PARTS_MAX));
    }
    for (String name : where.keySet()) {
      if (!PriceParser.isName(name)) {
        throw new IllegalArgumentException("name \"" + name + "\" of a part of a price");
      }
      checkEnds(where, name, new TreeSet<>());
    }
  }

  /// A price that rests on nothing published.
  public static PriceRule fixed(Rational price, UnitCode per) {
    return new PriceRule(PriceFormula.of(new PriceFormula.Constant(price)), per, new TreeMap<>());
  }

  private static void checkEnds(
      SortedMap<String, PriceFormula> where, String name, TreeSet<String> above) {
    PriceFormula part = where.get(name);
    if (part == null) {
      return;
    }
    if (!above.add(name)) {
      throw new IllegalArgumentException(
          "part \"" + name + "\" of a price uses itself; expected parts that end somewhere");
    }
    part.names().forEach(next -> checkEnds(where, next, above));
    above.remove(name);
  }

  /// The published numbers that it rests on.
  public SortedSet<String> indices() {
    TreeSet<String> names = new TreeSet<>(formula.names());
    where.values().forEach(part -> names.addAll(part.names()));
    names.removeAll(where.keySet());
    return Ordered.set(names);
  }

  /// The price at these `indices`, exactly; empty when they do not name exactly what it rests on,
  /// something is divided by zero, or what comes out is no price: negative, or beyond 10^12. Each
  /// part is computed once.
  public Optional<Rational> price(SortedMap<String, Rational> indices) {
    if (!indices.keySet().equals(indices())) {
      return Optional.empty();
    }
    TreeMap<String, Rational> known = new TreeMap<>(indices);
    for (int round = 0; round < where.size(); round++) {
      where.forEach((name, part) -> part.value(known).ifPresent(value -> known.put(name, value)));
    }
    return formula
        .value(known)
        .filter(price -> price.signum() >= 0 && price.compareTo(PRICE_MAX) <= 0);
  }

  /// The JSON form. Inverse of [#fromJson].
  public Json.Obj toJson() {
    JsonBuilder parts = Json.obj();
    where.forEach((name, part) -> parts.put(name, part.print()));
    return Json.obj()
        .put("formula", formula.print())
        .put("per", per.code())
        .put("where", parts.build())
        .build();
  }

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when it is none
  /// @throws IllegalArgumentException the same, from a formula
  public static PriceRule fromJson(Json.Obj json) throws MalformedJsonException {
    TreeMap<String, PriceFormula> where = new TreeMap<>();
    Json.Obj parts = json.object("where");
    for (String name : parts.names()) {
      where.put(name, parts.as(name, PriceFormula::parse));
    }
    return new PriceRule(
        json.as("formula", PriceFormula::parse), json.as("per", UnitCode::of), where);
  }
}
