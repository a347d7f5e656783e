package org.sarhad.bench.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// What a request costs a side that has worked behind a cut for weeks: everything it released since
/// is known to it, and none of it is final.
public final class BehindRow implements Row {
  private static final long SEED = 20190422;
  private static final int PART = 2_000;
  private static final long FEW = 20_000;
  private static final long MANY = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "behind";
  }

  @Override
  public String question() {
    return "what a request costs behind a cut, when little and when much waits for the other side";
  }

  @Override
  public String boundary() {
    return """
        inside:  alerts of one officer, released, one after the other; the node's production code, from the request
                 to its durable answer; processor time of the one thread that does it all; disk and clock simulated
        outside: real signatures; HTTP; the first %d requests of each round, in which the JVM translates"""
        .formatted(PART);
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    long entries = options.entries(FEW, MANY);
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      var world = SimWorld.of(SEED + round);
      world.begin();
      world.run(PATIENCE);
      world.link().cut();
      raise(world);
      first.add(1000 / CpuTime.perSecond(() -> raise(world)));
      for (long raised = 2 * PART; raised < entries - PART; raised += PART) {
        raise(world);
      }
      report.progress("%d entries wait".formatted(entries));
      last.add(1000 / CpuTime.perSecond(() -> raise(world)));
    }
    var few =
        report.add("a request, little waits", 2 * PART + " entries", "ms", new Samples(first));
    var many = report.add("a request, much waits", entries + " entries", "ms", new Samples(last));
    report.ratio(many, few, Optional.of(Target.atMost(2)));
  }

  /// Raises so many alerts as make a part, each after the answer to the one before.
  private static long raise(SimWorld world) {
    SimNode node = world.left();
    for (int i = 0; i < PART; i++) {
      List<Outcome> answers = new ArrayList<>();
      node.request(node.identity().chief(), alert(node), Optional.empty(), answers::add);
      world.runUntil(() -> !answers.isEmpty(), PATIENCE);
      if (!(answers.getFirst() instanceof Outcome.Accepted)) {
        throw new IllegalStateException("an alert was refused: " + answers.getFirst());
      }
    }
    return PART;
  }

  private static NodeRequest alert(SimNode node) {
    var alert =
        new Alert(
            Optional.empty(),
            Words.en("sighting"),
            new Place("Post 42", Optional.empty(), 0),
            node.clock().now(),
            Priority.P1);
    return new NodeRequest.Respond(
        new ResponseRequest.OpenIncident(alert, false, Audience.RELEASE));
  }
}
