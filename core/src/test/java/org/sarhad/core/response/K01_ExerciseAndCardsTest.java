package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
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
    assertThat(RunCards.find(scene.at(PK), PK, RunCards.initial(), "TUFAN").orElseThrow().version())
        .isEqualTo(2);
    assertThat(RunCards.find(scene.at(IR), IR, RunCards.initial(), "TUFAN").orElseThrow().version())
        .isEqualTo(1);
    assertThat(RunCards.inForce(scene.at(PK), PK, RunCards.initial()))
        .hasSize(RunCards.builtIn().size());
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

    assertThat(
            RunCards.find(scene.at(PK), PK, RunCards.initial(), "SAYLAB").orElseThrow().version())
        .isEqualTo(1);
    assertThat(RunCards.inForce(scene.at(PK), PK, RunCards.initial()))
        .hasSize(RunCards.builtIn().size() + 1);
    assertThat(RunCards.find(scene.at(IR), IR, RunCards.initial(), "SAYLAB")).isEmpty();
  }

  @Test
  void whatIsAgreedStandsOnTheCardOfEitherSideWhateverItWroteItself() {
    RunCard storm = RunCards.builtIn().getFirst();
    Label line = Label.en("Call the governor");
    RunCard own =
        new RunCard(
            storm.word(),
            1,
            Label.en("Attack"),
            Priority.P5,
            new RunCard.Notice(Set.of(Role.CHIEF), false, Duration.ofMinutes(3)),
            storm.support(),
            List.of(line, Step.LOG_IMPACTS.label()));
    scene.ask(PK, Role.CHIEF, new ResponseRequest.WriteRunCard(own, Audience.INTERNAL));
    var agreed =
        List.of(
            new SharedCard(
                new CodeWord("TUFAN", "توفان", "طوفان"),
                Priority.P2,
                List.of(Step.LOG_IMPACTS, Step.TELL_PEER)));

    RunCard card = RunCards.find(scene.at(PK), PK, agreed, "TUFAN").orElseThrow();

    assertThat(card.word().persian()).isEqualTo("توفان");
    assertThat(card.priority()).isEqualTo(Priority.P2);
    assertThat(card.checklist())
        .containsExactly(Step.LOG_IMPACTS.label(), Step.TELL_PEER.label(), line);
    assertThat(card.notice().peer()).isTrue();
    assertThat(card.title()).isEqualTo(Label.en("Attack"));
    assertThat(card.notice().roles()).containsExactly(Role.CHIEF);
    assertThat(card.version()).isEqualTo(2);
  }

  @Test
  void aWordThatIsNoLongerAgreedIsKnownOnlyToTheSideThatWroteIt() {
    var agreed =
        List.of(
            new SharedCard(
                new CodeWord("ZALZALA", "زلزله", "زلزلہ"), Priority.P1, List.of(Step.KEEP_SCENE)));
    RunCard torch = RunCards.find(scene.at(PK), PK, RunCards.initial(), "MASHAL").orElseThrow();
    scene.ask(PK, Role.CHIEF, new ResponseRequest.WriteRunCard(torch, Audience.INTERNAL));

    assertThat(RunCards.inForce(scene.at(PK), PK, agreed))
        .extracting(card -> card.word().latin())
        .containsExactly("MASHAL", "ZALZALA");
    assertThat(RunCards.inForce(scene.at(IR), IR, agreed))
        .extracting(card -> card.word().latin())
        .containsExactly("ZALZALA");
    RunCard quake = RunCards.find(scene.at(IR), IR, agreed, "ZALZALA").orElseThrow();
    assertThat(quake.checklist()).containsExactly(Step.KEEP_SCENE.label());
    assertThat(quake.notice().peer()).isFalse();
    assertThat(quake.support().types()).isEmpty();
  }

  private static void speaksThreeLanguages(Label label) {
    assertThat(label.in("fa")).isNotBlank().isNotEqualTo(label.in("en"));
    assertThat(label.in("ur")).isNotBlank().isNotEqualTo(label.in("en"));
    assertThat(label.in("de")).isEqualTo(label.en());
  }
}
