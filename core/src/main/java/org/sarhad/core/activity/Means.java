package org.sarhad.core.activity;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Some of what takes part: "3 excavators". In words, so that a side says as much as it wants to.
///
/// @param count 1 to 10 000
/// @param what of what; at most 200 characters
public record Means(int count, Wording what) {
  static final int COUNT_MAX = 10_000;
  private static final int LENGTH_MAX = 200;

  /// @throws IllegalArgumentException when the count is not in its range or the text too long
  public Means {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException(
          "%d of something; expected 1 to %d".formatted(count, COUNT_MAX));
    }
    what.atMost("what", LENGTH_MAX);
  }

  Json.Obj toJson() {
    return Json.obj().put("count", count).put("what", what.toJson()).build();
  }

  static Means fromJson(Json.Obj json) throws MalformedJsonException {
    return new Means(json.smallInteger("count", 1, COUNT_MAX), Bodies.wording(json, "what"));
  }
}
