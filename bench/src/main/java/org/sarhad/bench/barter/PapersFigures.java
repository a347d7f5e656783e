package org.sarhad.bench.barter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.Role;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.sim.check.BookChecker;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.fault.Adversity;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.workload.Traders;
import org.sarhad.sim.workload.Treaty;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// G1: papers by chance on two simulated nodes, under crashes, cuts and lost, doubled and reordered
/// messages; every book checked after every entry, and both compared in the end.
final class PapersFigures {
  private static final long PAPERS = 300;
  private static final long MANY = 2_000;
  private static final long OF_A_BOOK = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final double NANOS_PER_SECOND = 1e9;

  /// The power goes and the line is cut, for seconds each, some three times a minute, and what it
  /// carries is lost, doubled and reordered.
  private static final FaultMix BUSY =
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

  private PapersFigures() {}

  static void measure(Options options, Report report) {
    long papers = options.entries(PAPERS, MANY);
    long begun = System.nanoTime();
    long booked = 0;
    long faults = 0;
    for (int seed = 1; booked < papers; seed++) {
      Told told = trade(seed, Math.min(OF_A_BOOK, papers - booked));
      booked += told.booked;
      faults += told.faults;
    }
    double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
    String load = "%,d papers, %,d faults (100 000: --entries 100000)".formatted(booked, faults);
    report.add("differences of the two books", load, "", Samples.of(0), Target.atMost(0));
    report.add("papers booked and checked", load, "papers/s", Samples.of(booked / seconds));
  }

  private record Told(long booked, int faults) {}

  /// Trades until there are so many papers. A difference is thrown, with the first entry that
  /// differs.
  private static Told trade(long seed, long papers) {
    SimWorld world = SimWorld.of(seed);
    BookChecker book = new BookChecker(world);
    Checkers checkers = new Checkers(world, List.of(new JointChecker(world), book));
    checkers.begin();
    world.begin();
    agreeOnRules(world);
    var traders =
        new Traders(
            world,
            world.random().fork(),
            PAUSE,
            (node, outcome) -> checkers.tell(checker -> checker.told(node, outcome)));
    var adversity = new Adversity(world, world.random().fork(), BUSY, (_, _) -> {});
    traders.begin();
    adversity.begin();
    world.runUntil(() -> world.left().isOn() && book.booked() >= papers, LIMIT);
    traders.end();
    adversity.heal();
    world.runUntil(() -> isAtRest(world), Duration.ofMinutes(10));
    checkers.tell(Checker::end);
    return new Told(book.booked(), adversity.faults());
  }

  private static void agreeOnRules(SimWorld world) {
    ask(world.left(), Treaty.next(Accord.NONE, 15, 1000, Optional.empty()));
    world.run(Duration.ofSeconds(5));
    Act act = world.right().seen().expected().acts().acts().values().findFirst().orElseThrow();
    ask(world.right(), new ActFact.Assented(act.ref(), 0, Capacity.of(Role.CHIEF)));
    world.run(Duration.ofSeconds(20));
  }

  private static void ask(SimNode node, ActFact fact) {
    node.request(
        node.identity().chief(), new NodeRequest.State(new Statement.OnAct(fact)), _ -> {});
  }

  private static boolean isAtRest(SimWorld world) {
    if (world.nodes().stream().anyMatch(node -> !node.isOn())) {
      return false;
    }
    NodeView left = world.left().seen();
    NodeView right = world.right().seen();
    return left.joint().finalCount() == right.joint().finalCount();
  }
}
