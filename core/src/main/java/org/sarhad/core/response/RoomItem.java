package org.sarhad.core.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.sarhad.core.party.PartyId;

/// One thing said, in an incident room: what, how far it has come, and who has known it since when.
///
/// @param known by party; a side that is not known to have it is not in the map
/// @param marks corrections, withdrawals and translations of it, in reading order; the item itself
///   is never changed
/// @param crossed whether some item of another side and this one were each written without having
///   seen the other
public record RoomItem(
    Said said,
    Ladder ladder,
    SortedMap<PartyId, Knowledge> known,
    List<Said> marks,
    boolean crossed) {
  public RoomItem {
    marks = List.copyOf(marks);
  }

  /// Whether its author has taken it back.
  public boolean isWithdrawn() {
    return marks.stream().anyMatch(mark -> mark.fact() instanceof IncidentFact.Withdrawn);
  }

  /// Since when `party` has known it; empty when it is not known to have it.
  public Optional<Knowledge> knownBy(PartyId party) {
    return Optional.ofNullable(known.get(party));
  }

  /// How long after its author `party` knew it; empty when it is not known to have it. Two clocks
  /// are involved: for display.
  public Optional<Duration> gap(PartyId party) {
    return knownBy(party).map(knowledge -> Duration.between(said.time(), knowledge.at()));
  }
}
