package org.sarhad.core.health;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.meetings.DutyTally;
import org.sarhad.core.meetings.Level;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.party.PartyId;

/// What is counted over one period (protocol clause 10-10.1).
///
/// @param period which
/// @param linkPermille how much of the time that it was watched the link was up, in thousandths;
///   empty when nobody watched: that is not the same as 0, and not the same as 1 000
/// @param hotline how often the hotline was used
/// @param acknowledgements for each side of the channel alike
/// @param duties for each level, what was due and what became of it
public record HealthFigures(
    HealthPeriod period,
    OptionalInt linkPermille,
    HealthInputs.Hotline hotline,
    SortedMap<PartyId, AcknowledgementTimes> acknowledgements,
    SortedMap<Level, DutyTally> duties) {
  /// Copies its collections.
  public HealthFigures {
    acknowledgements = Ordered.map(acknowledgements);
    duties = Ordered.map(duties);
  }

  static HealthFigures of(HealthPeriod period, MeetingsState meetings, HealthInputs inputs) {
    return new HealthFigures(
        period,
        permille(inputs.link()),
        inputs.hotline(),
        times(meetings.parties(), inputs),
        meetings.tallies(period.from(), period.to()));
  }

  private static OptionalInt permille(HealthInputs.Link link) {
    return link.watched().isZero()
        ? OptionalInt.empty()
        : OptionalInt.of(
            Math.toIntExact(link.up().toMillis() * 1_000 / Math.max(link.watched().toMillis(), 1)));
  }

  /// Every side of the channel has a row, also one that had nothing to acknowledge.
  private static SortedMap<PartyId, AcknowledgementTimes> times(
      SortedSet<PartyId> parties, HealthInputs inputs) {
    TreeMap<PartyId, AcknowledgementTimes> times = new TreeMap<>();
    for (PartyId side : parties) {
      times.put(
          side, AcknowledgementTimes.of(inputs.acknowledgements().getOrDefault(side, List.of())));
    }
    return times;
  }
}
