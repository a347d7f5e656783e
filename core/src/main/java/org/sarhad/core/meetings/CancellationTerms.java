package org.sarhad.core.meetings;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// The terms of a `duty_cancelled`: the sides agree that one occurrence need not be held (protocol
/// clause 10-3.4). That is not a missed one.
///
/// @param occurrence which
/// @param reason why; at most 2 000 characters
public record CancellationTerms(OccurrenceId occurrence, Wording reason) implements MeetingTerms {
  static final int REASON_MAX = 2_000;

  /// @throws IllegalArgumentException when the reason is too long
  public CancellationTerms {
    reason.atMost("reason", REASON_MAX);
  }

  /// Inverse of [#fromJson].
  @Override
  public Json.Obj toJson() {
    return occurrence.putInto(Json.obj()).put("reason", reason.toJson()).build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static CancellationTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed(
        "duty_cancelled",
        terms,
        json -> new CancellationTerms(OccurrenceId.fromJson(json), Bodies.wording(json, "reason")),
        CancellationTerms::toJson);
  }
}
