package org.sarhad.node.ground;

import java.util.List;

/// Geography that was read, and is not in force.
///
/// @param thing it, as far as it was understood
/// @param isFit whether it can be put in place as it is
/// @param refused how many features are wrong
/// @param refusals the first of them, each with what is wrong
public record Draft<T extends Dataset>(
    T thing, boolean isFit, long refused, List<Refusal> refusals) {
  /// Copies the list.
  public Draft {
    refusals = List.copyOf(refusals);
  }
}
