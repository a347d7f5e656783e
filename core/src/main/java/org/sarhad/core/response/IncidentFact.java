package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;

/// What a side says about an incident.
public sealed interface IncidentFact extends ResponseFact {
  /// The incident spoken of. Its owner is the side that opened it, which need not be the author.
  IncidentId incident();

  /// An incident begins. Internal, it is known to its author's side alone; released, the other side
  /// is told by the same fact.
  record Opened(IncidentId incident, Alert alert) implements IncidentFact {}

  /// The opener tells the other side. Always released, and complete in itself, because the other
  /// side has never seen the internal opening.
  record Notified(IncidentId incident, Alert alert) implements IncidentFact {}

  /// A person of the other side, in this role, has taken note. Always released.
  record Acknowledged(IncidentId incident, Role role, Words words) implements IncidentFact {}

  /// A line in the incident's log, perhaps about an earlier item of either side.
  record Noted(IncidentId incident, Words words, Optional<EntryId> about) implements IncidentFact {}

  /// The author's own work on the incident reaches a stage. Says nothing for the other side.
  record StageReached(IncidentId incident, Stage stage, Words words) implements IncidentFact {}

  /// The author corrects an earlier item of its own. The item stays as it was, with this beside it.
  record Corrected(IncidentId incident, EntryId item, Words words, Words reason)
      implements IncidentFact {}

  /// The author no longer stands by an earlier item of its own. The item stays visible, struck
  /// through, with the reason.
  record Withdrawn(IncidentId incident, EntryId item, Words reason) implements IncidentFact {}

  /// An official translation of an earlier item, by either side. The original stays beside it.
  record Translated(IncidentId incident, EntryId item, Words words) implements IncidentFact {}
}
