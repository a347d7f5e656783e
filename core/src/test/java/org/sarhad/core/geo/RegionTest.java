package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A piece of the Earth, and what lies in it.
class RegionTest {
  private static final Position SOUTHWEST = new Position(-44_500_000, -20_400_000);
  private static final Position NORTHEAST = new Position(-44_200_000, -19_000_000);

  @Test
  void itsCornersAreTheOutermostOfThePositionsInIt() {
    var region = Region.around(List.of(NORTHEAST, SOUTHWEST), 0);
    assertThat(region.corners()).containsExactly(SOUTHWEST, NORTHEAST).allMatch(region::contains);
    assertThat(Region.around(region.corners(), 0)).isEqualTo(region);
  }

  @Test
  void whatReachesBeyondTheEarthHasNoCorners() {
    var region = Region.around(List.of(new Position(89_000_000, 0)), 3 * Position.MICRO);
    assertThatThrownBy(region::corners).isInstanceOf(IllegalArgumentException.class);
  }
}
