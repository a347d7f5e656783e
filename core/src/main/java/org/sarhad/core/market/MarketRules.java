package org.sarhad.core.market;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Merkle;

/// What may be bid and agreed on the market, by whom and when (docs/protocol, 17-market.md, clauses
/// 17-2 to 17-4).
public final class MarketRules {
  /// Who may bid for their side (protocol clause 17-3.1).
  public static final Set<Role> SPEAKERS = Ordered.set(Role.LIAISON, Role.CHIEF, Role.CLERK);

  /// How many bids a side may have under one protocol.
  public static final int BIDS_MAX = 512;

  private MarketRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<MarketFact, MarketFact, MarketRefusal> decide(
      MarketState state, FactContext context, Seen seen, MarketFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<MarketFact, MarketFact, MarketRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<MarketRefusal> objection(MarketState state, ActEntry entry, MarketFact fact) {
    return new Bidding(state, entry).objection(fact);
  }

  /// Why an act of these terms would change nothing if `entry` were the last signature under it;
  /// empty when it would, or is none of this application.
  ///
  /// @param book the account as it stands there
  /// @param sides the sides whose signature the act needs
  /// @param settings what is agreed
  public static Optional<MarketRefusal> objectionToProposal(
      MarketState state,
      BookState book,
      ActEntry entry,
      SortedSet<PartyId> sides,
      ActFact.Proposed said,
      BarterSettings settings) {
    return new Agreeing(state, book, entry, sides, settings).objection(said);
  }

  /// The same, for a proposal that stands, to which `entry` is the last assent.
  public static Optional<MarketRefusal> objectionToAssent(
      MarketState state, BookState book, ActEntry entry, Act act, BarterSettings settings) {
    SortedSet<PartyId> sides = Ordered.set(act.proposal().quorum().seats().keys().toList());
    return objectionToProposal(state, book, entry, sides, act.proposal().said(), settings);
  }
}
