package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A unit as its own side last described it.
///
/// @param status what it does, and [#statusSince()] since when, by its side's clock
/// @param fix its last known position, with the position's own time
/// @param tasking the tasking it is on
/// @param shown what the other side was last told; empty when it never was
/// @param retired whether it has left the register
public record Unit(
    UnitId id,
    UnitDescription description,
    UnitStatus status,
    Instant statusSince,
    Optional<Fix> fix,
    Optional<TaskId> tasking,
    Optional<Showing> shown,
    boolean retired) {

  /// What the other side was told of a unit, and whether it is still being told.
  public record Showing(
      UnitDescription description,
      UnitStatus status,
      Instant statusSince,
      Optional<Fix> fix,
      boolean current) {}

  /// Whether the other side is being told about it now.
  public boolean isShown() {
    return shown.filter(Showing::current).isPresent();
  }

  /// Whether it can be tasked now, by its own side.
  public boolean isReady() {
    return !retired && status.ready() && tasking.isEmpty();
  }

  /// Whether its last report is older than twice the interval at which it should report, at `now`.
  /// Such a unit is drawn hollow, never removed and never as if all were well.
  public boolean isStaleAt(Instant now, Duration reportingInterval) {
    Instant last = fix.map(Fix::at).filter(at -> at.isAfter(statusSince)).orElse(statusSince);
    return last.plus(reportingInterval.multipliedBy(2)).isBefore(now);
  }

  Unit described(UnitDescription now) {
    return new Unit(id, now, status, statusSince, fix, tasking, shown, retired);
  }

  Unit reporting(UnitStatus now, Instant at, Optional<Fix> where) {
    return new Unit(id, description, now, at, where.or(this::fix), tasking, shown, retired);
  }

  Unit showing(Showing now) {
    return new Unit(id, description, status, statusSince, fix, tasking, Optional.of(now), retired);
  }

  Unit on(Optional<TaskId> now) {
    return new Unit(id, description, status, statusSince, fix, now, shown, retired);
  }

  Unit retire() {
    return new Unit(
        id, description, UnitStatus.OFF, statusSince, fix, Optional.empty(), shown, true);
  }
}
