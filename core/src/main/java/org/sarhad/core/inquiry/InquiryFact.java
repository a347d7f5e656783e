package org.sarhad.core.inquiry;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Everything a side can say in an inquiry, one sealed family for each subject. Each fact is one
/// entry; who says it, when and where stands in the entry, not here. All of them are released
/// (protocol clause 09-1).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface InquiryFact permits MatterFact, ClaimFact, ExhibitFact, JointFact {
  /// Longest body, in bytes of its canonical text.
  int BODY_BYTES_MAX = 64 * 1024;

  /// The kind, whose word stands in the envelope.
  InquiryFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static InquiryFact fromJson(InquiryFactKind kind, Json.Obj body) throws MalformedJsonException {
    String word = kind.kind().value();
    InquiryFact fact;
    try {
      fact =
          switch (kind) {
            case MATTER_OPENED, MATTER_CLOSED, MATTER_REOPENED -> MatterFact.read(kind, body);
            case CLAIM_STATED,
                CLAIM_SUPERSEDED,
                CLAIM_WITHDRAWN,
                CLAIM_TRANSLATED,
                CLAIM_SEALED,
                CLAIM_REVEALED,
                QUESTION_ASKED,
                POSITION_TAKEN ->
                ClaimFact.read(kind, body);
            case EVIDENCE_REGISTERED,
                EVIDENCE_RELEASED,
                EVIDENCE_REDACTED,
                CUSTODY_PASSED,
                ACCESS_REQUESTED,
                ACCESS_ANSWERED ->
                ExhibitFact.read(kind, body);
            case VISIT_PASS_USED, MINUTES_NOT_AGREED, DISSENT_ANNEXED -> JointFact.read(kind, body);
          };
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          word, String.valueOf(misfit.getMessage()), "members as the kind defines them");
    }
    // Closed: nothing is signed that was not understood, and no two bodies mean the same fact.
    if (!fact.toJson().equals(body)) {
      throw new MalformedJsonException(
          word, body.toString(), "only the members of this kind, each in its one spelling");
    }
    int bytes = body.canonical().size();
    if (bytes > BODY_BYTES_MAX) {
      throw new MalformedJsonException(
          word, bytes + " bytes", "at most " + BODY_BYTES_MAX + ", the rest in attachments");
    }
    return fact;
  }
}
