package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;

/// One thing that somebody has to do about a crossing, and by when.
///
/// @param what of which sort
/// @param subject the crossing, or the STOP, by its entry
/// @param incident of the crossing; empty for a STOP that named none
/// @param unit which one, where it is about one
/// @param owner whose duty it is
/// @param started since when; empty while the owner's node is not known to have the question
/// @param due by when; for display only where `started` is empty
/// @param status how it stands
/// @param audible whether it may make a sound here
public record CrossingDuty(
    Sort what,
    EntryId subject,
    Optional<IncidentName> incident,
    Optional<UnitName> unit,
    PartyId owner,
    Optional<Instant> started,
    Instant due,
    Status status,
    boolean audible) {

  /// What is to be done.
  public enum Sort {
    /// A visiting unit confirms a STOP.
    CONFIRM_STOP,
    /// A unit goes back: its leave is over, or it has none.
    GO_BACK,
    /// The visitor reports.
    REPORT
  }

  /// How it stands.
  public enum Status {
    /// There is time.
    RUNNING,
    /// There was.
    OVERDUE,
    /// The owner's node is not known to have the question: its clock has not begun.
    NOT_DELIVERED,
    /// The owner is out of sight since before it fell due.
    CANNOT_BE_JUDGED
  }
}
