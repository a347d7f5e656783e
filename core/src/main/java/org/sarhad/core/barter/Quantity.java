package org.sarhad.core.barter;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// A whole number of a unit that can be reckoned with: `40000 KGM`. What is finer is given in a
/// smaller unit (protocol clause 14-3.3). The register of commitments has quantities of its own, in
/// whatever unit the sides write, of which nothing is computed.
///
/// @param amount 0 to 2^53 - 1
/// @param unit of what
public record Quantity(long amount, UnitCode unit) {
  /// @throws IllegalArgumentException when the amount is negative or too large
  public Quantity {
    if (amount < 0 || amount > Json.INTEGER_MAX) {
      throw new IllegalArgumentException(
          "quantity %d %s; expected 0 to %d".formatted(amount, unit.code(), Json.INTEGER_MAX));
    }
  }

  /// How many of `other` that is, exactly; empty when they measure different things.
  public Optional<Rational> in(UnitCode other) {
    return unit.in(other).map(factor -> factor.times(amount));
  }

  /// The same as a whole number of `other`; empty when it is none, or too large.
  public Optional<Quantity> wholeIn(UnitCode other) {
    if (unit == other) {
      return Optional.of(this);
    }
    return in(other)
        .filter(Rational::isWhole)
        .filter(exact -> exact.compareTo(Rational.of(Json.INTEGER_MAX)) <= 0)
        .map(exact -> new Quantity(exact.numerator().longValueExact(), other));
  }

  /// What it is worth at `price` units of account for one of `per`; empty when that unit measures
  /// something else, or the value is beyond the range of [Money].
  public Optional<Rounded> value(Rational price, UnitCode per) {
    return in(per).map(price::times).flatMap(Rounded::of);
  }

  /// The JSON form. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj().put("amount", amount).put("unit", unit.code()).build();
  }

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when a member is none, or the unit is not known
  public static Quantity fromJson(Json.Obj json) throws MalformedJsonException {
    return new Quantity(json.integer("amount", 0, Json.INTEGER_MAX), json.as("unit", UnitCode::of));
  }

  /// `40000 KGM`.
  @Override
  public String toString() {
    return amount + " " + unit.code();
  }
}
