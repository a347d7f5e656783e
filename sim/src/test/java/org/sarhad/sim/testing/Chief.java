package org.sarhad.sim.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.workload.Treaty;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// The chief of a side in a simulated world, who asks and waits for the answer.
public record Chief(SimWorld world, SimNode node) {
  /// A request to raise an alert of these words, for `audience`.
  public NodeRequest alert(String what, Audience audience) {
    return new NodeRequest.Respond(
        new ResponseRequest.OpenIncident(
            new Alert(
                Optional.empty(),
                Words.en(what),
                new Place("Post 42", Optional.empty(), 0),
                node.clock().now(),
                Priority.P1),
            false,
            audience));
  }

  /// Raises it; the entries it became, in order.
  public List<EntryId> raises(String what, Audience audience) {
    return does(alert(what, audience));
  }

  /// Asks, and is not refused; the entries it became, in order.
  public List<EntryId> does(NodeRequest request) {
    return switch (asks(request, Optional.empty()).orElseThrow()) {
      case Outcome.Accepted accepted -> accepted.entries();
      case Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /// States something between the sides, and is not refused; the entry it became.
  public EntryId states(Statement statement) {
    return does(new NodeRequest.State(statement)).getFirst();
  }

  /// Both sides sign rules that are in force at once; done when both nodes are bound by them.
  public void agreesOnRules() {
    var proposal =
        states(new Statement.OnAct(Treaty.next(Accord.NONE, 15, 1000, Optional.empty())));
    world.run(Duration.ofSeconds(5));
    var there = new Chief(world, world.other(node));
    var act = there.node().seen().expected().acts().act(proposal).orElseThrow();
    there.states(new Statement.OnAct(new ActFact.Assented(act.ref(), 0, Capacity.of(Role.CHIEF))));
    world.run(Duration.ofSeconds(20));
  }

  /// Asks, where there is a key with one that makes asking twice the same as asking once; empty if
  /// there is no answer within five seconds, because the node died before.
  public Optional<Outcome> asks(NodeRequest request, Optional<NodeRequest.Once> once) {
    return asks(node.identity().chief(), request, once);
  }

  /// The same, where the officer `by` asks.
  public Optional<Outcome> asks(Session by, NodeRequest request, Optional<NodeRequest.Once> once) {
    var outcomes = new ArrayList<Outcome>();
    node.request(by, request, once, outcomes::add);
    world.runUntil(() -> !outcomes.isEmpty(), Duration.ofSeconds(5));
    return outcomes.stream().findFirst();
  }
}
