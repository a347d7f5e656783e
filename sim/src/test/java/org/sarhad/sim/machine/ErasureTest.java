package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.tree.Hash;

/// What was erased is gone from both nodes and from what they show and compute, whenever each of
/// them learnt of it; and the two never take that for a difference (02-7.4, 03-5.3).
class ErasureTest {
  private final SimWorld world = SimWorld.of(7);

  private EntryId alert() {
    var left = world.left();
    return chief().raises("a name that should not have been written", Audience.RELEASE).stream()
        .filter(id -> id.origin().equals(left.identity().node().origin()))
        .findFirst()
        .orElseThrow();
  }

  private Chief chief() {
    return new Chief(world, world.left());
  }

  private Hash bodyOf(EntryId id) {
    return world.left().seen().entry(id).orElseThrow().envelope().body().orElseThrow().sha256();
  }

  private void erase(EntryId id) {
    chief().does(new NodeRequest.Erase(id, bodyOf(id), "a person's name, art. 17"));
    world.run(Duration.ofSeconds(1));
  }

  private void assertGone(EntryId id, Hash body) {
    for (var node : world.nodes()) {
      assertThat(node.seen().payload(id, body)).as("%s's copy", node.party()).isEmpty();
      assertThat(node.seen().response().incidents()).as("%s's state", node.party()).isEmpty();
      assertThat(node.seen().entry(id)).as("%s keeps the entry", node.party()).isPresent();
    }
  }

  private void assertAgreed() {
    long before = world.right().seen().joint().compared();
    // Another matter, so that both have something to acknowledge.
    alert();
    world.run(Duration.ofSeconds(20));
    for (var node : world.nodes()) {
      assertThat(node.halted()).isEmpty();
      var joint = node.seen().joint();
      assertThat(joint.equal()).as("%s agrees", node.party()).isTrue();
    }
    assertThat(world.right().seen().joint().compared()).isGreaterThan(before);
    assertThat(world.left().seen().joint().state()).isEqualTo(world.right().seen().joint().state());
    assertThat(world.left().seen().response().incidents()).hasSize(1);
  }

  private static void restart(SimWorld world, SimNode node) {
    node.crash();
    world.run(Duration.ofSeconds(1));
    node.start();
    world.run(Duration.ofSeconds(10));
  }

  @Test
  void whatBothHaveReadIsGoneFromBoth() {
    world.begin();
    var id = alert();
    var body = bodyOf(id);
    world.run(Duration.ofSeconds(10));
    assertThat(world.right().seen().response().incidents()).hasSize(1);
    erase(id);
    world.run(Duration.ofSeconds(10));
    assertGone(id, body);
    assertAgreed();
  }

  @Test
  void whatWasErasedBeforeItArrivedNeverArrives() {
    world.begin();
    world.link().cut();
    var id = alert();
    var body = bodyOf(id);
    erase(id);
    world.link().mend();
    world.run(Duration.ofMinutes(2));
    assertGone(id, body);
    assertAgreed();
  }

  @Test
  void theOtherSideErasesWhenItLearnsOfIt() {
    world.begin();
    var id = alert();
    var body = bodyOf(id);
    world.run(Duration.ofSeconds(10));
    world.link().cut();
    erase(id);
    assertThat(world.left().seen().response().incidents()).isEmpty();
    assertThat(world.right().seen().payload(id, body)).isPresent();
    // What the one still has and the other has not any more is no difference of programs.
    world.run(Duration.ofMinutes(1));
    assertThat(world.right().seen().joint().equal()).isTrue();
    world.link().mend();
    world.run(Duration.ofMinutes(2));
    assertGone(id, body);
    assertAgreed();
  }

  @Test
  void eitherNodeMayStartAgainInBetween() {
    world.begin();
    var id = alert();
    var body = bodyOf(id);
    world.run(Duration.ofSeconds(10));
    world.link().cut();
    erase(id);
    restart(world, world.left());
    world.link().mend();
    world.run(Duration.ofMinutes(2));
    restart(world, world.right());
    world.run(Duration.ofMinutes(1));
    assertGone(id, body);
    assertAgreed();
  }
}
