package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Word;

/// A unit that is on other soil, by its own side's last word.
///
/// @param crossing by which leave; empty when it entered without one
/// @param entered since when
public record Inside(Optional<EntryId> crossing, Word<Instant> entered) {}
