package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// `Health` of the contract.
public record HealthView(String status, List<Check> checks) {
  /// One thing that was looked at.
  public record Check(String name, boolean ok, Optional<String> detail) {}

  /// Up if every check is well.
  public static HealthView of(List<Check> checks) {
    return new HealthView(checks.stream().allMatch(Check::ok) ? "up" : "down", checks);
  }
}
