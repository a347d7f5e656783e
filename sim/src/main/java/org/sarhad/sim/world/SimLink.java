package org.sarhad.sim.world;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// One line between two machines, a *left* and a *right* one. It delays, loses, doubles and
/// reorders messages as its [LinkFaults] say, and each direction can be cut for as long as the
/// scenario likes. What was on its way when a direction is cut is lost.
///
/// A message is an action that happens at the other end. The link knows nothing of requests and
/// answers, so an answer can be lost after the request was done, which is the case that matters.
public final class SimLink {
  /// Which way a message goes.
  public enum Direction {
    /// From left to right.
    RIGHTWARD,
    /// From right to left.
    LEFTWARD
  }

  private final Scheduler scheduler;
  private final SimRandom random;
  private final Set<Direction> cut = EnumSet.noneOf(Direction.class);
  private LinkFaults faults = LinkFaults.GOOD;
  private final Map<Direction, Integer> cuts = new EnumMap<>(Direction.class);

  /// A good line.
  public SimLink(Scheduler scheduler, SimRandom random) {
    this.scheduler = scheduler;
    this.random = random;
  }

  /// From now on the line is as bad as `faults` say.
  public void use(LinkFaults faults) {
    this.faults = faults;
  }

  /// Cuts one direction.
  public void cut(Direction direction) {
    cut.add(direction);
    cuts.merge(direction, 1, Integer::sum);
  }

  /// Cuts both directions.
  public void cut() {
    cut(Direction.RIGHTWARD);
    cut(Direction.LEFTWARD);
  }

  /// Mends both directions.
  public void mend() {
    cut.clear();
  }

  /// Whether messages can pass both ways.
  public boolean isWhole() {
    return cut.isEmpty();
  }

  /// Sends a message: `arrive` happens at the other end once, twice or never.
  public void send(Direction direction, String label, Scheduler.Action arrive) {
    if (cut.contains(direction) || random.chance(faults.lossPerMille())) {
      return;
    }
    deliver(direction, label, arrive);
    if (random.chance(faults.duplicatePerMille())) {
      deliver(direction, label + " again", arrive);
    }
  }

  private void deliver(Direction direction, String label, Scheduler.Action arrive) {
    int cutsBefore = cuts.getOrDefault(direction, 0);
    scheduler.in(
        random.between(faults.latencyMin(), faults.latencyMax()),
        label,
        () -> {
          if (cutsBefore == cuts.getOrDefault(direction, 0)) {
            arrive.run();
          }
        });
  }
}
