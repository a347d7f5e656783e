package org.sarhad.node.machine;

import java.util.List;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;

/// Something a console may want to fetch again. Says *what* changed, never how it is now.
public sealed interface Change {

  /// Entries became visible on this node: own ones durable, the peer's cosigned. In the order in
  /// which they were applied.
  record Entries(List<EntryId> entries) implements Change {
    /// Copies the list.
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /// A rung of the ladder was climbed: the logs named have a newer head, or a newer cosignature, or
  /// a longer final order.
  record Heads(Set<Origin> logs) implements Change {
    /// Copies the set.
    public Heads {
      logs = Set.copyOf(logs);
    }
  }

  /// The state of the link with `peer`, or what waits for it, changed.
  record Link(PartyId peer) implements Change {}

  /// A piece of evidence was kept.
  record EvidenceKept(String name) implements Change {}

  /// Both nodes computed different joint states.
  record Diverged(PartyId peer) implements Change {}
}
