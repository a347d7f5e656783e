package org.sarhad.core.tracks;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about tracks, by the word in the envelope (protocol clause 20-5).
public enum TrackFactKind {
  /// A thing was certainly on one side, and then certainly on the other.
  CROSSED,
  /// It may have been.
  POSSIBLY_CROSSED;

  /// The first word of every kind here.
  public static final String APPLICATION = "tracks";

  /// The word in the envelope: `tracks.crossed`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<TrackFactKind> find(Kind kind) {
    for (TrackFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
