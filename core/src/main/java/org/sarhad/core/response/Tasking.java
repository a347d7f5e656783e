package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.geo.Place;

/// One unit sent to one incident, and how far it has come: its progress is what the unit reports.
///
/// @param said the fact that set it going
/// @param status the unit's last status while on it, and [#statusSince()] since when
/// @param ended how it ended; empty while it runs
public record Tasking(
    UnitFact.Tasked order,
    Said said,
    UnitStatus status,
    Instant statusSince,
    Optional<UnitFact.Outcome> ended) {
  /// Its name.
  public TaskId id() {
    return order.task();
  }

  /// Where the unit was sent.
  public Place destination() {
    return order.destination();
  }

  /// Whether it still runs.
  public boolean running() {
    return ended.isEmpty();
  }

  Tasking progressed(UnitStatus now, Instant at) {
    return new Tasking(order, said, now, at, ended);
  }

  Tasking ended(UnitFact.Outcome outcome, Instant at) {
    return new Tasking(order, said, status, at, Optional.of(outcome));
  }
}
