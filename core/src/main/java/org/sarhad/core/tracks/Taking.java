package org.sarhad.core.tracks;

import java.util.List;

/// What became of one sighting.
public sealed interface Taking {
  /// It is in the picture.
  ///
  /// @param track the thing as it is now followed
  /// @param events what happened since the sighting before, in the order of [TrackEvent.Kind]
  record Taken(Track track, List<TrackEvent> events) implements Taking {
    /// Copies the list.
    public Taken {
      events = List.copyOf(events);
    }
  }

  /// It is not, and the picture is as it was.
  record Refused(TrackRefusal why) implements Taking {}
}
