package org.sarhad.sim.check;

import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;

/// Holds one family of invariants against everything that happens. Throws [Violation] the moment
/// one does not hold.
public interface Checker {
  /// `node`, which runs, shows something else than before. Called after the event that brought it
  /// about.
  default void look(SimNode node) {}

  /// `from` sends `request`: it leaves the node now.
  default void sent(SimNode from, PartyId to, PeerRequest request) {}

  /// `from` answers: the answer leaves the node now.
  default void answered(SimNode from, PartyId to, PeerRequest request, PeerResponse response) {}

  /// An officer at `node` was told this.
  default void told(SimNode node, Outcome outcome) {}

  /// `node` was put back to how it was at an earlier moment.
  ///
  /// @param ownShown entries of its own log that were shown at that moment
  default void restoredFromBackup(SimNode node, long ownShown) {}

  /// Everything is healed and has come to rest: what was found good bit by bit is checked once
  /// more, as a whole.
  default void end() {}
}
