package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;

/// FEATURE UNDER TEST: the other side is told, its node has it, a person there reads it and
/// acknowledges (docs/domain/response.md §4.2). Scenario steps 9 and 10.
class A02_TellThePeerTest {
  private final Scene scene = new Scene();

  @Test
  void theLadderIsClimbedRungByRung() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    scene.pass(Duration.ofMinutes(7));
    scene.ask(PK, WATCH, new ResponseRequest.NotifyPeer(id, scene.alertNow()));
    Said notice = scene.last(PK, id);

    Ladder told = ladder(id, notice);
    assertThat(told.way().received().orElseThrow().by()).isEqualTo(IR);
    assertThat(told.way().read()).as("no person has opened it").isEmpty();
    assertThat(told.acted()).isEmpty();
    assertThat(scene.incident(PK, id).stage()).isEqualTo(IncidentStage.PEER_NOTIFIED);
    assertThat(Alarms.sounding(scene.at(IR), IR)).extracting(Incident::id).containsExactly(id);

    scene.pass(Duration.ofMinutes(3)).read(notice);
    scene.ask(IR, WATCH, new ResponseRequest.Acknowledge(id, Words.en("Seen")));

    Ladder acknowledged = ladder(id, notice);
    assertThat(acknowledged.way().read()).isPresent();
    assertThat(acknowledged.acted().orElseThrow().kind()).isEqualTo(FactKind.ACKNOWLEDGED);
    assertThat(Duration.between(acknowledged.authored(), acknowledged.acted().orElseThrow().at()))
        .isEqualTo(Duration.ofMinutes(3));
    for (var party : List.of(IR, PK)) {
      assertThat(scene.incident(party, id).stage()).isEqualTo(IncidentStage.PEER_ACKNOWLEDGED);
    }
    assertThat(Alarms.unacknowledged(scene.at(IR), IR)).isEmpty();
  }

  @Test
  void whatTheOtherSideReadsMaySayLess() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    Alert told =
        new Alert(
            Optional.of("TUFAN"), Words.en("Shots heard"), Samples.POST, scene.now(), Priority.P2);
    scene.ask(PK, WATCH, new ResponseRequest.NotifyPeer(id, told));

    assertThat(scene.incident(PK, id).alert().orElseThrow().what())
        .isEqualTo(Words.en("Post under fire"));
    assertThat(scene.incident(IR, id).alert()).contains(told);
    assertThat(scene.joint().incident(id).orElseThrow().alert()).contains(told);
  }

  @Test
  void anAlertCanBeReleasedAtOnce() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);

    assertThat(scene.incident(IR, id).isReleased()).isTrue();
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.PEER_NOTIFIED);
  }

  @Test
  void theQueuePutsWhatNeedsSomebodyFirst() {
    IncidentId mine = scene.alert(IR, Audience.INTERNAL);
    scene.pass(Duration.ofMinutes(1));
    IncidentId theirs = scene.alert(PK, Audience.RELEASE);

    List<Queue.Line> queue = Queue.of(scene.at(IR), IR, List.of(), scene);

    assertThat(queue).extracting(line -> line.incident().id()).containsExactly(theirs, mine);
    assertThat(queue.getFirst().needsAcknowledgement()).isTrue();
    assertThat(queue.getFirst().unread()).isEqualTo(1);
    assertThat(Queue.of(scene.at(PK), PK, List.of(), scene))
        .extracting(line -> line.incident().id())
        .containsExactly(theirs);
  }

  private Ladder ladder(IncidentId id, Said said) {
    return Ladder.of(said, scene.incident(PK, id), scene);
  }
}
