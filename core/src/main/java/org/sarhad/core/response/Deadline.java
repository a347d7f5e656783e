package org.sarhad.core.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// One running or missed duty.
///
/// @param owner the side whose duty it is
/// @param started when the clock began: for a duty to answer, when the answering side's node had
///   the question, by its own signature
/// @param escalatedTo the roles before whom it has been put since
/// @param audible whether it may make a sound: overdue, own, and of a priority that may
public record Deadline(
    DeadlineKey key,
    PartyId owner,
    Instant started,
    Status status,
    Set<Role> escalatedTo,
    boolean audible) {
  /// Overdue and soonest due first.
  static final Comparator<Deadline> SOONEST_FIRST =
      Comparator.comparing((Deadline deadline) -> deadline.key().due())
          .thenComparing(Deadline::key)
          .thenComparing(Deadline::owner);

  public Deadline {
    escalatedTo = Ordered.set(escalatedTo);
  }

  /// How it stands.
  public enum Status {
    RUNNING,
    OVERDUE,
    /// The other side's node does not have the question yet, so its clock has not begun.
    NOT_DELIVERED,
    /// The other side is out of sight since before it fell due: it may have done its duty or not.
    CANNOT_BE_JUDGED
  }
}
