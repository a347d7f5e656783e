package org.sarhad.core.market;

import java.util.SortedSet;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// What several lines together may be worth in a period (protocol clause 17-2.5).
///
/// @param name of the quota
/// @param lines the names of 1 to 64 lines
/// @param most what all that is matched of them may be worth; from 0 on
public record Quota(String name, SortedSet<String> lines, Money most) {
  /// @throws IllegalArgumentException when a value is out of range
  public Quota {
    Names.checked("quota", name);
    lines = Bodies.counted("lines", Ordered.set(lines), 1, PeriodProtocol.LINES_MAX);
    if (most.compareTo(Money.ZERO) < 0) {
      throw new IllegalArgumentException("quota of " + most + "; expected 0 or more");
    }
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("lines", Bodies.named(lines))
        .put("most", most.minor())
        .put("name", name)
        .build();
  }

  static Quota fromJson(Json.Obj json) throws MalformedJsonException {
    return new Quota(
        json.text("name"),
        Ordered.set(json.array("lines").texts()),
        Money.of(json.integer("most", 0, Json.INTEGER_MAX)));
  }
}
