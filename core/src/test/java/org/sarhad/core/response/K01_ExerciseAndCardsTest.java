package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: exercises count apart; run cards come by code-word and a side may write its
/// own (docs/domain/response.md §4.1, §4.8).
class K01_ExerciseAndCardsTest {
  private final Scene scene = new Scene();

  @Test
  void exercisesHaveTheirOwnNumbersAndComeLast() {
    String exercise =
        scene.ask(
            PK, WATCH, new ResponseRequest.OpenIncident(scene.alertNow(), true, Audience.INTERNAL));
    IncidentId real = scene.alert(PK, Audience.INTERNAL);

    assertThat(exercise).isEqualTo("EX-PK-1");
    assertThat(real).hasToString("INC-PK-1");
    assertThat(Queue.of(scene.at(PK), PK, List.of(), scene))
        .extracting(line -> line.incident().id().toString())
        .containsExactly("INC-PK-1", "EX-PK-1");
  }

  @Test
  void everyBuiltInCardSpeaksThreeLanguages() {
    Set<String> words = new HashSet<>();
    for (RunCard card : RunCards.builtIn()) {
      assertThat(words.add(card.word().latin())).isTrue();
      assertThat(card.word().persian()).isNotBlank();
      assertThat(card.word().urdu()).isNotBlank();
      assertThat(card.checklist()).isNotEmpty();
      card.checklist().forEach(K01_ExerciseAndCardsTest::speaksThreeLanguages);
      speaksThreeLanguages(card.title());
    }
    assertThat(words).hasSize(7);
  }

  @Test
  void aSideMayWriteItsOwnVersionOfACard() {
    RunCard storm = RunCards.builtIn().getFirst();
    String written =
        scene.ask(PK, Role.CHIEF, new ResponseRequest.WriteRunCard(storm, Audience.INTERNAL));

    assertThat(written).isEqualTo("TUFAN");
    assertThat(RunCards.find(scene.at(PK), PK, "TUFAN").orElseThrow().version()).isEqualTo(2);
    assertThat(RunCards.find(scene.at(IR), IR, "TUFAN").orElseThrow().version()).isEqualTo(1);
    assertThat(RunCards.inForce(scene.at(PK), PK)).hasSize(RunCards.builtIn().size());
  }

  @Test
  void aNewCodeWordWorksOnceItsCardIsWritten() {
    RunCard storm = RunCards.builtIn().getFirst();
    RunCard flood =
        new RunCard(
            new CodeWord("SAYLAB", "سیلاب", "سیلاب"),
            1,
            Label.en("Flood"),
            Priority.P2,
            storm.notice(),
            storm.support(),
            storm.checklist());
    scene.ask(PK, Role.CHIEF, new ResponseRequest.WriteRunCard(flood, Audience.INTERNAL));

    assertThat(RunCards.find(scene.at(PK), PK, "SAYLAB").orElseThrow().version()).isEqualTo(1);
    assertThat(RunCards.inForce(scene.at(PK), PK)).hasSize(RunCards.builtIn().size() + 1);
    assertThat(RunCards.find(scene.at(IR), IR, "SAYLAB")).isEmpty();
  }

  private static void speaksThreeLanguages(Label label) {
    assertThat(label.in("fa")).isNotBlank().isNotEqualTo(label.in("en"));
    assertThat(label.in("ur")).isNotBlank().isNotEqualTo(label.in("en"));
    assertThat(label.in("de")).isEqualTo(label.en());
  }
}
