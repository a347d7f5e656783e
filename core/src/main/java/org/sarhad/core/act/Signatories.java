package org.sarhad.core.act;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.SideState;

/// Who can sign, and who has to, at some place of the joint order.
///
/// @param channel the sides, their officers and keys
/// @param quorums which of them an act of some kind takes
public record Signatories(ChannelState channel, Quorums quorums) {
  /// The quorum of a new act of `kind`, made under version `modalities` of the agreed rules.
  Optional<Quorum> quorum(ActKind kind, long modalities) {
    return quorums.find(kind, modalities, parties());
  }

  /// The sides of the channel.
  public SortedSet<PartyId> parties() {
    return Ordered.set(channel.sides().values().map(SideState::party).toList());
  }
}
