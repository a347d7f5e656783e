package org.sarhad.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.check.ActsChecker;
import org.sarhad.sim.check.BookChecker;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.CopiesChecker;
import org.sarhad.sim.check.CrossingsChecker;
import org.sarhad.sim.check.HeadsChecker;
import org.sarhad.sim.check.Histories;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.check.LeaksChecker;
import org.sarhad.sim.check.LineChecker;
import org.sarhad.sim.check.PromisesChecker;
import org.sarhad.sim.check.RestartsChecker;
import org.sarhad.sim.check.Violation;
import org.sarhad.sim.check.VisitorsChecker;
import org.sarhad.sim.fault.Adversity;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.workload.Officers;
import org.sarhad.sim.workload.Traders;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.tree.Hash;

/// One run: two nodes, officers at work, things going wrong, every invariant checked after every
/// event; then everything is healed, and what must come about in the end has to.
public final class Simulation {
  private static final Duration REST = Duration.ofHours(30);

  private final SimWorld world;
  private final FaultMix mix;
  private final Checkers checkers;
  private final PromisesChecker promises;
  private final JointChecker joint;
  private final CopiesChecker copies;
  private final RestartsChecker restarts;
  private final ActsChecker acts;
  private final CrossingsChecker crossings;
  private final BookChecker book;
  private final Officers officers;
  private final Adversity adversity;
  private final Traders traders;

  /// What a run came to.
  ///
  /// @param seed of the run
  /// @param mix what went wrong
  /// @param events how many actions of the scheduler happened
  /// @param steps how many events the two nodes were given by them
  /// @param faults how many of them were faults
  /// @param promised entries that officers were told are kept
  /// @param joint entries that have a place in the joint order
  /// @param erased payloads that were erased on both nodes
  /// @param resumed starts that began with a snapshot and were compared with one that did not
  /// @param acts joint acts that came into force
  /// @param crossed times that a unit crossed the line by a leave
  /// @param breaches times that one crossed without
  /// @param booked vouchers in the book of the barter account
  /// @param refused times that somebody asked of it what their own node refused
  /// @param voided papers of it that were signed or said in vain
  /// @param trace a hash over all that happened
  public record Report(
      long seed,
      String mix,
      long events,
      long steps,
      int faults,
      long promised,
      long joint,
      long erased,
      long resumed,
      long acts,
      long crossed,
      long breaches,
      long booked,
      long refused,
      long voided,
      Hash trace) {
    private static final int TRACE_DIGITS = 16;

    /// For people, in one line.
    public String line() {
      return "seed %d, %s: %d events, %d node steps, %d faults, %d entries promised, %d in order, %d erased, %d resumed, %d acts in force, %d crossed, %d breaches, %d booked, %d refused, %d void, %s"
          .formatted(
              seed,
              mix,
              events,
              steps,
              faults,
              promised,
              joint,
              erased,
              resumed,
              acts,
              crossed,
              breaches,
              booked,
              refused,
              voided,
              "trace " + trace.hex().substring(0, TRACE_DIGITS));
    }
  }

  /// The run of `seed` in `mix`.
  public Simulation(SimWorld world, FaultMix mix, Duration pause) {
    this.world = world;
    this.mix = mix;
    var histories = new Histories();
    this.promises = new PromisesChecker(world);
    this.joint = new JointChecker(world);
    this.copies = new CopiesChecker(world);
    this.restarts = new RestartsChecker();
    this.acts = new ActsChecker(world);
    this.crossings = new CrossingsChecker(world);
    this.book = new BookChecker(world);
    this.checkers =
        new Checkers(
            world,
            List.of(
                new HeadsChecker(world, histories),
                promises,
                joint,
                copies,
                restarts,
                acts,
                crossings,
                new VisitorsChecker(world),
                new LineChecker(world),
                book,
                new LeaksChecker()));
    this.officers = new Officers(world, world.random().fork(), pause, this::told);
    this.adversity =
        new Adversity(
            world,
            world.random().fork(),
            mix,
            (node, shown) -> checkers.tell(checker -> checker.restoredFromBackup(node, shown)));
    this.traders = new Traders(world, world.random().fork(), pause, this::told);
    checkers.begin();
  }

