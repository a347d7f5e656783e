package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// A side has said itself that a unit of its own crossed without a leave. The signed entry is the
/// evidence. It is kept and shown, whatever is said later (protocol clause 11-4.4).
///
/// @param by the side that said so
/// @param said which unit, by which supposed leave, since when
/// @param why what was lacking
/// @param left when the unit left again, if it said so
public record Breach(
    PartyId by,
    Word<CrossingFact.Entered> said,
    CrossingRefusal why,
    Optional<Word<Instant>> left) {
  /// The entry in which it was said.
  public EntryId id() {
    return said.entry();
  }

  Breach until(Word<Instant> when) {
    return new Breach(by, said, why, Optional.of(when));
  }
}
