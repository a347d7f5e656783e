package org.sarhad.core.commitments;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// The terms of a `commitment_closed`: the sides agree that a commitment is done with (protocol
/// clause 10-6.6).
///
/// @param commitment which
/// @param how fulfilled, or dropped
/// @param reason why; at most 2 000 characters
public record ClosureTerms(CommitmentId commitment, How how, Wording reason) {
  private static final int REASON_MAX = 2_000;

  /// In which way it is done with.
  public enum How {
    /// It was kept.
    FULFILLED,
    /// The sides no longer hold each other to it.
    DROPPED
  }

  /// @throws IllegalArgumentException when the reason is too long
  public ClosureTerms {
    reason.atMost("reason", REASON_MAX);
  }

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("commitment", commitment.toJson())
        .put("how", Bodies.code(how))
        .put("reason", reason.toJson())
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static ClosureTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("commitment_closed", terms, ClosureTerms::read, ClosureTerms::toJson);
  }

  private static ClosureTerms read(Json.Obj json) throws MalformedJsonException {
    return new ClosureTerms(
        CommitmentId.fromJson(json.object("commitment")),
        json.as("how", code -> Bodies.constant(code, How.class)),
        Bodies.wording(json, "reason"));
  }
}
