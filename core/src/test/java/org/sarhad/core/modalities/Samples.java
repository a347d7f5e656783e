package org.sarhad.core.modalities;

import java.util.List;
import org.sarhad.core.geo.Areas;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Values for tests, of the settings that have no initial one, and of all.
final class Samples {
  static final DatasetRef LINE =
      new DatasetRef("operational-line", "2019-04-22", Merkle.sha256(Bytes.EMPTY), 9_000);

  static final DatasetRef GROUND =
      new DatasetRef("ground", "2019-04-22", Merkle.sha256(Bytes.EMPTY), 9_505);

  static final LanePoints POINTS =
      new LanePoints(
          List.of(
              new LanePoints.Point(
                  LanePoints.Use.HOSPITAL,
                  Place.at("Hospital", Position.ofDegrees(29.49, 60.85), 500)),
              new LanePoints.Point(LanePoints.Use.RENDEZVOUS, Place.named("Mirjaveh - Taftan"))));

  private Samples() {}

  /// Every setting of the catalogue bound to a value.
  static Binding[] everySetting() {
    return Catalogue.all().stream().map(Samples::binding).toArray(Binding[]::new);
  }

  private static <T> Binding binding(Setting<T> setting) {
    if (setting.key().equals(ZoneSettings.SECTORS.key())) {
      return ZoneSettings.SECTORS.to(Areas.ZONE);
    }
    if (setting.key().equals(ZoneSettings.REFERENCE_LINE.key())) {
      return ZoneSettings.REFERENCE_LINE.to(LINE);
    }
    if (setting.key().equals(TravelSettings.GRID.key())) {
      return TravelSettings.GRID.to(GROUND);
    }
    if (setting.key().equals(CrossingSettings.LANE_POINTS.key())) {
      return CrossingSettings.LANE_POINTS.to(POINTS);
    }
    return setting.to(setting.initial().orElseThrow());
  }
}
