package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// When both nodes know that they have computed the same (protocol clauses 06-9.2 and 06-9.3): soon
/// after somebody has said something, and soon after one of them has started.
class ComparisonTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final SimWorld world = SimWorld.of(7);
  private EntryId alert = new EntryId(world.left().origin(), 0);

  @BeforeEach
  void begin() {
    world.begin();
    alert = new Chief(world, world.left()).raises("smoke", Audience.RELEASE).getFirst();
  }

  private void assertCompared(SimNode node) {
    var joint = node.seen().joint();
    assertThat(joint.equal()).isTrue();
    assertThat(joint.equalUntil())
        .as("%s has compared what was said last", node.party())
        .isGreaterThanOrEqualTo(placeOf(node, alert));
  }

  private static long placeOf(SimNode node, EntryId entry) {
    long place = 1;
    while (!node.seen().jointEntry(place).orElseThrow().equals(entry)) {
      place++;
    }
    return place;
  }

  @Test
  void bothHaveComparedSoonAfterSomethingWasSaid() {
    world.run(SOON);
    world.nodes().forEach(this::assertCompared);
  }

  /// A start from a snapshot folds nothing of what was compared before: the other side has to say
  /// once more what it has computed.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothHaveComparedSoonAfterAStart(boolean isLeft) {
    raise(40);
    world.run(Duration.ofMinutes(7));
    var node = isLeft ? world.left() : world.right();
    node.crash();
    world.run(Duration.ofSeconds(1));
    node.start();
    assertThat(node.snapshots().orElseThrow().spared()).isGreaterThan(30);
    assertThat(node.seen().joint().compared()).as("nothing yet").isZero();
    world.run(SOON);
    world.nodes().forEach(this::assertCompared);
  }

  private void raise(int count) {
    var chief = new Chief(world, world.left());
    for (int i = 0; i < count; i++) {
      alert = chief.raises("smoke " + i, Audience.RELEASE).getFirst();
      world.run(Duration.ofMillis(200));
    }
  }

  /// It costs an idle pair no more entries than before: one of each side every five minutes.
  @Test
  void whoHasNothingToSaySaysItSeldom() {
    world.run(Duration.ofMinutes(1));
    long before = size();
    world.run(IDLE);
    assertThat(size() - before).isBetween(10L, 12L);
  }

  /// However fast the two answer, an exchange ends.
  @Test
  void anExchangeEndsWithAtMostTwoOfEachSide() {
    world.run(Duration.ofMinutes(1));
    long before = size();
    new Chief(world, world.right()).raises("fire", Audience.RELEASE);
    world.run(Duration.ofMinutes(2));
    long said = size() - before;
    System.out.println("said " + said);
    assertThat(said).isBetween(3L, 6L);
  }

  private long size() {
    return world.nodes().stream()
        .mapToLong(node -> node.seen().log(node.origin()).orElseThrow().size())
        .sum();
  }
}
