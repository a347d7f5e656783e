package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;

/// A closed period with everything that its statement counts: what is laid before somebody who has
/// neither node, and what they compute again from the two logs (protocol clause 14-9).
///
/// @param account whose period it is
/// @param act by which both have signed the statement
/// @param statement what it says
/// @param vouchers those that it counts, in the order in which they were booked
public record ClosedPeriod(
    Account account, EntryId act, PeriodStatement statement, List<Voucher> vouchers) {
  /// Copies the list.
  public ClosedPeriod {
    vouchers = List.copyOf(vouchers);
  }

  /// Period `number` of `state`; empty when it is not closed. O(vouchers).
  ///
  /// @param number 1 for the first
  public static Optional<ClosedPeriod> of(BookState state, int number) {
    return state
        .periods()
        .find(number)
        .flatMap(statement -> state.account().flatMap(account -> of(state, account, statement)));
  }

  /// Periods are closed one after the other, so the third statement is that of the third period.
  private static Optional<ClosedPeriod> of(
      BookState state, Account account, PeriodStatement statement) {
    List<Voucher> unclosed = new ArrayList<>();
    int period = 0;
    for (Voucher voucher : state.journal().booked().toList()) {
      if (voucher.id().kind() == VoucherKind.STATEMENT) {
        LocalDate until = state.periods().get(++period).until();
        if (period == statement.period()) {
          unclosed.removeIf(one -> isAfter(one, until));
          return Optional.of(new ClosedPeriod(account, voucher.entry(), statement, unclosed));
        }
        unclosed.removeIf(one -> !isAfter(one, until));
      } else if (voucher.isOfMoney()) {
        unclosed.add(voucher);
      }
    }
    return Optional.empty();
  }

  private static boolean isAfter(Voucher voucher, LocalDate until) {
    return voucher.on().orElseThrow().isAfter(until);
  }

  /// What the statement says, member by member.
  public Json.Obj toJson() {
    return Json.obj()
        .put("a", account.a().value())
        .put("act", act.toString())
        .put("b", account.b().value())
        .put("closing", statement.closing().minor())
        .put("from", statement.from().toString())
        .put("interest", statement.interest().minor())
        .put("journal", statement.journal().toString())
        .put("opening", statement.opening().minor())
        .put("period", statement.period())
        .put("unit", account.unit())
        .put("until", statement.until().toString())
        .put("vouchers", statement.vouchers())
        .build();
  }

  /// Every voucher in the text that its digest is over, each with an empty line behind it: so the
  /// hash of the statement can be computed with any program that does SHA-256.
  public String text() {
    return vouchers.stream().map(voucher -> voucher.text() + "\n").collect(Collectors.joining());
  }
}
