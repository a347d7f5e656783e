package org.sarhad.node.api.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// Places and positions as the contract has them: in degrees.
public final class GeoViews {
  private GeoViews() {}

  /// `Position` of the contract.
  public record PositionView(BigDecimal lat, BigDecimal lon) {}

  /// `Place` of the contract.
  public record PlaceView(
      String label, Optional<PositionView> position, Optional<Integer> radiusM) {}

  /// `position` in degrees.
  public static PositionView of(Position position) {
    return new PositionView(degrees(position.latitudeMicro()), degrees(position.longitudeMicro()));
  }

  /// `position` as GeoJSON has it: longitude before latitude, to four places, which is about 11 m.
  public static List<BigDecimal> pair(Position position) {
    return List.of(rough(position.longitudeMicro()), rough(position.latitudeMicro()));
  }

  private static BigDecimal rough(int micro) {
    return BigDecimal.valueOf(Math.round(micro / 100.0), 4);
  }

  /// `place` in degrees.
  public static PlaceView of(Place place) {
    return new PlaceView(
        place.label(),
        place.position().map(GeoViews::of),
        place.position().map(_ -> place.radiusM()));
  }

  private static BigDecimal degrees(int micro) {
    var exact = BigDecimal.valueOf(micro, 6).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
