package org.sarhad.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.sim.testing.Chief;

class TwoNodesTest {
  @Test
  void whatOneReleasesTheOtherKnowsAndBothComputeTheSame() {
    var world = SimWorld.of(1);
    world.begin();
    var alert =
        new Chief(world, world.left()).raises("post under fire", Audience.RELEASE).getFirst();
    world.run(Duration.ofSeconds(3));
    for (var node : world.nodes()) {
      assertThat(node.seen().response().incidents()).hasSize(1);
      assertThat(node.seen().isFinal(alert)).isTrue();
    }
    assertThat(world.left().seen().joint().finalCount())
        .isEqualTo(world.right().seen().joint().finalCount());
    assertThat(world.left().seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }
}
