package org.sarhad.core.activity;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// What a side says beforehand of one activity (protocol clause 12-6.2).
///
/// @param kind what sort
/// @param what in words; at most 2 000 characters
/// @param place what the place is called; at most 400 characters
/// @param area where it is
/// @param window when
/// @param means what takes part, 0 to 16 lines; none when the side does not say
/// @param contact the role to call about it
/// @param reach how that role is reached, a frequency or an extension; at most 400 characters
public record Notice(
    ActivityKind kind,
    Wording what,
    Wording place,
    Area area,
    Window window,
    List<Means> means,
    Role contact,
    Optional<Wording> reach) {
  private static final int WHAT_MAX = 2_000;
  private static final int LINE_MAX = 400;
  private static final int MEANS_MAX = 16;

  /// @throws IllegalArgumentException when a text is too long or there are too many means
  public Notice {
    what.atMost("what", WHAT_MAX);
    place.atMost("place", LINE_MAX);
    means = List.copyOf(Bodies.counted("means", means, 0, MEANS_MAX));
    reach.ifPresent(said -> said.atMost("reach", LINE_MAX));
  }

  JsonBuilder putInto(JsonBuilder json) {
    return window
        .putInto(json)
        .put("area", area.toJson())
        .put("contact", contact.code())
        .put("kind", Bodies.code(kind))
        .put("means", Bodies.objects(means.stream().map(Means::toJson)))
        .put("place", place.toJson())
        .putIfPresent("reach", reach.map(Wording::toJson))
        .put("what", what.toJson());
  }

  static Notice fromJson(Json.Obj json) throws MalformedJsonException {
    return new Notice(
        json.as("kind", code -> Bodies.constant(code, ActivityKind.class)),
        Bodies.wording(json, "what"),
        Bodies.wording(json, "place"),
        Area.fromJson(json.object("area")),
        Window.fromJson(json),
        Bodies.list(json, "means", Means::fromJson),
        json.as("contact", Bodies::role),
        Bodies.find(json, "reach", Wording::fromJson));
  }
}
