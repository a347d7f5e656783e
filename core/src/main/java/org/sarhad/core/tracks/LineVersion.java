package org.sarhad.core.tracks;

import org.sarhad.tlog.tree.Hash;

/// By which line something was judged, and how far off that line may be.
///
/// @param sha256 of the file of the operational line
/// @param uncertaintyM whole metres, 0 to 100 000
public record LineVersion(Hash sha256, int uncertaintyM) {
  /// Largest uncertainty, metres.
  public static final int UNCERTAINTY_MAX_M = 100_000;

  /// @throws IllegalArgumentException when the uncertainty is out of range
  public LineVersion {
    if (uncertaintyM < 0 || uncertaintyM > UNCERTAINTY_MAX_M) {
      throw new IllegalArgumentException(
          "uncertainty of %d m; expected 0 to %d".formatted(uncertaintyM, UNCERTAINTY_MAX_M));
    }
  }
}
