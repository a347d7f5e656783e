package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which quantity is owed for, and which slice is disputed (protocol clause 14-5.2).
class MeasuredTest {

  @ParameterizedTest
  @CsvSource({
    // sent, received, tolerance, weighed, tolerated, valued, disputed, delivered
    "10000, 10000, 50, LOADED,  true,  10000,   0,    10000",
    "10000, 9950,  50, LOADED,  true,  10000,   0,    9950",
    "10000, 9950,  50, OUTTURN, true,  9950,    0,    9950",
    "10000, 9951,  50, MEAN,    true,  19951/2, 0,    9951",
    "10000, 10050, 50, LOADED,  true,  10000,   0,    10050",
    "10000, 9949,  50, LOADED,  false, 9949,    51,   10000",
    "10000, 9949,  50, OUTTURN, false, 9949,    51,   10000",
    "10000, 9949,  50, MEAN,    false, 9949,    51,   10000",
    "10000, 10051, 50, OUTTURN, false, 10000,   51,   10051",
    "10000, 0,     50, LOADED,  false, 0,       10000, 10000",
    "0,     0,     50, MEAN,    true,  0,       0,    0",
    "0,     1,     50, OUTTURN, false, 0,       1,    1",
    "199,   198,   50, LOADED,  false, 198,     1,    199",
    "200,   199,   50, LOADED,  true,  200,     0,    199",
    "10000, 9999,  0,  OUTTURN, false, 9999,    1,    10000",
    "9007199254740991, 0, 1000, LOADED, false, 0, 9007199254740991, 9007199254740991",
    "9000000000000000, 8955000000000000, 50, OUTTURN, true, 8955000000000000, 0, 8955000000000000",
    "9000000000000000, 8954999999999999, 50, OUTTURN, false, 8954999999999999, 45000000000001,"
        + " 9000000000000000",
    "900000000000000, 895500000000000, 50, OUTTURN, true, 895500000000000, 0, 895500000000000",
    "900000000000000, 895499999999999, 50, OUTTURN, false, 895499999999999, 4500000000001,"
        + " 900000000000000",
  })
  void whatTwoWeighingsComeTo(
      long sent,
      long received,
      long tolerance,
      ContractTerms.Weighed weighed,
      boolean isTolerated,
      String valued,
      String disputed,
      String delivered) {
    Measured measured = Measured.of(sent, received, tolerance, weighed);

    assertThat(measured.isTolerated()).isEqualTo(isTolerated);
    assertThat(measured.valued()).hasToString(valued);
    assertThat(measured.disputed()).hasToString(disputed);
    assertThat(measured.delivered()).hasToString(delivered);
  }
}
