package org.sarhad.core.modalities;

import java.util.Optional;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.entry.EntryId;

/// A document that was signed and is sound. It keeps its number for ever.
///
/// @param act the act by which it was signed
/// @param document what was signed; its number is this version's
/// @param settings what it tells the machines
/// @param quorum whose modalities they are
/// @param signed the entry by which the act became effective
/// @param began the entry by which it came in force; the same as `signed` if it announced no time
/// @param voided the entry by which an assent to it was proven to be stale
public record Version(
    EntryId act,
    Document document,
    Settings settings,
    Quorum quorum,
    EntryId signed,
    Optional<EntryId> began,
    Optional<EntryId> voided) {

  /// Its number.
  public long number() {
    return document.number();
  }

  /// Whether it has come in force and nothing has voided it: of these the one with the greatest
  /// number is in force.
  public boolean isBegun() {
    return began.isPresent() && voided.isEmpty();
  }

  Version begun(EntryId by) {
    return new Version(act, document, settings, quorum, signed, Optional.of(by), voided);
  }

  Version voidedBy(EntryId by) {
    return new Version(act, document, settings, quorum, signed, began, Optional.of(by));
  }
}
