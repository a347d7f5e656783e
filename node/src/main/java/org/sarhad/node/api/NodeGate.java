package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;

/// The node as the API sees it.
public interface NodeGate {
  /// The newest view.
  NodeView view();

  /// What the record entitles an officer to now; nothing for one it does not know.
  default Set<Role> rolesOf(OfficerId officer) {
    var view = view();
    return view.channel()
        .sides()
        .find(view.self().origin())
        .flatMap(side -> side.roster().officerAt(officer, side.size()))
        .map(Officer::roles)
        .orElse(Set.of());
  }

  /// The peers there are, by name.
  default List<PartyId> peers() {
    return view().links().stream().map(LinkView::peer).toList();
  }

  /// Asks the node. The stage completes once what was accepted is durable, or at once with a
  /// refusal; it never fails. `once`, if present, makes asking twice the same as asking once.
  CompletionStage<Outcome> ask(
      Session session, NodeRequest request, Optional<NodeRequest.Once> once);

  /// Puts a line on the audit trail. Returns at once; the line is durable soon after.
  void audit(AuditFact fact);

  /// Tells `listener` of every change from now on, in order, each after the view shows it. Called
  /// on one thread of the node's, which must not be held up.
  void listen(Consumer<Change> listener);

  /// Whether the node works at all.
  List<HealthView.Check> live();

  /// Whether it may write and sign.
  List<HealthView.Check> ready();
}
