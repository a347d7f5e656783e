package org.sarhad.node.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.party.PartyId;

/// How long a link was up, as far as it was seen.
class LinkDiaryTest {
  private static final PartyId PK = PartyId.of("pk");
  private static final PartyId OM = PartyId.of("om");
  private static final Instant NOON = Instant.parse("2019-04-22T12:00:00Z");
  private static final Duration GAP = Duration.ofMinutes(5);

  private static Instant at(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  /// Looks at the minutes after noon, `+` up and `-` down, and what is then known of the hour.
  @ParameterizedTest
  @CsvSource({
    "'', 0, 0",
    "'0+', 0, 0",
    "'0+ 4+ 9+', 9, 9",
    "'0+ 4+ 10+', 4, 4",
    "'0+ 4+ 6- 10-', 4, 8",
    "'0- 5- 10-', 0, 10",
    "'0+ 4+ 2+ 6+', 8, 8",
    "'58+ 62+', 2, 2"
  })
  void whatWasSeenAndNothingElse(String looks, int up, int watched) {
    LinkDiary diary = LinkDiary.EMPTY;
    for (String look : looks.isEmpty() ? new String[0] : looks.split(" ", -1)) {
      int minute = Integer.parseInt(look.substring(0, look.length() - 1));
      diary = diary.seen(PK, look.endsWith("+"), at(minute), GAP);
    }
    assertThat(diary.tally(NOON, at(60)))
        .isEqualTo(new LinkDiary.Tally(Duration.ofMinutes(up), Duration.ofMinutes(watched)));
    assertThat(LinkDiary.parse(diary.print())).isEqualTo(diary);
  }

  @Test
  void eachLinkHasSpellsOfItsOwn() {
    LinkDiary diary = LinkDiary.EMPTY;
    for (int minute = 0; minute <= 8; minute += 4) {
      diary = diary.seen(PK, true, at(minute), GAP).seen(OM, false, at(minute), GAP);
    }
    assertThat(diary.spells()).hasSize(2);
    assertThat(diary.tally(NOON, at(60)))
        .isEqualTo(new LinkDiary.Tally(Duration.ofMinutes(8), Duration.ofMinutes(16)));
  }

  @Test
  void theOldestSpellsAreForgotten() {
    StringBuilder text = new StringBuilder();
    for (int minute = 0; minute < LinkDiary.SPELLS_MAX + 7; minute++) {
      text.append("pk up %s %s\n".formatted(at(minute), at(minute + 1)));
    }
    LinkDiary diary = LinkDiary.parse(text.toString());
    assertThat(diary.spells()).hasSize(LinkDiary.SPELLS_MAX);
    assertThat(diary.spells().getFirst().from()).isEqualTo(at(7));
  }

  /// What a line said that cannot be read is not known any more; the others are.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk up 2019-04-22T12:00:00Z",
        "pk sideways 2019-04-22T12:00:00Z 2019-04-22T12:05:00Z",
        "PK up 2019-04-22T12:00:00Z 2019-04-22T12:05:00Z",
        "pk up noon 2019-04-22T12:05:00Z",
        "pk up 2019-04-22T12:05:00Z 2019-04-22T12:00:00Z",
        "pk up 2019-04-22T12:00:00Z 2019-04-22T12:05:00Z ",
        "\u0000"
      })
  void aDamagedLineIsLeftOut(String line) {
    String good = "pk up 2019-04-22T12:00:00Z 2019-04-22T12:05:00Z\n";
    assertThat(LinkDiary.parse(line + "\n" + good)).isEqualTo(LinkDiary.parse(good));
    assertThat(LinkDiary.parse(good).spells()).hasSize(1);
  }

  @Test
  void damagedTextNeverThrows() {
    Random random = new Random(8812);
    String good =
        "pk up 2019-04-22T12:00:00Z 2019-04-22T12:05:00Z\nom down 2019-04-22T12:00:00Z 2019-04-22T13:00:00Z\n";
    for (int round = 0; round < 2_000; round++) {
      char[] text = good.toCharArray();
      for (int i = random.nextInt(4); i >= 0; i--) {
        text[random.nextInt(text.length)] = (char) random.nextInt(128);
      }
      LinkDiary read = LinkDiary.parse(new String(text));
      assertThat(LinkDiary.parse(read.print())).isEqualTo(read);
    }
  }

  @Test
  void aSpellDoesNotEndBeforeItBegins() {
    assertThatThrownBy(() -> new LinkSpell(PK, true, at(1), at(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
