package org.sarhad.core.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// An own unit that is at the operational line and holds, or beyond it without a leave: what the
/// own watch has to know at once (protocol clause 11-8). It lasts until the unit reports something
/// else.
///
/// @param unit which one
/// @param where at the line, or beyond it
/// @param since when it was reported, by the own clock
public record LineAlarm(UnitId unit, Where where, Instant since) {
  /// Where it is.
  public enum Where {
    /// Staged at the line.
    AT_LINE,
    /// On other soil, without a leave.
    ACROSS
  }

  /// All of them, the oldest first. O(own units).
  ///
  /// @param state all that the own side knows, its exact positions among it
  public static List<LineAlarm> of(
      ResponseState state, PartyId own, Soil soil, Passes passes, Instant now) {
    return state
        .side(own)
        .units()
        .units()
        .values()
        .filter(unit -> !unit.retired())
        .flatMap(unit -> alarm(unit, own, soil, passes, now))
        .sorted(Comparator.comparing(LineAlarm::since).thenComparing(LineAlarm::unit))
        .toList();
  }

  private static Stream<LineAlarm> alarm(
      Unit unit, PartyId own, Soil soil, Passes passes, Instant now) {
    Optional<Fix> across =
        unit.fix()
            .filter(fix -> soil.of(fix.position()).filter(side -> !side.equals(own)).isPresent())
            .filter(fix -> !passes.covers(unit.id(), fix.position(), now));
    if (across.isPresent()) {
      return Stream.of(new LineAlarm(unit.id(), Where.ACROSS, across.get().at()));
    }
    return unit.status() == UnitStatus.STG_L
        ? Stream.of(new LineAlarm(unit.id(), Where.AT_LINE, unit.statusSince()))
        : Stream.empty();
  }
}
