package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
  @ParameterizedTest
  @CsvSource({
    "29.0199996, 61.4400004, 29020000, 61440000",
    "-0.0000005, 0.0000006, 0, 1",
    "90, -180, 90000000, -180000000"
  })
  void degreesAreRoundedToTheNearestMicroDegree(
      double latitude, double longitude, int latitudeMicro, int longitudeMicro) {
    assertThat(Position.ofDegrees(latitude, longitude))
        .isEqualTo(new Position(latitudeMicro, longitudeMicro));
  }

  /// Whatever a file or a form holds, however large, is refused by what it is.
  @ParameterizedTest
  @CsvSource({
    "90.1, 0, pole",
    "129.1, 61.5, pole",
    "0, 180.1, outside",
    "29.02, 613455, no degrees",
    "1e300, 0, no degrees",
    "0, -Infinity, no degrees",
    "NaN, 0, no degrees"
  })
  void whatIsNowhereIsRefused(double latitude, double longitude, String why) {
    assertThatThrownBy(() -> Position.ofDegrees(latitude, longitude))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
