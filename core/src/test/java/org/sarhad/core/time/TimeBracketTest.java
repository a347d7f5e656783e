package org.sarhad.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeBracketTest {
  private static final Instant EIGHT = Instant.parse("2019-04-22T08:00:00Z");
  private static final Instant NINE = Instant.parse("2019-04-22T09:00:00Z");
  private static final Instant TEN = Instant.parse("2019-04-22T10:00:00Z");

  @Test
  void anEndNobodySignedIsOpen() {
    assertThat(TimeBracket.OPEN.admits(EIGHT)).isTrue();
    assertThat(TimeBracket.OPEN.width()).isEmpty();
    assertThat(TimeBracket.since(NINE).admits(EIGHT)).isFalse();
    assertThat(TimeBracket.since(NINE).admits(NINE)).isTrue();
    assertThat(TimeBracket.by(NINE).admits(NINE)).isTrue();
    assertThat(TimeBracket.by(NINE).admits(TEN)).isFalse();
    assertThat(TimeBracket.since(NINE)).hasToString("[2019-04-22T09:00:00Z, …]");
  }

  @Test
  void twoBracketsTogetherProveTheTighterOne() {
    TimeBracket both = TimeBracket.between(EIGHT, TEN).and(TimeBracket.by(NINE));

    assertThat(both).isEqualTo(TimeBracket.between(EIGHT, NINE));
    assertThat(both.and(TimeBracket.since(EIGHT.plusSeconds(5))).width())
        .contains(Duration.ofSeconds(3595));
    assertThat(TimeBracket.OPEN.and(both)).isEqualTo(both);
    assertThat(both.and(TimeBracket.OPEN)).isEqualTo(both);
  }

  @Test
  void oneIsBeforeTheOtherOnlyWhenEveryPairOfInstantsIs() {
    assertThat(TimeBracket.by(EIGHT).isBefore(TimeBracket.since(NINE))).isTrue();
    assertThat(TimeBracket.by(NINE).isBefore(TimeBracket.since(NINE))).isFalse();
    assertThat(TimeBracket.between(EIGHT, TEN).isBefore(TimeBracket.since(NINE))).isFalse();
    assertThat(TimeBracket.OPEN.isBefore(TimeBracket.since(NINE))).isFalse();
  }

  @Test
  void endsThatCannotBothBeTrueAreAClockDispute() {
    TimeBracket backwards = TimeBracket.between(TEN, NINE);

    assertThat(backwards.isContradictory()).isTrue();
    assertThat(backwards.admits(NINE)).isFalse();
    assertThat(backwards.width()).contains(Duration.ofHours(-1));
    assertThat(TimeBracket.between(NINE, NINE).isContradictory()).isFalse();
  }
}
