package org.sarhad.core.commitments;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// A whole number of some unit: `1000 MW`. What is finer is given in a smaller unit.
///
/// @param amount from 0
/// @param unit 1 to 16 characters, as the sides write it
public record Quantity(long amount, String unit) {
  private static final int UNIT_MAX = 16;

  /// @throws IllegalArgumentException when the amount is negative or the unit is no identifier
  public Quantity {
    Optional<String> flaw = Text.flawInIdentifier(unit, UNIT_MAX);
    if (amount < 0 || amount > Json.INTEGER_MAX || flaw.isPresent()) {
      throw new IllegalArgumentException(
          "quantity %d \"%s\"; expected 0 or more, and a unit of 1 to %d characters"
              .formatted(amount, unit, UNIT_MAX));
    }
  }

  Json.Obj toJson() {
    return Json.obj().put("amount", amount).put("unit", unit).build();
  }

  static Quantity fromJson(Json.Obj json) throws MalformedJsonException {
    return new Quantity(json.integer("amount", 0, Json.INTEGER_MAX), json.text("unit"));
  }

  /// `1000 MW`.
  @Override
  public String toString() {
    return amount + " " + unit;
  }
}
