package org.sarhad.core.inquiry;

import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// One matter and all that was said in it. Immutable.
///
/// @param opened by whom and where; the matter is known by that entry
/// @param said what it is
/// @param closed which sides have nothing more to say, and since where
/// @param accounts claims, seals and questions
/// @param exhibits what is held as evidence
/// @param joint what the sides do and agree on together
public record MatterFile(
    Stamp opened,
    MatterFact.Opened said,
    PersistentMap<PartyId, Closing> closed,
    Accounts accounts,
    Exhibits exhibits,
    JointWork joint) {

  /// A side has nothing more to say.
  ///
  /// @param said where it said so
  /// @param reason why
  public record Closing(Stamp said, Words reason) {}

  static MatterFile of(Stamp opened, MatterFact.Opened said) {
    return new MatterFile(
        opened, said, PersistentMap.empty(), Accounts.EMPTY, Exhibits.EMPTY, JointWork.EMPTY);
  }

  /// The entry by which it is known.
  public EntryId id() {
    return opened.entry();
  }

  MatterFile closedBy(Closing closing) {
    return new MatterFile(
        opened, said, closed.put(closing.said().by(), closing), accounts, exhibits, joint);
  }

  MatterFile reopenedBy(PartyId side) {
    return new MatterFile(opened, said, closed.remove(side), accounts, exhibits, joint);
  }

  MatterFile with(Accounts next) {
    return new MatterFile(opened, said, closed, next, exhibits, joint);
  }

  MatterFile with(Exhibits next) {
    return new MatterFile(opened, said, closed, accounts, next, joint);
  }

  MatterFile with(JointWork next) {
    return new MatterFile(opened, said, closed, accounts, exhibits, next);
  }
}
