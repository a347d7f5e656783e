package org.sarhad.node.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private static final Wall TEHRAN = Wall.of(Optional.of("Asia/Tehran"));
  private static final Wall KARACHI = Wall.of(Optional.of("Asia/Karachi"));
  private static final Instant SUMMER = Instant.parse("2019-04-22T08:00:00Z");
  private static final Instant WINTER = Instant.parse("2026-11-22T20:30:00Z");

  private static Clocks clocks(Language language) {
    return new Clocks(language, List.of(TEHRAN, KARACHI));
  }

  /// Offsets are those of that very instant: in 2019 Tehran had a summer time.
  @Test
  void everyWallIsSaidAndTheRecordsOwnTime() {
    assertThat(clocks(Language.EN).onAllWalls(SUMMER))
        .isEqualTo("\u206612:30 THR · 13:00 KHI · 08:00Z\u2069");
    assertThat(clocks(Language.FA).onAllWalls(WINTER))
        .isEqualTo("\u2066۰۰:۰۰ THR · ۰۱:۳۰ KHI · 20:30Z\u2069");
  }

  @Test
  void theDateIsThatOfTheOwnWall() {
    assertThat(clocks(Language.EN).date(SUMMER)).isEqualTo("22 April 2019");
    assertThat(clocks(Language.EN).date(WINTER)).isEqualTo("23 November 2026");
    assertThat(clocks(Language.FA).date(SUMMER)).isEqualTo("۲۲ آوریل ۲۰۱۹");
    assertThat(clocks(Language.UR).date(SUMMER)).isEqualTo("22 اپریل 2019");
    assertThat(clocks(Language.UR).atLength(SUMMER)).startsWith("22 اپریل 2019 · \u206612:30 THR");
  }

  @Test
  void aWallThatIsNotKnownIsNotSaidTwice() {
    var clocks = new Clocks(Language.EN, List.of(Wall.of(Optional.empty()), KARACHI));
    assertThat(clocks.onAllWalls(SUMMER)).isEqualTo("\u206613:00 KHI · 08:00Z\u2069");
  }

  @Test
  void wallsAreCalledAsTheConsoleCallsThem() throws Exception {
    var source =
        Files.readString(
            Path.of(System.getProperty("sarhad.root", ".."), "web/src/js/time/walls.js"));
    var named = Pattern.compile("'(\\w+/\\w+)': '([A-Z]{3})'").matcher(source).results().toList();
    assertThat(named)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            wall ->
                assertThat(Wall.of(Optional.of(wall.group(1))).label()).isEqualTo(wall.group(2)));
    assertThat(Wall.of(Optional.of("Europe/Rome")).label()).isEqualTo("ROM");
  }
}
