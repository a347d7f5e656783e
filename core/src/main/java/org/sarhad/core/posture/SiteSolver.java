package org.sarhad.core.posture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A solver of [SiteProgramme]s that somebody may have beside this program (`docs/decisions/0024`).
/// Nobody has to have one, and of what it says only the choice of sites is taken over: what that is
/// worth is reckoned anew, in whole numbers ([Exact]).
public interface SiteSolver {
  /// What it says.
  ///
  /// @param values of the variables that take whole values, in their order, rounded
  /// @param isProven whether it says that nothing is better
  record Found(List<Long> values, boolean isProven) {
    /// Copies the list.
    public Found {
      values = List.copyOf(values);
    }
  }

  /// What it is called.
  String name();

  /// The best that it finds within `limit`; empty where it finds nothing. Used by one thread at a
  /// time.
  Optional<Found> solve(SiteProgramme programme, Duration limit);
}
