package org.sarhad.core.record;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// A payload that its author promised to show (protocol clause 02-7).
///
/// @param ref the matter it belongs to
/// @param revealBy until when
/// @param shown the reveal, once there is one
public record Seal(String ref, Instant revealBy, Optional<Shown> shown) {
  /// The entry that reveals a payload, and its author's time.
  public record Shown(EntryId by, Instant time) {}

  /// How it stands with a promise.
  public enum Stage {
    /// Not shown, and there is still time.
    SEALED,
    /// Shown in time.
    REVEALED,
    /// Not shown, and the time is over: that is on record too.
    LAPSED,
    /// Shown, but after the time it was promised for.
    LATE
  }

  /// The stage at `now`, by the clock of whoever looks.
  public Stage stage(Instant now) {
    if (shown.isPresent()) {
      return shown.get().time().isAfter(revealBy) ? Stage.LATE : Stage.REVEALED;
    }
    return now.isAfter(revealBy) ? Stage.LAPSED : Stage.SEALED;
  }

  Seal shownBy(EntryId entry, Instant time) {
    return new Seal(ref, revealBy, Optional.of(new Shown(entry, time)));
  }
}
