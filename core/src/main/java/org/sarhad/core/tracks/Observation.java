package org.sarhad.core.tracks;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// On what a crossing is stated: everything that is needed to judge it again, and nothing else. No
/// member can hold a name, a source or a word (protocol clause 20-5.2).
///
/// @param thing what it is; not a unit
/// @param from the side it was certainly on
/// @param before when and where it last was so
/// @param after later, and on the other side or possibly so
/// @param line by which line that was judged
public record Observation(
    ThingKind thing, PartyId from, TrackFix before, TrackFix after, LineVersion line) {
  /// @throws IllegalArgumentException when it is about a unit, or nothing went by in between
  public Observation {
    if (!thing.isTold()) {
      throw new IllegalArgumentException(
          "a unit; its crossings are told with the leave that allows them");
    }
    if (!before.at().isBefore(after.at())) {
      throw new IllegalArgumentException(
          "seen at %s after %s; expected a later time".formatted(after.at(), before.at()));
    }
  }

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("after", after.toJson())
        .put("before", before.toJson())
        .put("from", from.value())
        .putSha256("line_sha256", line.sha256())
        .put("line_uncertainty_m", line.uncertaintyM())
        .put("thing", Bodies.code(thing));
  }

  static Observation fromJson(Json.Obj json) throws MalformedJsonException {
    return new Observation(
        json.as("thing", code -> Bodies.constant(code, ThingKind.class)),
        json.as("from", PartyId::of),
        TrackFix.fromJson(json.object("before")),
        TrackFix.fromJson(json.object("after")),
        new LineVersion(
            json.sha256("line_sha256"),
            json.smallInteger("line_uncertainty_m", 0, LineVersion.UNCERTAINTY_MAX_M)));
  }
}
