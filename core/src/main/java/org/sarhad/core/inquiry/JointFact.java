package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;

/// What one side says about what the sides do together (protocol clauses 09-6, 09-7). What they
/// agree on is a joint act ([InquiryTerms]).
public sealed interface JointFact extends InquiryFact {

  /// The host admitted the experts of the other sides. A pass is used once.
  ///
  /// @param visit the act, by the entry of its proposal
  /// @param experts how many were admitted
  /// @param at when
  record PassUsed(EntryId visit, int experts, Instant at) implements JointFact {
    /// @throws IllegalArgumentException when nobody was admitted, or the time has no spelling
    public PassUsed {
      UtcTime.print(at);
      if (experts < 1 || experts > VisitTerms.EXPERTS_MAX) {
        throw new IllegalArgumentException(experts + " experts admitted");
      }
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.VISIT_PASS_USED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("at", at)
          .put("experts", experts)
          .put("visit", visit.toString())
          .build();
    }

    private static PassUsed read(Json.Obj json) throws MalformedJsonException {
      return new PassUsed(
          json.as("visit", EntryId::parse),
          json.smallInteger("experts", 1, VisitTerms.EXPERTS_MAX),
          json.time("at"));
    }
  }

  /// The visit took place, and this is why there are no agreed minutes of it.
  record MinutesNotAgreed(EntryId visit, Words words) implements JointFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.MINUTES_NOT_AGREED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("visit", visit.toString()).put("words", words.toJson()).build();
    }

    private static MinutesNotAgreed read(Json.Obj json) throws MalformedJsonException {
      return new MinutesNotAgreed(
          json.as("visit", EntryId::parse), Words.fromJson(json.object("words")));
    }
  }

  /// What a side does not share of a finding, before or after it is in force. Printed with it.
  ///
  /// @param finding the act, by the entry of its proposal
  /// @param property of which part; empty for the whole
  record Dissented(EntryId finding, Optional<Property> property, Words words) implements JointFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.DISSENT_ANNEXED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("finding", finding.toString())
          .putTextIfPresent("property", property.map(Property::code))
          .put("words", words.toJson())
          .build();
    }

    private static Dissented read(Json.Obj json) throws MalformedJsonException {
      return new Dissented(
          json.as("finding", EntryId::parse),
          Codes.find(json, "property", Property.class),
          Words.fromJson(json.object("words")));
    }
  }

  /// The fact of `kind`, which is one of these, in `json`.
  static JointFact read(InquiryFactKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case VISIT_PASS_USED -> PassUsed.read(json);
      case MINUTES_NOT_AGREED -> MinutesNotAgreed.read(json);
      case DISSENT_ANNEXED -> Dissented.read(json);
      case MATTER_OPENED,
          MATTER_CLOSED,
          MATTER_REOPENED,
          CLAIM_STATED,
          CLAIM_SUPERSEDED,
          CLAIM_WITHDRAWN,
          CLAIM_TRANSLATED,
          CLAIM_SEALED,
          CLAIM_REVEALED,
          QUESTION_ASKED,
          POSITION_TAKEN,
          EVIDENCE_REGISTERED,
          EVIDENCE_RELEASED,
          EVIDENCE_REDACTED,
          CUSTODY_PASSED,
          ACCESS_REQUESTED,
          ACCESS_ANSWERED ->
          throw new IllegalArgumentException(kind + " is not about a joint act");
    };
  }
}
