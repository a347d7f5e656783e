package org.sarhad.core.posture;

import java.util.List;

/// Which sites to open, and how good that is.
///
/// @param sites ascending
/// @param certificate what all points cost, and what no choice stays below
public record MedianPlan(List<Integer> sites, Certificate certificate) {
  /// Copies the list.
  public MedianPlan {
    sites = List.copyOf(sites);
  }
}
