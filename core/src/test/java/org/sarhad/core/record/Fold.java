package org.sarhad.core.record;

import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.note.NoteSigner;

/// Folding what test sides have said.
final class Fold {
  private Fold() {}

  /// The channel of these sides, before anybody spoke.
  static ChannelState empty(TestSide... sides) {
    ChannelState state = ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES);
    for (TestSide side : sides) {
      state = state.with(side.card());
    }
    return state;
  }

  /// All that these sides have said, one side after the other.
  static ChannelState of(TestSide... sides) {
    ChannelState state = empty(sides);
    for (TestSide side : sides) {
      for (TestSide.Said said : side.said()) {
        state = step(state, said);
      }
    }
    return state;
  }

  /// `state` after one entry more.
  static ChannelState step(ChannelState state, TestSide.Said said) {
    Entry entry = said.entry();
    ChannelState entered = state.enter(entry);
    return said.fact().map(fact -> entered.apply(entered.context(entry), fact)).orElse(entered);
  }

  /// The context of the entry that `side` would write next, signed by `officer`.
  static FactContext next(ChannelState state, TestSide side, NoteSigner officer) {
    Entry entry = side.next(RecordKind.ACK.kind()).by(officer).seal(side.node());
    return state.context(entry);
  }

  /// The same without officer.
  static FactContext nextByNode(ChannelState state, TestSide side) {
    EntryId entry = side.at(side.size());
    return new FactContext(entry, side.party(), true, Sides.EIGHT, Optional.empty(), Set.of());
  }
}
