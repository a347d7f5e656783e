package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// Makes a position as vague as was agreed before it is released: it is moved to the nearest point
/// of a fixed grid. The grid does not depend on the unit or the time, so many released positions of
/// a unit that stands still are one and the same and cannot be averaged into a better one.
final class Coarse {
  /// Metres in one degree of latitude, on the mean sphere.
  private static final double METRES_PER_DEGREE = 111_195.0;

  private Coarse() {}

  /// `position` to within `precisionM` metres; itself when that is 0.
  static Position position(Position position, int precisionM) {
    if (precisionM == 0) {
      return position;
    }
    double stepLat = precisionM / METRES_PER_DEGREE * Position.MICRO;
    int lat = snap(position.latitudeMicro(), stepLat, 90 * Position.MICRO);
    double shrink = StrictMath.cos(StrictMath.toRadians((double) lat / Position.MICRO));
    double stepLon = stepLat / Math.max(shrink, 0.01);
    return new Position(lat, snap(position.longitudeMicro(), stepLon, 180 * Position.MICRO));
  }

  /// `fix` to within `precisionM` metres, saying so.
  static Fix fix(Fix fix, int precisionM) {
    return fix.precisionM() >= precisionM
        ? fix
        : new Fix(position(fix.position(), precisionM), precisionM, fix.at());
  }

  /// `place` to within `precisionM` metres, saying so; a place without position stays as it is.
  static Place place(Place place, int precisionM) {
    Optional<Position> position = place.position();
    return position.isEmpty() || place.radiusM() >= precisionM
        ? place
        : Place.at(place.label(), position(position.get(), precisionM), precisionM);
  }

  static UnitDescription unit(UnitDescription unit, int precisionM) {
    return new UnitDescription(
        unit.callSign(), unit.type(), place(unit.station(), precisionM), unit.capabilities());
  }

  private static int snap(int micro, double step, int limit) {
    long snapped = StrictMath.round(StrictMath.rint(micro / step) * step);
    return (int) Math.max(-limit, Math.min(limit, snapped));
  }
}
