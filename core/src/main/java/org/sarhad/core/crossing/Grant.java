package org.sarhad.core.crossing;

import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;

/// Whether there is a leave, by what was signed.
///
/// @param stage how far its act is; in the fast lane effective at once, by what was signed
///   beforehand
/// @param by the entry that brought it to this stage
/// @param given the entry by which it became a leave; empty as long as it is none
/// @param flaw why it gives no leave although it was or will be signed
public record Grant(
    ActStage stage, EntryId by, Optional<EntryId> given, Optional<CrossingRefusal> flaw) {

  static Grant asked(EntryId by, Optional<CrossingRefusal> flaw) {
    return new Grant(ActStage.PROPOSED, by, Optional.empty(), flaw);
  }

  static Grant beforehand(EntryId by) {
    return new Grant(ActStage.EFFECTIVE, by, Optional.of(by), Optional.empty());
  }

  /// Whether it is a leave now: signed by all, sound, not replaced and not voided.
  public boolean holds() {
    return given.isPresent() && stage == ActStage.EFFECTIVE;
  }

  /// Whether it was a leave as far as the author of `entry` knew.
  boolean holdsFor(ActEntry entry) {
    boolean isOverKnown = stage != ActStage.EFFECTIVE && entry.knows(by);
    return given.filter(entry::knows).isPresent() && !isOverKnown;
  }

  Grant at(ActStage next, EntryId entry) {
    return new Grant(next, entry, given, flaw);
  }

  Grant effective(EntryId entry, Optional<CrossingRefusal> why) {
    return new Grant(
        ActStage.EFFECTIVE, entry, why.isEmpty() ? Optional.of(entry) : Optional.empty(), why);
  }
}
