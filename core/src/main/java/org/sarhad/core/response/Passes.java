package org.sarhad.core.response;

import java.time.Instant;
import org.sarhad.core.geo.Position;

/// Which own units may be on the other side's soil now. What a leave to cross is and who gave it is
/// none of the response's business; it asks before it sends a unit there, and when a unit reports
/// that it has come to the line.
public interface Passes {
  /// Nobody may cross: what holds where nothing is agreed.
  Passes NONE =
      new Passes() {
        @Override
        public boolean holds(UnitId unit, Instant at) {
          return false;
        }

        @Override
        public boolean covers(UnitId unit, Position position, Instant at) {
          return false;
        }
      };

  /// Whether `unit` has any leave to cross at `at`.
  boolean holds(UnitId unit, Instant at);

  /// Whether `unit` has a leave at `at` to be at `position`, which lies on other soil.
  boolean covers(UnitId unit, Position position, Instant at);
}
