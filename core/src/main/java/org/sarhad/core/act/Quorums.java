package org.sarhad.core.act;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Which quorum a kind of act has. The agreed modalities answer, once there are any; both nodes
/// must get the same answer at the same place of the joint order (protocol clause 07-3.2).
@FunctionalInterface
public interface Quorums {
  /// Where no modalities are agreed: every side of the channel, by one security chief each, for
  /// every kind of act. Strict enough that nobody is bound by less than their signatory, and the
  /// only rule that can be had before the first act agrees on others.
  Quorums DEFAULT =
      (kind, modalities, parties) ->
          modalities == 0 && parties.size() > 1
              ? Optional.of(Quorum.alike(parties, Seats.of(Role.CHIEF, 1)))
              : Optional.empty();

  /// The quorum of acts of `kind` under version `modalities` of the agreed rules.
  ///
  /// @param modalities 0 for none
  /// @param parties the sides of the channel
  /// @return empty when that version is not in force, or does not know the kind
  Optional<Quorum> find(ActKind kind, long modalities, SortedSet<PartyId> parties);
}
