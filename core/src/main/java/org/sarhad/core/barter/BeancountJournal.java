package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sarhad.core.data.PersistentMap;

/// The money of the book as a journal for Beancount, a second program of somebody else that
/// confirms what this one says (protocol clause 14-7.4). The same as [HledgerJournal] but for two
/// habits of that reader: accounts are opened, and a balance is asserted as a day begins.
public final class BeancountJournal {
  private static final String CLEARING = "Assets:Clearing";

  private final StringBuilder text = new StringBuilder();
  private final Account account;

  private BeancountJournal(Account account) {
    this.account = account;
  }

  /// The journal of `state`; a comment alone where there is no account. O(n log n).
  public static String of(BookState state) {
    return state
        .account()
        .map(account -> new BeancountJournal(account).written(state))
        .orElse("; no account\n");
  }

  private String written(BookState state) {
    line(
        "; Barter account of %s (A) and %s (B). A debit of clearing says that B owes A."
            .formatted(account.a(), account.b()));
    line("option \"title\" \"%s/%s\"".formatted(account.a(), account.b()));
    line("option \"operating_currency\" \"%s\"".formatted(account.unit()));
    LocalDate first = account.from().day();
    line("%s commodity %s".formatted(first, account.unit()));
    line("%s open %s %s".formatted(first, CLEARING, account.unit()));
    for (AccountCode code : AccountCode.values()) {
      if (isOfMoney(code)) {
        line("%s open %s %s".formatted(first, name(code), account.unit()));
      }
    }
    state.journal().dated().forEach(this::transaction);
    line("");
    state.periods().values().forEach(closed -> balance(closed.until(), CLEARING, closed.closing()));
    state.lastDay().ifPresent(last -> balances(state.journal(), last));
    return text.toString();
  }

  private void transaction(Voucher voucher) {
    line("");
    line("%s * \"%s\" \"%s\"".formatted(voucher.on().orElseThrow(), voucher.id(), voucher.ref()));
    for (Line posted : voucher.posted()) {
      if (posted.ledger().equals(Ledger.MONEY)) {
        line(
            "  %s  %s %s"
                .formatted(name(posted.account()), Money.of(posted.amount()), account.unit()));
      }
    }
  }

  private void balances(Journal journal, LocalDate last) {
    List<PersistentMap.Entry<Line.Position, Long>> all = new ArrayList<>();
    journal.posted().forEach(all::add);
    for (PersistentMap.Entry<Line.Position, Long> one : all) {
      if (one.key().ledger().equals(Ledger.MONEY)) {
        balance(last, name(one.key().account()), Money.of(one.value()));
      }
    }
  }

  /// What stands there at the end of `day`, which is when the next one begins; to the last decimal.
  private void balance(LocalDate day, String name, Money amount) {
    line("%s balance %s  %s ~ 0 %s".formatted(day.plusDays(1), name, amount, account.unit()));
  }

  private static boolean isOfMoney(AccountCode code) {
    return switch (code) {
      case GOODS,
          ENERGY,
          TRANSPORT,
          INTEREST_OWED,
          TECHNICAL_CREDIT,
          DELIVERED_BY_A,
          DELIVERED_BY_B,
          MEASURE,
          QUALITY,
          DISPUTED,
          INTEREST,
          NOT_TAKEN,
          SETTLED_IN_GOODS,
          SETTLED_IN_MONEY,
          CARRIED_FORWARD,
          RESTATED ->
          true;
      case RESERVED_BY_A, RESERVED_BY_B, IN_TRANSIT_FROM_A, IN_TRANSIT_FROM_B, CONTRACTED, OPEN ->
          false;
    };
  }

  /// `Assets:Clearing:Goods-1000`: the reader knows five kinds of account, and what is between two
  /// states is neither income nor expense of either.
  private static String name(AccountCode code) {
    String group =
        AccountCode.clearing().contains(code)
            ? CLEARING
            : AccountCode.differences().contains(code) ? "Equity:Differences" : "Equity:Trade";
    String words = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "%s:%s%s-%s"
        .formatted(
            group, words.substring(0, 1).toUpperCase(Locale.ROOT), words.substring(1), code.code());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
