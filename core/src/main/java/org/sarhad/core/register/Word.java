package org.sarhad.core.register;

import java.time.Duration;
import java.time.Instant;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;

/// What one side said about one thing: its last word, until it says something else. It belongs to
/// that side and is never merged with another one's.
///
/// @param entry where it stands
/// @param at the time its author's node gave; for display and ages, never for order
/// @param said what was said
public record Word<T>(EntryId entry, Instant at, T said) {
  /// `said`, in the entry of `context`.
  public static <T> Word<T> in(FactContext context, T said) {
    return new Word<>(context.entry(), context.time(), said);
  }

  /// How old it is at `now`; zero for one that is dated later, by a clock that is ahead.
  public Duration age(Instant now) {
    return Ages.since(at, now);
  }
}
