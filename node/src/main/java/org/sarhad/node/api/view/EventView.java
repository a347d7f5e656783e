package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `ChangeEvent` of the contract.
public record EventView(
    Instant at,
    Optional<String> incident,
    Optional<String> unit,
    Optional<List<String>> entries,
    Optional<String> peer,
    Optional<String> state,
    Optional<String> alarm,
    Optional<Long> missed) {
  /// Nothing but when.
  public static EventView at(Instant at) {
    return new EventView(
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
