package org.sarhad.node.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days of the solar Hijri calendar beside those of the Gregorian one.
class SolarHijriTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1925-03-21, 1304/01/01
          1979-02-11, 1357/11/22
          2019-03-20, 1397/12/29
          2019-03-21, 1398/01/01
          2019-04-22, 1398/02/02
          2021-03-20, 1399/12/30
          2021-03-21, 1400/01/01
          2024-03-20, 1403/01/01
          2025-03-20, 1403/12/30
          2025-03-21, 1404/01/01
          2025-09-22, 1404/06/31
          2025-09-23, 1404/07/01
          2026-11-30, 1405/09/09
          """)
  void aDayHasADateInBoth(LocalDate day, String hijri) {
    assertThat(SolarHijri.of(day)).hasToString(hijri);
  }

  /// Day after day for a hundred years there is no day twice and none left out.
  @Test
  void noDayIsLeftOut() {
    var last = SolarHijri.of(LocalDate.of(1925, 3, 21));
    for (var day = LocalDate.of(1925, 3, 22); day.getYear() < 2026; day = day.plusDays(1)) {
      var next = SolarHijri.of(day);
      boolean isNextDay = next.month() == last.month() && next.day() == last.day() + 1;
      boolean isNextMonth = next.day() == 1 && next.month() == last.month() % 12 + 1;
      assertThat(isNextDay || (isNextMonth && last.day() >= 29)).as("%s %s", last, next).isTrue();
      last = next;
    }
  }

  @Test
  void beforeTheCalendarThereIsNone() {
    assertThatThrownBy(() -> SolarHijri.of(LocalDate.of(1925, 3, 20)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDayIsSaidInBothCalendars() {
    var clocks = new Clocks(Language.FA, List.of(Wall.of(Optional.empty())));
    assertThat(clocks.day(LocalDate.of(2019, 4, 22)))
        .isEqualTo("۲۲ آوریل ۲۰۱۹ · \u2066۱۳۹۸/۰۲/۰۲\u2069");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12345678  | 1,234.5678   | ۱٬۲۳۴٫۵۶۷۸
          -12345678 | −1,234.5678  | −۱٬۲۳۴٫۵۶۷۸
          -5        | −0.0005      | −۰٫۰۰۰۵
          0         | 0.0000       | ۰٫۰۰۰۰
          """)
  void anAmountHasItsDecimals(long scaled, String english, String persian) {
    assertThat(Language.EN.decimal(scaled, 4)).isEqualTo(english);
    assertThat(Language.FA.decimal(scaled, 4)).isEqualTo(persian);
  }
}
