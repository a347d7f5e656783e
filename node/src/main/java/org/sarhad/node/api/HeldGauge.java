package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackId;
import org.sarhad.core.travel.MeasuredSpeed;
import org.sarhad.core.travel.SpeedGauge;
import org.sarhad.core.travel.Terrain;
import org.sarhad.node.ground.HeldGround;

/// How fast the own units really are, out of their positions since this node was started (protocol
/// clause 19-9); in memory only, and no way of anybody in it. Thread-safe.
final class HeldGauge {
  private final Surface surface;
  private final Ground ground;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Made> made = Optional.empty();

  /// A gauge, and over which ground.
  private record Made(HeldGround ground, SpeedGauge gauge) {}

  /// @param ground over which it is measured; without it nothing is, and with another it is begun
  ///   anew
  HeldGauge(Surface surface, Ground ground) {
    this.surface = surface;
    this.ground = ground;
  }

  private Optional<SpeedGauge> gauge() {
    made =
        ground
            .held()
            .map(
                held ->
                    made.filter(one -> one.ground().sha256().equals(held.sha256()))
                        .orElseGet(() -> new Made(held, new SpeedGauge(held.grid()))));
    return made.map(Made::gauge);
  }

  /// What is known of a terrain.
  ///
  /// @param pieces of way on it, however few
  /// @param measured what they say; empty below [SpeedGauge#PIECES_MIN]
  record Row(Terrain terrain, int pieces, Optional<MeasuredSpeed> measured) {}

  /// Takes a position that the picture of tracks has taken; one of anything but a unit is passed
  /// over.
  void take(Sighting sighting) {
    if (sighting.kind() != ThingKind.UNIT) {
      return;
    }
    var type = type(sighting.id());
    if (type.flies() || type == UnitType.BOAT) {
      return;
    }
    var fix = sighting.fix();
    var seen =
        new SpeedGauge.Seen(
            sighting.id().value(),
            fix.position(),
            fix.radiusM(),
            fix.at(),
            type.speedKmh() * SpeedGauge.PACE_WHOLE / UnitType.PATROL.speedKmh());
    lock.lock();
    try {
      gauge().ifPresent(gauge -> gauge.take(seen));
    } finally {
      lock.unlock();
    }
  }

  /// The type of the own unit of that name in the register; of any other one a patrol vehicle's.
  private UnitType type(TrackId id) {
    var lens = surface.look();
    return unit(id)
        .flatMap(lens.response().side(lens.own()).units().units()::find)
        .map(unit -> unit.description().type())
        .orElse(UnitType.PATROL);
  }

  private static Optional<UnitId> unit(TrackId id) {
    try {
      return Optional.of(UnitId.parse(id.value()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// One for each terrain that can be driven on, in their order.
  List<Row> rows() {
    lock.lock();
    try {
      var gauge = gauge();
      return Stream.of(Terrain.values())
          .filter(Terrain::isPassable)
          .map(
              terrain ->
                  new Row(
                      terrain,
                      gauge.map(one -> one.pieces(terrain)).orElse(0),
                      gauge.flatMap(one -> one.on(terrain))))
          .toList();
    } finally {
      lock.unlock();
    }
  }
}
