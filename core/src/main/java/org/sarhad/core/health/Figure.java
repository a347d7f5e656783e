package org.sarhad.core.health;

import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.meetings.Level;
import org.sarhad.core.party.PartyId;

/// One number of the evaluation report, beside that of the period before.
///
/// @param name what is counted
/// @param side whose it is, where it is one side's
/// @param level of which meetings, where it is one level's
/// @param value in the unit of `name`; empty when it is not known
/// @param previous the same, of the period before
public record Figure(
    Name name,
    Optional<PartyId> side,
    Optional<Level> level,
    OptionalLong value,
    OptionalLong previous) {

  /// What is counted.
  public enum Name {
    /// Thousandths of the time watched for which the link was up.
    LINK_UP_PERMILLE,
    /// How often one side called the other.
    HOTLINE_ACTIVATIONS,
    /// On how many subjects.
    HOTLINE_SUBJECTS,
    /// How many things the people of a side acknowledged.
    ACKNOWLEDGED,
    /// Seconds in which half of them were.
    ACKNOWLEDGED_MEDIAN_S,
    /// Seconds in which 95 of 100 were.
    ACKNOWLEDGED_P95_S,
    /// Occurrences of duties that were due.
    DUTIES_DUE,
    /// Of these: held.
    DUTIES_HELD,
    /// Of these: cancelled by agreement.
    DUTIES_CANCELLED,
    /// Of these: neither.
    DUTIES_MISSED
  }

  /// How much more, or less, than in the period before; empty when either is not known.
  public OptionalLong change() {
    return value.isPresent() && previous.isPresent()
        ? OptionalLong.of(value.getAsLong() - previous.getAsLong())
        : OptionalLong.empty();
  }
}
