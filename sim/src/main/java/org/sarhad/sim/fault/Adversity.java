package org.sarhad.sim.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.store.HeadLock;
import org.sarhad.sim.world.LinkFaults;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimLink;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// Lets things go wrong, as a [FaultMix] says, until it is told to [#heal].
public final class Adversity {
  private static final Duration A_SECOND_OR_TWO = Duration.ofSeconds(2);
  private static final Duration A_MINUTE_OR_TWO = Duration.ofMinutes(2);

  private final SimWorld world;
  private final SimRandom random;
  private final FaultMix mix;
  private final BiConsumer<SimNode, Long> restored;
  private final Map<SimNode, Backup> backups = new HashMap<>();
  private final Set<SimNode> inRepair = new HashSet<>();
  private boolean isOver;
  private int faults;

  private record Backup(SimDisk disk, SimDisk lock, long ownShown) {}

  /// Adversity in `world`. `restored` hears which node was put back to a backup, and how many own
  /// entries it showed when that was taken.
  public Adversity(
      SimWorld world, SimRandom random, FaultMix mix, BiConsumer<SimNode, Long> restored) {
    this.world = world;
    this.random = random;
    this.mix = mix;
    this.restored = restored;
  }

  /// It begins.
  public void begin() {
    plan();
  }

  /// How many things went wrong.
  public int faults() {
    return faults;
  }

  private void plan() {
    world
        .scheduler()
        .in(
            random.between(Duration.ZERO, mix.between().multipliedBy(2)),
            "something goes wrong",
            () -> {
              if (!isOver) {
                faults++;
                strike(random.pick(world.nodes()));
                plan();
              }
            });
  }

  private void strike(SimNode node) {
    int draw = random.between(0, mix.total() - 1);
    if ((draw -= mix.crash()) < 0) {
      crash(node);
    } else if ((draw -= mix.cut()) < 0) {
      cut();
    } else if ((draw -= mix.degrade()) < 0) {
      degrade();
    } else if ((draw -= mix.clock()) < 0) {
      stepClock(node);
    } else if ((draw -= mix.disk()) < 0) {
      failDisk(node);
    } else {
      backup(node);
    }
  }

  private void crash(SimNode node) {
    if (node.isOn()) {
      if (random.chance(500)) {
        node.crashAfter(random.between(1, 60));
      } else {
        node.crash();
      }
    }
    startLater(node);
  }

  private void startLater(SimNode node) {
    world
        .scheduler()
        .in(
            random.between(Duration.ofMillis(100), mix.offMax()),
            "somebody switches " + node.party() + " on",
            () -> {
              if (!node.isOn() && !inRepair.contains(node)) {
                node.start();
              }
            });
  }

  private void cut() {
    if (random.chance(500)) {
      world.link().cut();
    } else {
      world.link().cut(random.pick(List.of(SimLink.Direction.values())));
    }
    world
        .scheduler()
        .in(
            random.between(Duration.ofMillis(500), mix.cutMax()),
            "the line is mended",
            () -> world.link().mend());
  }

  private void degrade() {
    world.link().use(random.chance(600) ? LinkFaults.BAD : LinkFaults.GOOD);
  }

  /// Small steps are as likely as large ones: each finds other faults.
  private void stepClock(SimNode node) {
    node.clock().correct();
    if (random.chance(500)) {
      var most = random.pick(List.of(A_SECOND_OR_TWO, A_MINUTE_OR_TWO, mix.stepMax()));
      node.clock().step(random.between(most.negated(), most));
    }
  }

  private void failDisk(SimNode node) {
    if (random.chance(500)) {
      node.disk().fail(SimDisk.Operation.SYNC, random.between(1, 20));
    } else {
      node.disk().setCapacity(0);
      world
          .scheduler()
          .in(
              random.between(Duration.ofSeconds(1), Duration.ofSeconds(20)),
              "there is room on " + node.party() + "'s disk",
              () -> node.disk().setCapacity(Long.MAX_VALUE));
    }
    startLater(node);
  }

  /// Takes a backup, or puts an old one back. A backup is taken of what a running node's disk has,
  /// as a copy of the running machine would.
  private void backup(SimNode node) {
    var backup = Optional.ofNullable(backups.get(node));
    if (backup.isEmpty() || random.chance(400)) {
      node.view()
          .ifPresent(
              view -> {
                long own = view.log(node.origin()).orElseThrow().size();
                world.note("a backup of " + node.party() + " is taken");
                backups.put(
                    node,
                    new Backup(node.disk().copy("backup"), node.lockDisk().copy("backup"), own));
              });
      return;
    }
    if (inRepair.contains(node)) {
      return;
    }
    if (node.isOn()) {
      node.crash();
    }
    inRepair.add(node);
    // By the time somebody has put a backup in place, nothing of before is on the line any more.
    world
        .scheduler()
        .in(
            Duration.ofSeconds(5),
            node.party() + " is repaired",
            () -> restore(node, backup.get()));
  }

  /// Puts the backup in place, if the other side has all that this node ever signed and is not
  /// itself about to fetch something: what both sides have lost nobody can bring back. Where the
  /// lock, which is kept apart, is not put back, it remembers more than the disk.
  private void restore(SimNode node, Backup backup) {
    inRepair.remove(node);
    var other = world.other(node).view().filter(view -> view.guard() == GuardState.PASSED);
    long held = other.flatMap(view -> view.link(node.party())).map(LinkView::held).orElse(-1L);
    if (lockedSize(node) <= held) {
      world.note(node.party() + " is put back to a backup");
      node.disk().restore(backup.disk());
      if (random.chance(500)) {
        node.lockDisk().restore(backup.lock());
      }
      restored.accept(node, backup.ownShown());
    }
    node.start();
  }

  /// How many entries the head in the lock of `node` has.
  private static long lockedSize(SimNode node) {
    try {
      var head = new HeadLock(node.lockDisk(), "lock").find(node.origin().value());
      return head.isEmpty() ? 0 : SignedCheckpoint.parse(head.get()).size();
    } catch (IOException | MalformedException e) {
      throw new IllegalStateException("the lock of " + node.party(), e);
    }
  }

  /// Nothing goes wrong any more, and what went wrong is put right.
  public void heal() {
    isOver = true;
    world.link().mend();
    world.link().use(LinkFaults.GOOD);
    for (var node : world.nodes()) {
      node.clock().correct();
      // Also calls off a power cut that was still to come.
      node.disk().restart();
      node.disk().setCapacity(Long.MAX_VALUE);
      node.disk().fail(SimDisk.Operation.SYNC, Integer.MAX_VALUE);
      if (!node.isOn() && !inRepair.contains(node)) {
        node.start();
      }
    }
  }
}
