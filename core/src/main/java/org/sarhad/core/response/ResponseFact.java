package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Everything a side can say in this application: one sealed family per subject. Each fact is one
/// entry; its author, time and audience stand in the entry ([org.sarhad.core.fact.FactContext]),
/// not here.
public sealed interface ResponseFact
    permits IncidentFact,
        UnitFact,
        AssistanceFact,
        HotlineFact,
        ReportFact,
        WatchFact,
        HistoryFact,
        RunCardFact,
        ClockFact {
  /// The kind, whose [FactKind#code()] stands in the entry's envelope.
  default FactKind kind() {
    return FactKind.of(this);
  }

  /// The incident it is about, as far as the fact itself says.
  default Optional<IncidentId> aboutIncident() {
    return switch (this) {
      case IncidentFact fact -> Optional.of(fact.incident());
      case UnitFact.Tasked fact -> Optional.of(fact.incident());
      case UnitFact.TaskEnded fact -> Optional.of(fact.incident());
      case UnitFact _ -> Optional.empty();
      case AssistanceFact fact -> Optional.of(fact.incident());
      case HotlineFact fact -> fact.incident();
      case ReportFact.SitrepIssued fact -> Optional.of(fact.incident());
      case ReportFact.DailyReported _ -> Optional.empty();
      case WatchFact _ -> Optional.empty();
      case HistoryFact _ -> Optional.empty();
      case RunCardFact _ -> Optional.empty();
      case ClockFact fact -> Optional.of(fact.deadline().incident());
    };
  }

  /// The body of the entry's payload, without salt. Inverse of [#parse].
  default Json.Obj toJson() {
    return FactWriter.write(this);
  }

  /// The fact of `kind` whose body is `body`.
  ///
  /// @param kind the kind in the envelope, such as `response.alert`
  /// @throws MalformedJsonException when this version knows no such kind, or the body is not one: a
  ///   member missing, unknown, or out of range
  static ResponseFact parse(String kind, Json.Obj body) throws MalformedJsonException {
    return fromJson(
        FactKind.find(kind)
            .orElseThrow(
                () -> new MalformedJsonException("kind", kind, "a kind this version knows")),
        body);
  }

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ResponseFact fromJson(FactKind kind, Json.Obj body) throws MalformedJsonException {
    return FactReader.read(kind, body);
  }
}
