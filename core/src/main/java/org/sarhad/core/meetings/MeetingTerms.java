package org.sarhad.core.meetings;

import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// The terms of a joint act that is about duties and meetings (protocol clause 10-3).
public sealed interface MeetingTerms permits DutyTerms, CancellationTerms, JointRecordTerms {
  /// The terms as they stand in the proposal.
  Json.Obj toJson();

  /// What the terms of an act of `kind` say; empty when the kind is none of [MeetingActs#kinds()].
  ///
  /// @throws MalformedJsonException when they are not the terms of that kind in their one spelling
  static Optional<MeetingTerms> find(ActKind kind, Json.Obj terms) throws MalformedJsonException {
    if (kind.equals(MeetingActs.RECURRING_DUTY)) {
      return Optional.of(DutyTerms.fromJson(terms));
    }
    if (kind.equals(MeetingActs.DUTY_CANCELLED)) {
      return Optional.of(CancellationTerms.fromJson(terms));
    }
    return kind.equals(MeetingActs.JOINT_RECORD)
        ? Optional.of(JointRecordTerms.fromJson(terms))
        : Optional.empty();
  }
}
