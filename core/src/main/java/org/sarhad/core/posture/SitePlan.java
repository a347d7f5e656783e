package org.sarhad.core.posture;

import java.util.List;

/// Which sites to take, and how good that is.
///
/// @param sites ascending
/// @param certificate what is paid for it (a cost, a time, a number of posts), and what no choice
///   stays below
public record SitePlan(List<Integer> sites, Certificate certificate) {
  /// Copies the list.
  public SitePlan {
    sites = List.copyOf(sites);
  }
}
