package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.register.Word;

/// One unit on the host's soil, in its own side's words.
///
/// @param entered since when
/// @param left until when; empty while it is there
public record Visit(Word<Instant> entered, Optional<Word<Instant>> left) {
  static Visit since(Word<Instant> entered) {
    return new Visit(entered, Optional.empty());
  }

  Visit until(Word<Instant> when) {
    return new Visit(entered, Optional.of(when));
  }
}
