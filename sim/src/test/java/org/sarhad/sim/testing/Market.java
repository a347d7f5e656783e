package org.sarhad.sim.testing;

import java.time.Duration;
import java.util.List;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.check.ActsChecker;
import org.sarhad.sim.check.BookChecker;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.check.Violation;
import org.sarhad.sim.fault.Adversity;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.workload.Traders;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// Two sides that do nothing but trade, as fast as paper can be written, with the line and the
/// power going all the time. The book is checked after every event.
public final class Market {
  /// The power goes, the line is cut, both ways or one way, so that acknowledgements are lost, and
  /// what it carries is lost, doubled and reordered. For seconds each, and not so often that
  /// nothing goes on: whoever finds the other silent waits up to a minute before they try again.
  public static final FaultMix BUSY =
      new FaultMix(
          "busy",
          Duration.ofSeconds(20),
          4,
          3,
          3,
          0,
          0,
          0,
          Duration.ofSeconds(4),
          Duration.ofSeconds(3),
          Duration.ZERO);

  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final Duration LIMIT = Duration.ofHours(1);

  private final SimWorld world;
  private final FaultMix mix;
  private final Checkers checkers;
  private final BookChecker book;
  private int faults;

  /// The market of `seed`, where things go wrong as `mix` says.
  public Market(long seed, FaultMix mix) {
    this.world = SimWorld.of(seed);
    this.mix = mix;
    this.book = new BookChecker(world);
    this.checkers =
        new Checkers(world, List.of(new JointChecker(world), new ActsChecker(world), book));
  }

  /// Its two sides.
  public SimWorld world() {
    return world;
  }

  /// What is counted of the book.
  public BookChecker book() {
    return book;
  }

  /// How often something went wrong.
  public int faults() {
    return faults;
  }

  /// They agree on rules and trade until there are `papers` in the book; then everything is healed,
  /// comes to rest, and is checked as a whole.
  ///
  /// @throws Violation if something does not hold
  public void trades(long papers) {
    checkers.begin();
    world.begin();
    new Chief(world, world.left()).agreesOnRules();
    var traders = new Traders(world, world.random().fork(), PAUSE, this::told);
    var adversity = new Adversity(world, world.random().fork(), mix, (_, _) -> {});
    traders.begin();
    adversity.begin();
    world.runUntil(() -> world.left().isOn() && book.booked() >= papers, LIMIT);
    traders.end();
    adversity.heal();
    faults = adversity.faults();
    if (!world.runUntil(this::isAtRest, Duration.ofMinutes(10))) {
      throw new Violation("live", "no rest after healing");
    }
    checkers.tell(Checker::end);
  }

  private void told(SimNode node, Outcome outcome) {
    checkers.tell(checker -> checker.told(node, outcome));
  }

  /// Nothing but the last acknowledgement may still be tentative.
  private boolean isAtRest() {
    if (!world.nodes().stream().allMatch(SimNode::isOn)) {
      return false;
    }
    long all =
        world.nodes().stream()
            .mapToLong(node -> node.seen().log(node.origin()).orElseThrow().size())
            .sum();
    return world.nodes().stream().allMatch(node -> all - node.seen().joint().finalCount() <= 2)
        && world.left().seen().joint().finalCount() == world.right().seen().joint().finalCount();
  }
}