  /// Runs seed `seed` in `mix` for `length` of simulated time, and heals.
  ///
  /// @throws Violation if something does not hold
  public static Report run(long seed, FaultMix mix, Duration length) {
    return new Simulation(SimWorld.of(seed), mix, Duration.ofSeconds(2)).run(seed, length);
  }

  private void told(SimNode node, Outcome outcome) {
    checkers.tell(checker -> checker.told(node, outcome));
  }

  /// Runs for `length`, heals, and checks the end.
  public Report run(long seed, Duration length) {
    world.begin();
    officers.begin();
    traders.begin();
    adversity.begin();
    world.run(length);
    officers.end();
    traders.end();
    adversity.heal();
    rest();
    checkers.tell(Checker::end);
    return new Report(
        seed,
        mix.name(),
        world.scheduler().happened(),
        world.steps(),
        adversity.faults(),
        promises.count(),
        joint.size(),
        copies.erasures() / 2,
        restarts.count(),
        acts.effective(),
        crossings.crossed(),
        crossings.breaches(),
        book.booked(),
        book.refused(),
        book.voided(),
        world.trace());
  }

  /// Waits until both have told each other everything. A node that halted is started again, as its
  /// operator would.
  private void rest() {
    boolean rested = world.runUntil(this::isAtRest, Duration.ofMinutes(10));
    // Clocks that were ahead by up to a day hold up cosignatures until they are caught up with:
    // hours in which nothing happens, with a look now and then.
    for (long hour = 0; !rested && hour < REST.toHours(); hour++) {
      tickEvery(Duration.ofMinutes(10));
      world.run(Duration.ofMinutes(45));
      tickEvery(Duration.ofSeconds(5));
      rested = world.runUntil(this::isAtRest, Duration.ofMinutes(15));
    }
    if (!rested) {
      throw new Violation("live", "no rest after healing: " + describe());
    }
  }

  private void tickEvery(Duration tick) {
    world.nodes().forEach(node -> node.tickEvery(tick));
  }

  private boolean isAtRest() {
    for (var node : world.nodes()) {
      if (!node.isOn()) {
        if (node.halted().isPresent()) {
          node.start();
        }
        return false;
      }
    }
    return world.nodes().stream().allMatch(this::isDelivered) && isOrdered() && acts.isSettled();
  }

  private boolean isDelivered(SimNode node) {
    var own = node.origin();
    var log = node.seen().log(own).orElseThrow();
    return node.seen().links().stream().map(LinkView::state).allMatch(LinkState.LIVE::equals)
        && log.newest().map(head -> head.size() == log.size()).orElse(false)
        && log.cosigned().map(head -> head.size() == log.size()).orElse(false)
        && world.other(node).seen().log(own).map(LogView::size).equals(Optional.of(log.size()));
  }

  /// Nothing but the last acknowledgement may still be tentative.
  private boolean isOrdered() {
    long left = world.left().seen().joint().finalCount();
    long all =
        world.nodes().stream()
            .mapToLong(node -> node.seen().log(node.origin()).orElseThrow().size())
            .sum();
    return left == world.right().seen().joint().finalCount() && all - left <= 2;
  }

  private String describe() {
    var text = new StringBuilder();
    for (var node : world.nodes()) {
      text.append(node.party()).append(node.isOn() ? " on" : " off").append(node.halted());
      node.view()
          .ifPresent(
              view -> {
                text.append(" guard ")
                    .append(view.guard())
                    .append(' ')
                    .append(view.guardSentence());
                view.links()
                    .forEach(
                        link ->
                            text.append(" link ")
                                .append(link.state())
                                .append(' ')
                                .append(link.sentence())
                                .append(" waiting ")
                                .append(link.waiting()));
                view.logs()
                    .forEach(
                        log -> text.append(' ').append(log.kind()).append(' ').append(log.size()));
                text.append(" final ").append(view.joint().finalCount());
              });
      text.append("; ");
    }
    return text.toString();
  }
}
