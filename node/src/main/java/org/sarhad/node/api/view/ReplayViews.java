package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// A moment of the past, as the contract has it.
public final class ReplayViews {
  private ReplayViews() {}

  /// `Replay` of the contract.
  ///
  /// @param basis `everything` this side kept, or only what was `released`
  /// @param room empty while the incident was not known
  /// @param changes when something in the room changes, rounded up to the millisecond
  /// @param digest SHA-256 over the question and the answer, in base64
  public record Replay(
      String incident,
      String as,
      Instant at,
      String basis,
      Optional<IncidentViews.Room> room,
      List<Undecided> undecided,
      List<Instant> changes,
      String digest) {}

  /// `UndecidedItem` of the contract.
  ///
  /// @param time what its author says
  /// @param earliest before this it was not known; empty when nothing says so
  /// @param surely from then on it was known; empty when nothing says so
  public record Undecided(
      String entry,
      String kind,
      Author by,
      Instant time,
      Object body,
      Optional<Instant> earliest,
      Optional<Instant> surely) {}
}
