package org.sarhad.core.energy;

import java.util.Optional;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What is due in kind for what was delivered: `1 MTQ` of gas for `3 KWH` (protocol clause 18-5.5).
///
/// @param per for how much of what was delivered; more than nothing
/// @param due how much of the other; more than nothing
public record InKind(Quantity per, Quantity due) {
  /// @throws IllegalArgumentException when one of them is nothing
  public InKind {
    if (per.amount() == 0 || due.amount() == 0) {
      throw new IllegalArgumentException("%s for %s; expected some".formatted(due, per));
    }
  }

  /// How much of the unit of [#due] is due for `delivered`, exactly; empty when that is measured in
  /// something else than [#per].
  public Optional<Rational> dueFor(Quantity delivered) {
    return delivered
        .in(per.unit())
        .map(exact -> exact.times(Rational.of(due.amount(), per.amount())));
  }

  Json.Obj toJson() {
    return Json.obj().put("due", due.toJson()).put("per", per.toJson()).build();
  }

  static InKind fromJson(Json.Obj json) throws MalformedJsonException {
    return new InKind(Quantity.fromJson(json.object("per")), Quantity.fromJson(json.object("due")));
  }
}
