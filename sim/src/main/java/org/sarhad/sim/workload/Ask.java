package org.sarhad.sim.workload;

import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.joint.Statement;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.world.SimNode;

/// An officer asks their node for something.
///
/// @param by who
/// @param request what
record Ask(Session by, NodeRequest request) {
  /// The chief at `node` asks.
  static Ask ofChief(SimNode node, NodeRequest request) {
    return new Ask(node.identity().chief(), request);
  }

  /// The chief at `node` states something about a crossing.
  static Ask ofChief(SimNode node, CrossingFact fact) {
    return ofChief(node, new NodeRequest.State(new Statement.OnCrossings(fact)));
  }

  /// The commander on the spot states something about a crossing.
  static Ask ofCommander(SimNode node, CrossingFact fact) {
    return new Ask(
        node.identity().commander(), new NodeRequest.State(new Statement.OnCrossings(fact)));
  }
}
