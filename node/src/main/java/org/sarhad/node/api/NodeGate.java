package org.sarhad.node.api;

import java.util.List;
import java.util.Set;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.machine.AuditFact;

/// The node as the API sees it.
public interface NodeGate {
  /// What the record entitles an officer to now; nothing for one it does not know.
  Set<Role> rolesOf(OfficerId officer);

  /// Puts a line on the audit trail. Returns at once; the line is durable soon after.
  void audit(AuditFact fact);

  /// Whether the node works at all.
  List<HealthView.Check> live();

  /// Whether it may write and sign.
  List<HealthView.Check> ready();
}
