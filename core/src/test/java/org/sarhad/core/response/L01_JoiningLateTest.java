package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;

/// FEATURE UNDER TEST: a side that worked alone is paired, and a party joins its channel while it
/// runs.
class L01_JoiningLateTest {
  private final Scene scene = new Scene();

  @Test
  void joiningLateComesToTheSameAsHavingBeenThereFromTheBeginning() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    scene.ask(IR, Scene.WATCH, new ResponseRequest.Acknowledge(id, Words.NONE));
    List<Said> told = scene.joint().incident(id).orElseThrow().said();

    ResponseState alone = ResponseState.of(PK);
    for (Said said : told) {
      alone = alone.apply(said.context(), said.fact());
    }
    ResponseState joined = alone.joinedBy(IR);

    assertThat(alone.incident(id).orElseThrow().knowers()).containsExactly(PK);
    assertThat(joined.incident(id).orElseThrow().knowers()).containsExactly(IR, PK);
    assertThat(joined.incident(id).orElseThrow().stage())
        .isEqualTo(IncidentStage.PEER_ACKNOWLEDGED);
    assertThat(joined.digest()).isEqualTo(scene.joint().digest());
  }

  @Test
  void whatOneSideClosedAloneIsNotClosedForTheOneThatJoins() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    scene.ask(
        PK,
        Scene.WATCH,
        new ResponseRequest.ReachStage(id, Stage.CLOSED, Words.NONE, Audience.RELEASE));
    ResponseState alone = ResponseState.of(PK);
    for (Said said : scene.joint().incident(id).orElseThrow().said()) {
      alone = alone.apply(said.context(), said.fact());
    }

    assertThat(alone.liveIncidents()).isEmpty();
    assertThat(alone.joinedBy(IR).liveIncidents()).hasSize(1);
  }

  @Test
  void joiningTwiceChangesNothing() {
    ResponseState both = ResponseState.of(IR, PK);

    assertThat(both.joinedBy(IR)).isSameAs(both);
  }
}
