package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.party.Role;
import org.sarhad.core.travel.SpeedGauge;
import org.sarhad.node.api.view.TravelViews;

/// The ground over which travel is reckoned, and how soon the first unit is along the line
/// (protocol chapter 19).
final class TravelOperations {
  private static final Access MEASURED =
      Access.of(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER, Role.CHIEF);

  private final Surface surface;
  private final Ground ground;
  private final HeldGauge gauge;

  TravelOperations(Surface surface, Ground ground, HeldGauge gauge) {
    this.surface = surface;
    this.ground = ground;
    this.gauge = gauge;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getTravel", "/api/v1/travel", Access.signedIn(), this::travel),
        Operation.get("getMeasuredSpeeds", "/api/v1/travel/speeds", MEASURED, this::speeds),
        Operation.get(
            "getIsochrones", "/api/v1/travel/isochrones", Access.signedIn(), this::isochrones));
  }

  private Answer travel(Call call) {
    return Answer.ok(new Travels(surface.look(call), ground).view());
  }

  private Answer speeds(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var agreed = Ground.terms(lens).speeds();
    return Answer.ok(
        new TravelViews.MeasuredSpeeds(
            lens.now(),
            ground.held().isPresent(),
            SpeedGauge.PIECE_M,
            SpeedGauge.PIECES_MIN,
            gauge.rows().stream().map(row -> view(row, agreed.on(row.terrain()))).toList()));
  }

  private static TravelViews.MeasuredView view(HeldGauge.Row row, int agreedKmh) {
    return new TravelViews.MeasuredView(
        row.terrain().code(),
        agreedKmh,
        row.pieces(),
        row.measured()
            .map(
                speed ->
                    new TravelViews.SpreadView(speed.kmh(), speed.lowerKmh(), speed.upperKmh())));
  }

  /// For own people: who asks it often enough knows where units stand.
  private Answer isochrones(Call call) {
    var lens = surface.look(call);
    return lens.releasedOnly()
        ? Answer.unknown("isochrones")
        : Answer.ok(new Travels(lens, ground).isochrones());
  }
}
