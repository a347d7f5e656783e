package org.sarhad.core.meetings;

import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// What a meeting is called for.
public sealed interface Occasion {
  /// Adds the members of this occasion.
  JsonBuilder putInto(JsonBuilder json);

  /// Reads the members of an occasion.
  ///
  /// @throws MalformedJsonException when there is none
  /// @throws IllegalArgumentException when a value is not in its range
  static Occasion fromJson(Json.Obj json) throws MalformedJsonException {
    return json.has("duty")
        ? new OfDuty(OccurrenceId.fromJson(json))
        : new Extraordinary(
            json.as("level", code -> Bodies.constant(code, Level.class)),
            Bodies.parties(json, "sides"));
  }

  /// Because it is due. Level and sides are the duty's.
  record OfDuty(OccurrenceId occurrence) implements Occasion {
    @Override
    public JsonBuilder putInto(JsonBuilder json) {
      return occurrence.putInto(json);
    }
  }

  /// Because somebody wants it.
  ///
  /// @param level who is to meet
  /// @param sides which sides, 2 to 16, the caller's own among them
  record Extraordinary(Level level, SortedSet<PartyId> sides) implements Occasion {
    private static final int SIDES_MAX = 16;

    /// @throws IllegalArgumentException when there are too few sides or too many
    public Extraordinary {
      sides = Bodies.counted("sides", Ordered.set(sides), 2, SIDES_MAX);
    }

    @Override
    public JsonBuilder putInto(JsonBuilder json) {
      return json.put("level", Bodies.code(level)).put("sides", Bodies.named(sides));
    }
  }
}
