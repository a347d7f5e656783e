package org.sarhad.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.testing.Seeded;

/// One spelling per instant, protocol clause 02-3.5.
class UtcTimeTest {
  private static final DateTimeFormatter ORACLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long FIRST_MS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_MS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Test
  void printsAsTheJdkWouldAndReadsItBack() {
    Seeded.check(
        5_000,
        random -> {
          Instant time = Instant.ofEpochMilli(random.nextLong(FIRST_MS, LAST_MS + 1));
          String text = UtcTime.print(time);
          assertThat(text).isEqualTo(ORACLE.format(time));
          assertThat(UtcTime.parse(text)).contains(time);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
        "2000-02-29T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z",
        "2016-12-31T23:59:59.999Z",
      })
  void theEdges(String text) {
    assertThat(UtcTime.parse(text).map(UtcTime::print)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019-04-22T08:00:00Z",
        "2019-04-22T08:00:00.12Z",
        "2019-04-22T08:00:00.1234Z",
        "2019-04-22T08:00:00.123+00:00",
        "2019-04-22 08:00:00.123Z",
        "2019-04-22t08:00:00.123z",
        "2019-02-29T00:00:00.000Z",
        "2019-04-31T00:00:00.000Z",
        "2019-13-01T00:00:00.000Z",
        "2019-00-01T00:00:00.000Z",
        "2019-01-00T00:00:00.000Z",
        "2019-01-01T24:00:00.000Z",
        "2019-04-22T08:60:00.000Z",
        "2016-12-31T23:59:60.000Z",
        "0000-01-01T00:00:00.000Z",
        "+2019-04-22T08:00:00.12Z",
        "۲۰۱۹-04-22T08:00:00.123Z",
      })
  void otherSpellingsAreNoTime(String text) {
    assertThat(UtcTime.parse(text)).isEmpty();
  }

  @Test
  void aTimeIsCutToMillisecondsBeforeItIsSigned() {
    Instant fine = Instant.parse("2019-04-22T08:00:00.123456789Z");

    assertIllegal(fine);
    assertThat(UtcTime.print(UtcTime.toMillis(fine))).isEqualTo("2019-04-22T08:00:00.123Z");
  }

  @Test
  void aTimeOutsideTheYears1To9999HasNoSpelling() {
    assertIllegal(Instant.ofEpochMilli(FIRST_MS - 1));
    assertIllegal(Instant.ofEpochMilli(LAST_MS + 1));
    assertIllegal(Instant.MAX.minusNanos(999_999));
  }

  private static void assertIllegal(Instant time) {
    assertThatThrownBy(() -> UtcTime.print(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(time.toString());
  }
}
