package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// What one side says in one row.
///
/// @param side whose cell
/// @param said its own account, in the order of the record, ended claims among it
/// @param answers what it says to claims of others in this row, latest positions only
/// @param silence present exactly when it has neither an account that stands nor an answer
public record Cell(PartyId side, List<Said> said, List<Answer> answers, Optional<Silence> silence) {
  public Cell {
    said = List.copyOf(said);
    answers = List.copyOf(answers);
  }

  /// What the side says to a claim of another one.
  ///
  /// @param claim which
  /// @param claimant in whose log that is
  /// @param position what it says
  public record Answer(EntryId claim, PartyId claimant, Position position) {}

  /// "No statement as of 14:02Z (asked 10:40Z)". It is never read as a yes, and never as a no.
  ///
  /// @param asOf the time the board was made at
  /// @param asked when another side first asked for this, by that side's clock; empty when none did
  public record Silence(Instant asOf, Optional<Instant> asked) {}
}
