package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// Whose soil a position is on, by the operational line both sides use. The line is operational and
/// without prejudice: it is no claim about a boundary.
@FunctionalInterface
public interface Soil {
  /// Knows nothing: for places without an agreed line, and for tests.
  Soil UNKNOWN = _ -> Optional.empty();

  /// The side on whose soil `position` lies; empty within the line's uncertainty and where no line
  /// is agreed.
  Optional<PartyId> of(Position position);

  /// Whether `position` is on or at the line: within its uncertainty, so that nobody can say whose
  /// soil it is. False where no line is known at all.
  default boolean isAtLine(Position position) {
    return false;
  }
}
