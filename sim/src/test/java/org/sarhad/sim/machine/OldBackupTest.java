package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.response.Incident;
import org.sarhad.node.machine.GuardState;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimWorld;

/// A node on an old backup works on for its own side, and what it does then stays beside what comes
/// back from the peer.
class OldBackupTest {
  private final SimWorld world = SimWorld.of(11);

  @Test
  void namesGivenWhileBehindAreNotThoseThatComeBack() {
    world.begin();
    var node = world.left();
    var chief = new Chief(world, node);
    var backup = node.disk().copy("backup");
    var lock = node.lockDisk().copy("backup");
    chief.raises("told before the machine died", Audience.RELEASE);
    world.run(Duration.ofSeconds(20));

    node.crash();
    node.disk().restore(backup);
    node.lockDisk().restore(lock);
    world.run(Duration.ofSeconds(5));
    node.start();
    assertThat(
            world.runUntil(
                () -> node.view().filter(view -> view.guard() == GuardState.RESTORING).isPresent(),
                Duration.ofMinutes(1)))
        .isTrue();
    chief.raises("opened in the meantime", Audience.INTERNAL);
    world.run(Duration.ofMinutes(2));

    assertThat(node.seen().guard()).isEqualTo(GuardState.PASSED);
    assertThat(node.seen().response().incidents())
        .extracting(Incident::isReleased)
        .containsExactlyInAnyOrder(true, false);
    assertThat(world.right().seen().response().incidents()).hasSize(1);
    assertThat(node.seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }
}
