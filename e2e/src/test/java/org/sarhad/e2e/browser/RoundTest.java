package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
  private final List<Round> rounds = Round.of(Screen.ALL.stream());

  @Test
  void everyScreenIsInOneRound() {
    assertThat(rounds)
        .flatExtracting(Round::screens)
        .containsExactlyInAnyOrderElementsOf(Screen.ALL);
  }

  @Test
  void aRoundHasOneSceneAndOneChapter() {
    assertThat(rounds)
        .allSatisfy(
            round ->
                assertThat(round.screens())
                    .extracting(screen -> screen.scene() + " " + screen.chapter())
                    .containsOnly(
                        round.screens().getFirst().scene()
                            + " "
                            + round.screens().getFirst().chapter()));
  }

  @Test
  void nothingIsPressedBeforeTheLastScreen() {
    assertThat(rounds)
        .flatExtracting(round -> round.screens().subList(0, round.screens().size() - 1))
        .extracting(Screen::press)
        .containsOnly(List.of());
  }
}
