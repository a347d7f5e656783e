package org.sarhad.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;

class TwoNodesTest {
  @Test
  void whatOneReleasesTheOtherKnowsAndBothComputeTheSame() {
    var world = SimWorld.of(1);
    world.begin();
    var outcomes = new ArrayList<Outcome>();
    var left = world.left();
    left.request(
        left.identity().chief(),
        new NodeRequest.Respond(
            new ResponseRequest.OpenIncident(
                new Alert(
                    Optional.empty(),
                    Words.en("post under fire"),
                    new Place("Post 42", Optional.empty(), 0),
                    left.clock().now(),
                    Priority.P1),
                false,
                Audience.RELEASE)),
        outcomes::add);
    world.run(Duration.ofSeconds(3));
    assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Accepted.class);
    var alert = ((Outcome.Accepted) outcomes.getFirst()).entries().getFirst();
    for (var node : world.nodes()) {
      assertThat(node.seen().response().incidents()).hasSize(1);
      assertThat(node.seen().isFinal(alert)).isTrue();
    }
    assertThat(world.left().seen().joint().finalCount())
        .isEqualTo(world.right().seen().joint().finalCount());
    assertThat(world.left().seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }
}
