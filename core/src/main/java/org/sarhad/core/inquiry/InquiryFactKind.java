package org.sarhad.core.inquiry;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact of the inquiry, by the word in the envelope (protocol clause 09-1.3).
public enum InquiryFactKind {
  /// Something is to be looked into.
  MATTER_OPENED,
  /// A side has nothing more to say about it.
  MATTER_CLOSED,
  /// It has, after all.
  MATTER_REOPENED,
  /// One value for one property.
  CLAIM_STATED,
  /// A value in the place of an earlier one of the same side, with the reason.
  CLAIM_SUPERSEDED,
  /// A side no longer holds to a claim, with the reason.
  CLAIM_WITHDRAWN,
  /// A claim's words in another language.
  CLAIM_TRANSLATED,
  /// A claim that is committed to and shown later.
  CLAIM_SEALED,
  /// What had been sealed.
  CLAIM_REVEALED,
  /// Another side is asked for its account of a property.
  QUESTION_ASKED,
  /// What a side says to another side's claim.
  POSITION_TAKEN,
  /// A file or thing is held, by its hash.
  EVIDENCE_REGISTERED,
  /// More of it is open to the other sides.
  EVIDENCE_RELEASED,
  /// A copy with parts taken out, linked to what it was made of.
  EVIDENCE_REDACTED,
  /// Who keeps it now.
  CUSTODY_PASSED,
  /// Another side asks to see it.
  ACCESS_REQUESTED,
  /// What its holder answers.
  ACCESS_ANSWERED,
  /// The experts of a joint visit were admitted.
  VISIT_PASS_USED,
  /// A visit took place, and its minutes are not agreed.
  MINUTES_NOT_AGREED,
  /// What a side does not share of a finding.
  DISSENT_ANNEXED;

  /// The first word of every kind here.
  public static final String APPLICATION = "inquiry";

  /// The word in the envelope: `inquiry.claim_stated`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<InquiryFactKind> find(Kind kind) {
    for (InquiryFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
