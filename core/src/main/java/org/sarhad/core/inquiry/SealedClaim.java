package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;

/// A claim that was committed to, and whether it was shown (protocol clause 09-3).
///
/// @param entry where it was sealed, and what its author knew there: what it says is judged at that
///   place
/// @param sealed the same place, in its turn
/// @param said the commitment, and until when it was to be shown
/// @param shown where it was revealed, if it was
public record SealedClaim(
    ActEntry entry, Stamp sealed, ClaimFact.Sealed said, Optional<Stamp> shown) {

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

  /// The stage at `now`, by the clock of whoever looks. Whether a reveal was late is judged by two
  /// times of its author; whether it has lapsed is for display, and changes nothing.
  public Stage stage(Instant now) {
    if (shown.isPresent()) {
      return shown.get().time().isAfter(said.revealBy()) ? Stage.LATE : Stage.REVEALED;
    }
    return now.isAfter(said.revealBy()) ? Stage.LAPSED : Stage.SEALED;
  }

  SealedClaim shownAt(Stamp where) {
    return new SealedClaim(entry, sealed, said, Optional.of(where));
  }
}
