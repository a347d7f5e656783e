package org.sarhad.core.barter;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Merkle;

/// What may be said of deliveries and signed about the account, by whom and when (docs/protocol,
/// 14-barter-account.md, clauses 14-5 and 14-6).
///
/// There is one judgement: the book with it is computed. The same decides a request of one's own,
/// and what a fact or an act is worth where it stands.
public final class BookRules {
  private BookRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<BarterFact, BarterFact, BarterRefusal> decide(
      BookState state, FactContext context, Seen seen, BarterFact fact) {
    ActEntry entry = new ActEntry(context, seen, Merkle.EMPTY_ROOT);
    return switch (Stating.of(state, entry).tried(fact)) {
      case Trial.Falls(BarterRefusal why, int _) ->
          Decision.refuse(why, fact.kind().kind().value());
      case Trial.Stands _ -> Decision.accept(List.of(Authored.released(fact)), fact);
    };
  }

  /// Why an act books nothing, or would.
  ///
  /// @param why the first reason that applies
  /// @param line of which line of an act of many, from 1; 0 of the whole
  public record Flaw(BarterRefusal why, int line) {}

  /// Why an act of these terms would book nothing if `entry` were the last signature under it;
  /// empty when it would, or is none of this application.
  ///
  /// @param sides the sides whose signature the act needs
  /// @param grounds what is agreed, and with whom something may be signed
  public static Optional<Flaw> objectionToProposal(
      BookState state,
      ActEntry entry,
      SortedSet<PartyId> sides,
      ActFact.Proposed said,
      BookGrounds grounds) {
    return objection(
        new Booking(state, entry, entry.id(), entry.context().author(), sides, grounds), said);
  }

  /// The same, for a proposal that stands, which one's own side is about to assent to in `entry`.
  public static Optional<Flaw> objectionToAssent(
      BookState state, ActEntry entry, Act act, BookGrounds grounds) {
    return objection(
        new Booking(
            state, entry, act.id(), act.proposal().proposer(), BookState.sides(act), grounds),
        act.proposal().said());
  }

  /// What an act of these terms would make of the book if it were signed by both in `entry`: what
  /// is shown before anybody signs.
  ///
  /// @param terms as `entry`'s author would propose them
  /// @param sides the sides whose signature the act needs
  /// @param grounds what is agreed, and with whom something may be signed
  public static Trial tried(
      BookState state,
      ActEntry entry,
      SortedSet<PartyId> sides,
      BarterTerms terms,
      BookGrounds grounds) {
    return new Booking(state, entry, entry.id(), entry.context().author(), sides, grounds)
        .tried(terms);
  }

  private static Optional<Flaw> objection(Booking booking, ActFact.Proposed said) {
    if (VoucherKind.find(said.act()).isEmpty()) {
      return Optional.empty();
    }
    return switch (booking.tried(said)) {
      case Trial.Falls(BarterRefusal why, int line) -> Optional.of(new Flaw(why, line));
      case Trial.Stands _ -> Optional.empty();
    };
  }
}
