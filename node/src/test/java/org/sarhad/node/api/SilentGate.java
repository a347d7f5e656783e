package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;

/// Stands where a node would, for tests of what comes before it: nobody may get this far.
class SilentGate implements NodeGate {
  @Override
  public List<PartyId> peers() {
    return List.of();
  }

  @Override
  public NodeView view() {
    throw new AssertionError("nothing here looks at the node");
  }

  @Override
  public CompletionStage<Outcome> ask(
      Session session, NodeRequest request, Optional<NodeRequest.Once> once) {
    throw new AssertionError("nothing here asks the node");
  }

  @Override
  public void audit(AuditFact fact) {
    throw new AssertionError("nothing here is audited");
  }

  @Override
  public void listen(Consumer<Change> listener) {
    // nothing ever changes here
  }

  @Override
  public List<HealthView.Check> live() {
    return List.of();
  }

  @Override
  public List<HealthView.Check> ready() {
    return List.of();
  }
}
