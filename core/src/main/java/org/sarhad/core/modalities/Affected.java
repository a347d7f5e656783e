package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;

/// What is under way, for a preview of what new modalities would do to it. Each stream is read
/// once.
public interface Affected {
  /// The time for which the preview is made; whoever asks says it.
  Instant asOf();

  /// Everything that is owed.
  Stream<LiveDeadline> deadlines();

  /// Where the open incidents are, as far as they have a position.
  Stream<Position> openIncidents();

  /// Nothing is under way.
  static Affected nothing(Instant asOf) {
    return new Affected() {
      @Override
      public Instant asOf() {
        return asOf;
      }

      @Override
      public Stream<LiveDeadline> deadlines() {
        return Stream.empty();
      }

      @Override
      public Stream<Position> openIncidents() {
        return Stream.empty();
      }
    };
  }
}
