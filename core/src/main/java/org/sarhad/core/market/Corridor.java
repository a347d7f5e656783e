package org.sarhad.core.market;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// A way by which goods go, and how much it carries in a period: wagons of a railway, lorries of a
/// gate, megawatt hours of a line (protocol clause 17-2.6). Where the gauge breaks, transhipment is
/// a corridor of its own.
///
/// @param name of the corridor
/// @param capacity how much it carries
/// @param uses how much of that a lot takes, by the names of the 1 to 64 lines that go this way; 1
///   to 10^6
public record Corridor(String name, Quantity capacity, SortedMap<String, Long> uses) {
  private static final long USE_MAX = 1_000_000;

  /// @throws IllegalArgumentException when a value is out of range
  public Corridor {
    Names.checked("corridor", name);
    uses = Ordered.map(uses);
    Bodies.counted("uses", uses.keySet(), 1, PeriodProtocol.LINES_MAX);
    for (long use : uses.values()) {
      if (use < 1 || use > USE_MAX) {
        throw new IllegalArgumentException(
            "a lot takes %d of a corridor; expected 1 to %d".formatted(use, USE_MAX));
      }
    }
  }

  Json.Obj toJson() {
    JsonBuilder lines = Json.obj();
    uses.forEach(lines::put);
    return Json.obj()
        .put("capacity", capacity.toJson())
        .put("name", name)
        .put("uses", lines.build())
        .build();
  }

  static Corridor fromJson(Json.Obj json) throws MalformedJsonException {
    Json.Obj lines = json.object("uses");
    TreeMap<String, Long> uses = new TreeMap<>();
    for (String line : lines.names()) {
      uses.put(line, lines.integer(line, 1, USE_MAX));
    }
    return new Corridor(json.text("name"), Quantity.fromJson(json.object("capacity")), uses);
  }
}
