package org.sarhad.core.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When something came to be known, as far as that is settled.
///
/// @param earliest before this it cannot have been known; empty when nothing says so
/// @param surely from then on it was known; empty when nothing says so
public record Arrival(Optional<Instant> earliest, Optional<Instant> surely) {
  /// Nothing is settled, at any time.
  public static final Arrival OPEN = new Arrival(Optional.empty(), Optional.empty());

  /// At that moment and not before.
  static Arrival exactly(Instant instant) {
    return new Arrival(Optional.of(instant), Optional.of(instant));
  }

  /// Whether it was known at `instant`, ends included. Where the ends contradict each other,
  /// because a clock went backwards, the proof that it was known weighs more.
  public Certainty at(Instant instant) {
    if (surely.filter(from -> !from.isAfter(instant)).isPresent()) {
      return Certainty.KNOWN;
    }
    return earliest.filter(instant::isBefore).isPresent() ? Certainty.NOT_YET : Certainty.UNDECIDED;
  }

  /// When both this and `other` have happened: not before the later beginning, surely after the
  /// later end.
  Arrival and(Arrival other) {
    return new Arrival(
        Stream.of(earliest, other.earliest)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder()),
        surely.flatMap(mine -> other.surely.map(theirs -> mine.isAfter(theirs) ? mine : theirs)));
  }

  /// The moments at which the answer changes.
  Stream<Instant> changes() {
    return Stream.of(earliest, surely).flatMap(Optional::stream);
  }
}
