package org.sarhad.node.api;

import java.util.List;
import org.sarhad.node.api.view.HealthView;

/// Health, for whatever watches over processes.
final class MachineOperations {
  private final NodeGate node;

  MachineOperations(NodeGate node) {
    this.node = node;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("healthLive", "/health/live", Access.open(), _ -> health(node.live())),
        Operation.get("healthReady", "/health/ready", Access.open(), _ -> health(node.ready())));
  }

  private static Answer health(List<HealthView.Check> checks) {
    var view = HealthView.of(checks);
    return new Answer.Body(view.status().equals("up") ? 200 : 503, view);
  }
}
