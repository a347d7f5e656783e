package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.geo.Place;

/// What a side says about its own units. A fact about another side's unit changes nothing and is
/// kept as an [Anomaly].
public sealed interface UnitFact extends ResponseFact {
  /// The unit spoken of; owned by the author.
  UnitId unit();

  /// A unit enters the register.
  record Registered(UnitId unit, UnitDescription description, UnitStatus status)
      implements UnitFact {}

  /// The register is brought up to date.
  record Redescribed(UnitId unit, UnitDescription description) implements UnitFact {}

  /// The other side may see the unit from now on, described as it is here. Always released.
  record Shown(UnitId unit, UnitDescription description, UnitStatus status) implements UnitFact {}

  /// The other side will be told no more about the unit. What it was told it keeps. Always
  /// released.
  record Hidden(UnitId unit, Words reason) implements UnitFact {}

  /// The unit is now doing something else, perhaps somewhere else.
  record StatusReported(UnitId unit, UnitStatus status, Optional<Fix> fix, Words words)
      implements UnitFact {}

  /// The unit leaves the register for good.
  record Retired(UnitId unit, Words reason) implements UnitFact {}

  /// An own unit is sent to an incident. `destination` is on the author's own soil.
  record Tasked(TaskId task, IncidentId incident, UnitId unit, Words instruction, Place destination)
      implements UnitFact {}

  /// A tasking ends before or after its purpose.
  record TaskEnded(TaskId task, IncidentId incident, UnitId unit, Outcome outcome, Words words)
      implements UnitFact {}

  /// How a tasking ended.
  enum Outcome {
    DONE,
    CANCELLED,
    /// The unit could not do it.
    FAILED
  }
}
