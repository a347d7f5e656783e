package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// Finds incidents that an alert being typed may be about, so that two people do not open one
/// twice. A hint and never a merge: nothing here joins anything.
public final class Duplicates {
  private Duplicates() {}

  /// An incident near in place and time.
  ///
  /// @param distance between the two centres
  /// @param apart between the two times of occurrence, never negative
  public record Hint(Incident incident, Distance distance, Duration apart) {}

  /// What `own` knows within the agreed distance and time of `position` and `when`, nearest first.
  /// O(log n + k) for k incidents within the time.
  public static List<Hint> near(
      ResponseState state,
      PartyId own,
      Position position,
      Instant when,
      ResponseSettings.Duplicates limits) {
    Instant from = when.minus(limits.within());
    Instant to = when.plus(limits.within()).plusNanos(1);
    return state
        .sides()
        .values()
        .flatMap(side -> side.incidents().occurredBetween(from, to))
        .map(id -> new Incident(state, id))
        .filter(incident -> incident.isKnownTo(own))
        .flatMap(incident -> hint(incident, position, when))
        .filter(hint -> hint.distance().metres() <= limits.radiusM())
        .sorted(
            Comparator.comparing(Hint::distance)
                .thenComparing(Hint::apart)
                .thenComparing(hint -> hint.incident().id()))
        .toList();
  }

  private static Stream<Hint> hint(Incident incident, Position position, Instant when) {
    Optional<Alert> alert = incident.alert();
    return alert.flatMap(known -> known.where().position()).stream()
        .map(
            there ->
                new Hint(
                    incident,
                    position.distanceTo(there),
                    Duration.between(alert.get().occurredAt(), when).abs()));
  }
}
