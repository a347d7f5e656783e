package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimNode;

/// The machine itself betrays: its disk fails or is full, its clock is wrong. The node stops rather
/// than say what is not so; nothing that was promised is lost; no entry is refused or moved for a
/// clock.
class MachineFaultsTest {
  private final Scene scene = Scene.of(7);
  private final SimNode node = scene.victim();

  /// A sync that failed is never tried again: nothing is acknowledged, the node stops.
  @Test
  void failedSync() {
    var kept = ((Outcome.Accepted) scene.raises(node)).entries().getFirst();
    node.disk().fail(SimDisk.Operation.SYNC, 1);

    var outcome = scene.asks(node, scene.alert(node), Optional.empty());

    assertThat(outcome).as("an answer to what may be lost").isEmpty();
    assertThat(node.halted()).isPresent();
    comesBackWith(kept);
  }

  @Test
  void fullDisk() {
    var kept = ((Outcome.Accepted) scene.raises(node)).entries().getFirst();
    node.disk().setCapacity(0);
    scene.passes(Duration.ofMinutes(2));
    for (int i = 0; i < 50 && node.isOn(); i++) {
      scene.asks(node, scene.alert(node), Optional.empty());
      scene.passes(Duration.ofSeconds(10));
    }
    assertThat(node.halted().orElseThrow()).contains("no space left");

    node.disk().setCapacity(Long.MAX_VALUE);
    comesBackWith(kept);
  }

  private void comesBackWith(EntryId kept) {
    assertThat(node.isOn()).isFalse();
    node.start();
    scene.passes(Duration.ofSeconds(30));
    assertThat(node.seen().entry(kept)).isPresent();
    scene.bothGoOn();
  }

  /// A clock that is a day wrong, either way, is seen by the other side; the order of what is said
  /// does not depend on it.
  @ParameterizedTest
  @ValueSource(ints = {-24, 24})
  void clockADayWrong(int hours) {
    node.clock().step(Duration.ofHours(hours));
    var first = entry(scene.raises(node));
    scene.passes(Duration.ofSeconds(20));
    var second = entry(scene.raises(scene.other()));
    scene.passes(Duration.ofSeconds(20));

    // The other side's own signatures say when it got it; the author's clock says what it likes.
    var written = scene.other().seen().entry(first).orElseThrow().envelope().time();
    var bracket = scene.other().seen().times(first).received().orElseThrow().bracket();
    assertThat(bracket.admits(written)).isFalse();
    assertThat(
            scene.other().seen().link(node.party()).orElseThrow().clockSkewSeconds().orElseThrow())
        .isCloseTo(Duration.ofHours(hours).toSeconds(), org.assertj.core.data.Offset.offset(60L));
    if (hours < 0) {
      // Until its clock has caught up with its own last cosignature, it gives none.
      node.clock().correct();
      scene.passes(Duration.ofSeconds(90));
    }
    assertThat(List.of(place(scene.other(), first), place(scene.other(), second)))
        .isSorted()
        .isEqualTo(List.of(place(node, first), place(node, second)));
  }

  /// A clock that steps back makes no cosignature older than the last one: it waits until it has
  /// caught up, and says why.
  @Test
  void clockSteppedBack() {
    scene.raises(scene.other());
    scene.passes(Duration.ofSeconds(20));
    long before = scene.mirrored();
    node.clock().step(Duration.ofMinutes(-5));

    var waits = entry(scene.raises(scene.other()));
    scene.passes(Duration.ofMinutes(2));
    assertThat(scene.mirrored()).isEqualTo(before);
    assertThat(scene.other().seen().times(waits).received()).isEmpty();

    scene.passes(Duration.ofMinutes(6));
    assertThat(scene.other().seen().times(waits).received()).isPresent();
    scene.bothGoOn();
  }

  private static EntryId entry(Outcome outcome) {
    return ((Outcome.Accepted) outcome).entries().getFirst();
  }

  /// The place of an entry in the joint order as `at` computes it.
  private static int place(SimNode at, EntryId entry) {
    for (int count = 1; count <= at.seen().joint().finalCount(); count++) {
      if (at.seen().jointEntry(count).equals(Optional.of(entry))) {
        return count;
      }
    }
    throw new AssertionError(entry + " has no place at " + at.party());
  }
}
