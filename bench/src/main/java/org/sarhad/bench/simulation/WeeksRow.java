package org.sarhad.bench.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.workload.Officers;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.tree.Hash;

/// The link is cut for three weeks while both sides go on working.
public final class WeeksRow implements Row {
  private static final long SEED = 20190422;
  private static final Duration CUT = Duration.ofDays(21);
  private static final Duration PAUSE = Duration.ofMinutes(15);
  private static final Duration TICK = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofDays(2);

  @Override
  public String name() {
    return "weeks";
  }

  @Override
  public String question() {
    return "what both sides released during a simulated cut of three weeks that arrives";
  }

  @Override
  public String boundary() {
    return """
        inside:  both nodes' production code, disk, link and clock simulated; every entry an officer was told
                 is durable looked for at the other side; both orders and states compared
        outside: real time and real signatures""";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    var world = SimWorld.of(SEED);
    List<EntryId> promised = new ArrayList<>();
    var officers =
        new Officers(
            world,
            world.random().fork(),
            PAUSE,
            (_, outcome) -> {
              if (outcome instanceof Outcome.Accepted(List<EntryId> entries, var _)) {
                promised.addAll(entries);
              }
            });
    world.begin();
    world.nodes().forEach(node -> node.tickEvery(TICK));
    world.link().cut();
    long started = System.nanoTime();
    officers.begin();
    world.run(CUT);
    officers.end();
    long mendedAt = world.scheduler().nowNanos();
    world.link().mend();
    world.runUntil(() -> isDelivered(world), PATIENCE);
    double catchUp = (world.scheduler().nowNanos() - mendedAt) / 1e9;
    double wall = (System.nanoTime() - started) / 1e9;

    List<EntryId> released = promised.stream().distinct().filter(WeeksRow::isReleased).toList();
    long arrived = released.stream().filter(id -> isAtTheOther(world, id)).count();
    String load = released.size() + " entries in " + CUT.toDays() + " days";
    report.add(
        "of what officers were told is durable, at the other side",
        load,
        "%",
        Samples.of(100.0 * arrived / released.size()),
        Target.atLeast(100));
    report.add(
        "logs equal, entry by entry, and joint states equal",
        load,
        "%",
        Samples.of(isEqual(world) ? 100 : 0),
        Target.atLeast(100));
    report.add("from mending to all of it cosigned", load, "simulated s", Samples.of(catchUp));
    report.add("the simulation of it", load, "s", Samples.of(wall));
  }

  private static boolean isReleased(EntryId id) {
    return id.origin().value().endsWith("/joint");
  }

  private static boolean isAtTheOther(SimWorld world, EntryId id) {
    return world.nodes().stream().allMatch(node -> node.seen().entry(id).isPresent());
  }

  /// Both logs are whole, signed and cosigned at both nodes.
  private static boolean isDelivered(SimWorld world) {
    return world.nodes().stream()
        .allMatch(
            node -> {
              Origin own = node.identity().node().origin();
              LogView log = node.seen().log(own).orElseThrow();
              return log.cosigned().map(head -> head.size() == log.size()).orElse(false)
                  && world
                      .other(node)
                      .seen()
                      .log(own)
                      .map(LogView::size)
                      .equals(Optional.of(log.size()));
            });
  }

  private static boolean isEqual(SimWorld world) {
    boolean logs =
        world.nodes().stream()
            .map(node -> node.identity().node().origin())
            .allMatch(origin -> root(world.left(), origin).equals(root(world.right(), origin)));
    NodeView.JointView left = world.left().seen().joint();
    NodeView.JointView right = world.right().seen().joint();
    return logs
        && left.equal()
        && (left.finalCount() != right.finalCount() || left.state().equals(right.state()));
  }

  private static Optional<Hash> root(SimNode node, Origin origin) {
    return node.seen().log(origin).flatMap(LogView::newest).map(head -> head.checkpoint().root());
  }
}
