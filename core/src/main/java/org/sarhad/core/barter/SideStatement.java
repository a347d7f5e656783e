package org.sarhad.core.barter;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// A closed period as one of the two sides has it, which is what banks are told: what is owed to
/// the owner is a credit (protocol clauses 14-7.5 and 14-8.8).
///
/// @param account of which it is
/// @param owner the side that has it so
/// @param closed what both have signed
/// @param vouchers those that move money, in the order in which they were booked
record SideStatement(
    Account account, PartyId owner, PeriodStatement closed, List<Voucher> vouchers) {
  /// Copies the list.
  SideStatement {
    vouchers = List.copyOf(vouchers);
  }

  private static final int CURRENCY_LENGTH = 3;

  /// What ISO 4217 calls no currency.
  private static final String NO_CURRENCY = "XXX";

  /// The statement of `period`; empty when that is not closed, or `owner` is no side of the
  /// account. O(vouchers).
  static Optional<SideStatement> of(BookState state, int period, PartyId owner) {
    return state
        .account()
        .filter(account -> account.isOf(owner))
        .flatMap(
            account ->
                state
                    .periods()
                    .find(period)
                    .map(
                        closed ->
                            new SideStatement(
                                account, owner, closed, closed.moving(state.journal()))));
  }

  /// As much as B owes A, seen by the owner: less than nothing is a debit.
  Money seen(Money net) {
    return owner.equals(account.a()) ? net : net.negated();
  }

  /// The code of the unit of account, or that of no currency.
  String currency() {
    return account.unit().length() == CURRENCY_LENGTH ? account.unit() : NO_CURRENCY;
  }
}
