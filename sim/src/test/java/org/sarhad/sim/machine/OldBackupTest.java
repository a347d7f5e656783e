package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// A node on an old backup works on for its own side, and what it does then stays beside what comes
/// back from the peer.
class OldBackupTest {
  private final SimWorld world = SimWorld.of(11);

  private void open(SimNode node, String what, Audience audience) {
    var outcomes = new ArrayList<Outcome>();
    node.request(
        node.identity().chief(),
        new NodeRequest.Respond(
            new ResponseRequest.OpenIncident(
                new Alert(
                    Optional.empty(),
                    Words.en(what),
                    new Place("Post 42", Optional.empty(), 0),
                    node.clock().now(),
                    Priority.P1),
                false,
                audience)),
        outcomes::add);
    world.run(Duration.ofMillis(200));
    assertThat(outcomes).singleElement().isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void namesGivenWhileBehindAreNotThoseThatComeBack() {
    world.begin();
    var node = world.left();
    var backup = node.disk().copy("backup");
    var lock = node.lockDisk().copy("backup");
    open(node, "told before the machine died", Audience.RELEASE);
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
    open(node, "opened in the meantime", Audience.INTERNAL);
    world.run(Duration.ofMinutes(2));

    assertThat(node.seen().guard()).isEqualTo(GuardState.PASSED);
    assertThat(node.seen().response().incidents())
        .extracting(Incident::isReleased)
        .containsExactlyInAnyOrder(true, false);
    assertThat(world.right().seen().response().incidents()).hasSize(1);
    assertThat(node.seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }
}
