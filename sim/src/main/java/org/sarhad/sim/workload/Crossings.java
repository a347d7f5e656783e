package org.sarhad.sim.workload;

import java.util.Optional;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What the officers of both sides do at the line: units come to it, leaves to cross are asked for
/// and given, units enter and leave, are stopped and obey, use the fast lane. What they ask makes
/// sense most of the time; when it does not, their own node is to refuse it.
final class Crossings {
  private final SimRandom random;
  private final Patrols patrols;
  private final Leaves leaves;
  private final Visits visits;
  private final Hosts hosts;

  Crossings(SimWorld world, SimRandom random) {
    var terrain = new Terrain(world.border(), random);
    this.random = random;
    this.patrols = new Patrols(world, random, terrain);
    this.leaves = new Leaves(world, random, terrain);
    this.visits = new Visits(world, random);
    this.hosts = new Hosts(random);
  }

  /// What somebody at `node` asks next.
  Ask any(SimNode node) {
    return said(node).orElseGet(() -> patrols.any(node));
  }

  private Optional<Ask> said(SimNode node) {
    return switch (random.between(0, 18)) {
      case 0, 1, 2 -> leaves.proposal(node);
      case 3, 4, 5 -> leaves.answer(node);
      case 6, 7, 8 -> visits.entered(node);
      case 9 -> visits.left(node);
      case 10 -> visits.obeyed(node);
      case 11 -> visits.lane(node);
      case 12 -> visits.ended(node);
      case 13 -> visits.reported(node);
      case 14 -> hosts.stopped(node);
      case 15 -> hosts.charged(node);
      case 16 -> patrols.sent(node);
      default -> Optional.empty();
    };
  }
}
