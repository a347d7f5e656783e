package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// What one side has said about suspending the modalities. Only that side can end it.
///
/// @param active since when and why they are suspended; empty when they are not
/// @param notice what is announced: of suspension when nothing is suspended, otherwise of
///   resumption
public record Suspension(Optional<Active> active, Optional<Notice> notice) {
  /// Nothing said.
  static final Suspension NONE = new Suspension(Optional.empty(), Optional.empty());

  /// A suspension that has begun.
  ///
  /// @param by the entry by which it began
  /// @param isEmergency whether it began at once, without notice
  /// @param reason for people
  public record Active(EntryId by, boolean isEmergency, String reason) {}

  /// A suspension or resumption that is announced.
  ///
  /// @param entry where it stands
  /// @param from when it is to take effect
  /// @param reason for people
  public record Notice(EntryId entry, Instant from, String reason) {}

  /// Whether it suspends the modalities.
  public boolean isActive() {
    return active.isPresent();
  }

  boolean isNothing() {
    return active.isEmpty() && notice.isEmpty();
  }

  Suspension with(Notice next) {
    return new Suspension(active, Optional.of(next));
  }

  Suspension withoutNotice() {
    return new Suspension(active, Optional.empty());
  }

  static Suspension begun(Active active) {
    return new Suspension(Optional.of(active), Optional.empty());
  }
}
