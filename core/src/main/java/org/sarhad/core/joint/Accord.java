package org.sarhad.core.joint;

import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.record.ChannelState;
import org.sarhad.tlog.tree.Hash;

/// What stands between the sides: their joint acts, and everything that rests on them. Immutable.
///
/// Folded in the joint order. Folded over the final part of it, this is what binds; folded further,
/// over what is not final yet, it is what a node decides on and shows as not yet certain (protocol
/// clause 07-1.3).
///
/// @param acts what was proposed, and how far it is
public record Accord(ActsState acts) {
  /// Nothing agreed yet.
  public static final Accord NONE = new Accord(ActsState.NONE);

  /// This after one more entry, of whatever kind. O(log n).
  ///
  /// @param channel who may sign what: as it stood after that entry, or later
  /// @param entry where it stands, and what its author had seen
  /// @param said what it says, as far as this version knows
  public Accord take(ChannelState channel, ActEntry entry, Optional<Statement> said) {
    ActsState entered = acts.enter(entry);
    return new Accord(
        said.isPresent() && said.get() instanceof Statement.OnAct(var fact)
            ? entered.apply(signatories(channel), entry, fact)
            : entered);
  }

  /// The version of the agreed rules that is in force; 0 for none.
  public long modalities() {
    return 0;
  }

  /// Who signs what, by what is agreed.
  public Signatories signatories(ChannelState channel) {
    return new Signatories(channel, Quorums.DEFAULT);
  }

  /// Equal on two nodes that have folded the same entries with the same result.
  public Hash digest() {
    return acts.digest();
  }
}
