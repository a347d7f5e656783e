package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.Optional;

/// What is to be settled of the last closed period, and what of that was paid since (protocol
/// clause 14-8.5).
///
/// @param since the last day of that period
/// @param order what is to be settled, and by when
/// @param paid what the debtor has paid since, by settlements that were not booked back
public record Outstanding(LocalDate since, SettlementOrder order, Money paid) {
  /// What is to be settled as `state` stands; empty when no side owed more than it may. O(vouchers
  /// of the open period).
  public static Optional<Outstanding> of(BookState state, BarterSettings settings) {
    return state
        .order(settings)
        .map(
            order ->
                new Outstanding(
                    state.openFrom().orElseThrow().minusDays(1), order, paid(state, order)));
  }

  private static Money paid(BookState state, SettlementOrder order) {
    boolean isOwedByB = order.debtor().equals(state.open().b());
    return state
        .journal()
        .unclosed()
        .values()
        .map(state.journal().vouchers()::get)
        .filter(voucher -> voucher.id().kind() == VoucherKind.SETTLEMENT)
        .filter(voucher -> voucher.reversedBy().isEmpty())
        .map(voucher -> isOwedByB ? voucher.moved().negated() : voucher.moved())
        .map(Money::atLeastZero)
        .reduce(Money.ZERO, Money::plus);
  }

  /// What is still to be paid.
  public Money left() {
    return order.amount().minus(paid).atLeastZero();
  }

  /// Whether its day is over on `today`, and something is left.
  public boolean isLate(LocalDate today) {
    return left().isPositive() && today.isAfter(order.by());
  }
}
