package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.CopiesChecker;
import org.sarhad.sim.check.HeadsChecker;
import org.sarhad.sim.check.Histories;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.check.PromisesChecker;
import org.sarhad.sim.workload.Officers;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// The line is cut while both sides go on working, for half a minute, for an hour, for three weeks.
/// When it is mended, all that either released arrives at the other once, in order and with proof,
/// and both compute one order. How long that took is printed.
@Tag("sim")
class PartitionTest {
  private final SimWorld world = SimWorld.of(21);
  private final PromisesChecker promises = new PromisesChecker(world);
  private final JointChecker joint = new JointChecker(world);
  private final CopiesChecker copies = new CopiesChecker(world);
  private final Checkers checkers =
      new Checkers(
          world, List.of(new HeadsChecker(world, new Histories()), joint, promises, copies));

  @ParameterizedTest
  @CsvSource({"PT30S, PT1S, PT0.2S", "PT1H, PT20S, PT1S", "P21D, PT1H, PT10M"})
  void allOfBothArrivesOnceAndInOrder(Duration cut, Duration pause, Duration tick) {
    checkers.begin();
    world.begin();
    var officers =
        new Officers(world, world.random().fork(), pause, (node, outcome) -> told(node, outcome));
    world.link().cut();
    world.nodes().forEach(node -> node.tickEvery(tick));
    officers.begin();
    world.run(cut);
    officers.end();
    world.run(tick.plusSeconds(5));
    var released = world.nodes().stream().map(PartitionTest::own).toList();
    for (var node : world.nodes()) {
      assertThat(node.seen().link(world.other(node).party()).orElseThrow().state())
          .isEqualTo(LinkState.SILENT);
      assertThat(node.seen().guard().name()).isEqualTo("PASSED");
    }

    world.nodes().forEach(node -> node.tickEvery(Duration.ofMillis(200)));
    world.run(tick);
    long mended = world.scheduler().nowNanos();
    long began = System.nanoTime();
    world.link().mend();
    boolean caughtUp = world.runUntil(() -> isCaughtUp(released), Duration.ofMinutes(10));

    assertThat(caughtUp).as("within ten minutes of simulated time").isTrue();
    System.out.printf(
        "cut for %s: %d + %d entries, all there %.1f s after the line was mended (%d ms to compute)%n",
        cut,
        released.getFirst().size(),
        released.getLast().size(),
        (world.scheduler().nowNanos() - mended) / 1e9,
        (System.nanoTime() - began) / 1_000_000);
    for (int i = 0; i < 2; i++) {
      var node = world.nodes().get(i);
      assertThat(copied(node)).startsWith(released.get(i).toArray(Entry[]::new));
    }
    world.run(Duration.ofMinutes(1));
    var places = new ArrayList<EntryId>();
    for (long count = 1; count <= world.left().seen().joint().finalCount(); count++) {
      places.add(world.left().seen().jointEntry(count).orElseThrow());
    }
    assertThat(places).doesNotHaveDuplicates();
    assertThat(places).containsAll(released.stream().flatMap(List::stream).map(Entry::id).toList());
    checkers.tell(Checker::end);
  }

  private void told(SimNode node, Outcome outcome) {
    promises.told(node, outcome);
  }

  private boolean isCaughtUp(List<List<Entry>> released) {
    for (int i = 0; i < 2; i++) {
      var node = world.nodes().get(i);
      long size = released.get(i).size();
      long there = world.other(node).seen().link(node.party()).orElseThrow().held();
      long known = node.seen().link(world.other(node).party()).orElseThrow().cosigned();
      if (there < size || known < size) {
        return false;
      }
    }
    return true;
  }

  private static List<Entry> own(SimNode node) {
    return all(node, node);
  }

  private List<Entry> copied(SimNode author) {
    return all(world.other(author), author);
  }

  private static List<Entry> all(SimNode at, SimNode author) {
    long size = at.seen().log(author.origin()).orElseThrow().size();
    var entries = new ArrayList<Entry>();
    for (long from = 0; from < size; from += 1000) {
      entries.addAll(at.seen().entries(author.origin(), from, Math.min(size, from + 1000)));
    }
    return entries;
  }
}
