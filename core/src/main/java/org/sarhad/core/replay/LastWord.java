package org.sarhad.core.replay;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// How far what a side had said was known to the others at one moment. The node answers.
@FunctionalInterface
public interface LastWord {
  /// Nothing is known of it.
  LastWord UNKNOWN = (_, _) -> Optional.empty();

  /// A moment up to which nothing that `speaker` had written was missing anywhere at `at`: the
  /// latest for which an entry is proven to have been written no earlier, and to have been received
  /// by then. A log has no gaps, so with such an entry everything before it was there too. Empty
  /// when nothing proves it.
  Optional<Instant> heard(PartyId speaker, Instant at);
}
