package org.sarhad.core.response;

import org.sarhad.core.party.Role;

/// What the node itself writes down when time passes and nobody acted. Internal to the side whose
/// duty it is.
public sealed interface ClockFact extends ResponseFact {
  /// The deadline spoken of.
  DeadlineKey deadline();

  /// A deadline of the author's side has passed unmet.
  record Passed(DeadlineKey deadline) implements ClockFact {}

  /// Because it was still unmet, the matter has been put before this role as well.
  record Escalated(DeadlineKey deadline, Role role) implements ClockFact {}
}
