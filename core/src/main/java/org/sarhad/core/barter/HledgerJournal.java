package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sarhad.core.data.PersistentMap;

/// The money of the book as a journal of plain text accounting, which hledger and its kin read: so
/// a program of somebody else confirms what this one says (protocol clause 14-7.4).
///
/// Each voucher with money is a transaction on its day, under its number. Behind those of a closed
/// period stands what its statement says of the clearing account, and at the end what every account
/// stands at, each as a *balance assertion*: the reader fails if it comes to another one.
public final class HledgerJournal {
  private final StringBuilder text = new StringBuilder();
  private final Account account;

  private HledgerJournal(Account account) {
    this.account = account;
  }

  /// The journal of `state`; a comment alone where there is no account. O(n log n).
  public static String of(BookState state) {
    return state
        .account()
        .map(account -> new HledgerJournal(account).written(state))
        .orElse("; no account\n");
  }

  private String written(BookState state) {
    line(
        "; Barter account of %s (A) and %s (B). A debit of clearing says that B owes A."
            .formatted(account.a(), account.b()));
    line("commodity 1000.0000 " + account.unit());
    List<Voucher> vouchers = state.journal().dated();
    int written = 0;
    for (PeriodStatement closed : state.periods().values().toList()) {
      written = transactions(vouchers, written, closed.until());
      statement(closed);
    }
    transactions(vouchers, written, LocalDate.MAX);
    state.lastDay().ifPresent(last -> balances(state.journal(), last));
    return text.toString();
  }

  /// Writes those from the one at `from` on that count up to `until`; where the next one stands.
  private int transactions(List<Voucher> vouchers, int from, LocalDate until) {
    int at = from;
    while (at < vouchers.size() && !vouchers.get(at).on().orElseThrow().isAfter(until)) {
      transaction(vouchers.get(at));
      at++;
    }
    return at;
  }

  private void transaction(Voucher voucher) {
    head(voucher.on().orElseThrow(), voucher.id().toString(), voucher.ref().toString());
    for (Line line : voucher.posted()) {
      if (line.ledger().equals(Ledger.MONEY)) {
        posting(name(line.account()), amount(Money.of(line.amount())));
      }
    }
  }

  private void statement(PeriodStatement closed) {
    head(closed.until(), "statement", "end of period " + closed.period());
    posting("clearing", amount(Money.ZERO) + " =* " + amount(closed.closing()));
  }

  private void balances(Journal journal, LocalDate day) {
    head(day, "balances", "what every account stands at");
    for (PersistentMap.Entry<Line.Position, Long> one : journal.posted()) {
      if (one.key().ledger().equals(Ledger.MONEY)) {
        posting(
            name(one.key().account()), amount(Money.ZERO) + " = " + amount(Money.of(one.value())));
      }
    }
  }

  private void head(LocalDate day, String code, String description) {
    line("");
    line("%s * (%s) %s".formatted(day, code, description));
  }

  private void posting(String name, String amount) {
    line("    " + name + "  " + amount);
  }

  private String amount(Money money) {
    return money + " " + account.unit();
  }

  /// `clearing:1000 goods`.
  private static String name(AccountCode account) {
    String group =
        switch (account) {
          case GOODS, ENERGY, TRANSPORT, INTEREST_OWED, TECHNICAL_CREDIT -> "clearing";
          case DELIVERED_BY_A, DELIVERED_BY_B -> "delivered";
          case MEASURE, QUALITY, DISPUTED -> "differences";
          case INTEREST -> "interest";
          case NOT_TAKEN -> "not taken";
          case SETTLED_IN_GOODS, SETTLED_IN_MONEY, CARRIED_FORWARD -> "settled";
          case RESTATED -> "restated";
          case RESERVED_BY_A,
              RESERVED_BY_B,
              IN_TRANSIT_FROM_A,
              IN_TRANSIT_FROM_B,
              CONTRACTED,
              OPEN ->
              "quantities";
        };
    String words = account.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return group + ":" + account.code() + " " + words;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
