package org.sarhad.core.meetings;

import java.time.Instant;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// How a meeting was called.
///
/// @param by the side that called it
/// @param said what it said
/// @param saidAt the time its node gave, for display
/// @param level who is to meet
/// @param sides which sides are to meet
public record Call(
    PartyId by,
    MeetingFact.MeetingCalled said,
    Instant saidAt,
    Level level,
    SortedSet<PartyId> sides) {
  /// Copies its collection.
  public Call {
    sides = Ordered.set(sides);
  }
}
