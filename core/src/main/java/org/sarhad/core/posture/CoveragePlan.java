package org.sarhad.core.posture;

import java.util.List;

/// Where to stand, and how good that is.
///
/// @param units for each side, how many at each of its sites
/// @param covered for each side, what of the points on its soil is covered, in parts of a million
///   of their weight
/// @param alone for each side, what it would have without the other, as far as this search found;
///   `covered` is never less
/// @param certificate all of it together, and what no plan exceeds
public record CoveragePlan(
    List<List<Integer>> units, List<Long> covered, List<Long> alone, Certificate certificate) {
  /// Copies the lists.
  public CoveragePlan {
    units = units.stream().map(List::copyOf).toList();
    covered = List.copyOf(covered);
    alone = List.copyOf(alone);
  }
}
