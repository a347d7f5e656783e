package org.sarhad.core.delivery;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.register.Bodies;

/// So much of the goods in one thing that is handled.
///
/// @param kind what it is in
/// @param mark what is written on it: the number of a wagon, of a plate; 1 to 64 characters
/// @param quantity in the unit of the contract, 1 to 2^53 - 1
public record Load(UnitKind kind, String mark, long quantity) {
  private static final int MARK_MAX = 64;

  /// @throws IllegalArgumentException when a value is out of range
  public Load {
    Optional<String> flaw = Text.flawInIdentifier(mark, MARK_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("mark of a unit has " + flaw.get());
    }
    if (quantity < 1 || quantity > Json.INTEGER_MAX) {
      throw new IllegalArgumentException(
          "%d in a unit; expected 1 to %d".formatted(quantity, Json.INTEGER_MAX));
    }
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("kind", Bodies.code(kind))
        .put("mark", mark)
        .put("quantity", quantity)
        .build();
  }

  static Load fromJson(Json.Obj json) throws MalformedJsonException {
    return new Load(
        Bodies.constant(json.text("kind"), UnitKind.class),
        json.text("mark"),
        json.integer("quantity", 1, Json.INTEGER_MAX));
  }
}
