package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.geo.Place;

/// What is asked for, or offered: words first, then what machines can match.
///
/// `units` names units of the *other* side in a request, of the own side in an offer. `answerBy` is
/// when an answer is needed; without it the agreed clock runs. All help happens on the helping
/// side's own soil unless an assent to cross says otherwise.
public record Need(
    Words words,
    Set<Capability> capabilities,
    Set<UnitType> types,
    List<UnitId> units,
    Optional<Place> where,
    Optional<Instant> answerBy) {
  public Need {
    capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    units = List.copyOf(units);
    answerBy = answerBy.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
  }

  /// Something asked for in words alone.
  public static Need of(Words words) {
    return new Need(words, Set.of(), Set.of(), List.of(), Optional.empty(), Optional.empty());
  }
}
