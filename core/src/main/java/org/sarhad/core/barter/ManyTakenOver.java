package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Many deliveries that are taken over by one act (protocol clause 14-5.13): each line is judged,
/// and booked, behind those before it, as an act of its own would be; the first one that does not
/// hold is why the act books nothing.
///
/// @param state before
/// @param entry by which the act takes effect, or would
/// @param act the entry of its proposal
/// @param proposer in whose series its lines are numbered
/// @param grounds what is agreed, and with whom something may be signed
record ManyTakenOver(
    BookState state, ActEntry entry, EntryId act, PartyId proposer, BookGrounds grounds) {
  /// What comes of it.
  ///
  /// @param whole the voucher of the act itself, which books nothing
  Trial tried(AcceptancesTerms terms, Voucher whole) {
    Run run = new Run(terms, whole);
    for (int line = 1; line <= terms.lines().size(); line++) {
      Optional<BarterRefusal> why = run.take(line);
      if (why.isPresent()) {
        return new Trial.Falls(why.get(), line);
      }
    }
    return run.tree.root().equals(terms.root())
        ? new Trial.Stands(run.after())
        : new Trial.Falls(BarterRefusal.BASIS_DIFFERS);
  }

  /// What the lines until now have come to. Lives as long as the judgement.
  private final class Run {
    private final AcceptancesTerms terms;
    private final Account account = state.open();
    private final JournalWriter journal;
    private final List<Delivery> taken = new ArrayList<>();

    /// The contracts whose parties have been asked about: screening says the same of them all
    /// through an act.
    private final SortedSet<EntryId> cleared = new TreeSet<>();

    private Trade trade = state.trade();
    private Frontier tree = Frontier.EMPTY;
    private Standing a = state.standing(account.a());
    private Standing b = state.standing(account.b());

    Run(AcceptancesTerms terms, Voucher whole) {
      this.terms = terms;
      this.journal = new JournalWriter(state.journal()).add(whole);
    }

    /// Takes over what `line` names; why it cannot, if it cannot.
    Optional<BarterRefusal> take(int line) {
      Optional<Delivery> known = trade.deliveries().find(terms.despatch(line));
      Optional<BarterRefusal> why =
          TakingOver.objection(known, (_, receipt) -> receipt.entry().equals(terms.receipt(line)));
      if (why.isPresent()) {
        return why;
      }
      Delivery delivery = known.orElseThrow();
      AcceptanceTerms said =
          terms.accepting(
              line, delivery.despatch().leaf(), delivery.arrival().orElseThrow().receipt().leaf());
      try {
        return take(line, said, delivery);
      } catch (ArithmeticException _) {
        return Optional.of(BarterRefusal.OUT_OF_RANGE);
      }
    }

    private Optional<BarterRefusal> take(int line, AcceptanceTerms said, Delivery delivery) {
      Bytes text = said.canonical();
      Hash content = Voucher.content(VoucherKind.ACCEPTANCE, text);
      VoucherId id = new VoucherId(proposer, VoucherKind.ACCEPTANCE, said.number());
      TakingOver over = TakingOver.of(account, trade, delivery, grounds.settings().tolerance());
      // The numbers behind the first are as free as that one.
      Optional<BarterRefusal> why =
          (line == 1 ? state.journal().objection(id, content) : Optional.<BarterRefusal>empty())
              .or(() -> over.objection(said))
              .or(() -> toParties(over.contract()));
      if (why.isPresent()) {
        return why;
      }
      VoucherRef ref = VoucherRef.of(act, line);
      journal.add(over.booked(Voucher.of(id, ref, content), said));
      taken.add(over.taken(ref));
      trade = trade.with(over.after());
      tree = tree.append(Merkle.leaf(text));
      return toRoom();
    }

    private Optional<BarterRefusal> toParties(Contract contract) {
      return cleared.add(contract.id())
          ? grounds.clearance().objection(contract.parties(), entry.context().time())
          : Optional.empty();
    }

    /// Neither side stands worse than it may behind this line (I5), measured by the line before.
    private Optional<BarterRefusal> toRoom() {
      Standing nextA = standing(account.a(), a);
      Standing nextB = standing(account.b(), b);
      boolean isWithin =
          nextA.isWithin(account.limit(account.a()), a)
              && nextB.isWithin(account.limit(account.b()), b);
      a = nextA;
      b = nextB;
      return isWithin ? Optional.empty() : Optional.of(BarterRefusal.NO_ROOM);
    }

    private Standing standing(PartyId side, Standing before) {
      Account.Way way = account.way(account.other(side));
      return new Standing(
          BookState.signed(account, side, journal.net()),
          way.signed(journal.held(way.reserved())).negated(),
          before.credit());
    }

    BookState after() {
      return state.with(trade.with(act, taken)).with(journal.journal());
    }
  }
}
