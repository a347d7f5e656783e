package org.sarhad.core.barter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// A closed period as SWIFT MT950, for banks that do not read XML (protocol clause 14-8.8): the
/// text block alone, without headers, which are the business of whoever sends it. What is owed to
/// the owner is a credit.
///
/// A field of an amount has fifteen characters. What needs more, 10 000 million units with four
/// decimals, has no such statement; [Camt053] has.
public final class Mt950 {
  /// Statement lines of one message, which may have 2 000 characters.
  static final int LINES_MAX = 16;

  private static final int AMOUNT_LENGTH = 15;
  private static final int ACCOUNT_LENGTH = 35;
  private static final int DETAILS_LENGTH = 34;
  private static final int CODE_LENGTH = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final DateTimeFormatter ENTRY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  private final StringBuilder text = new StringBuilder();
  private final SideStatement of;

  private Mt950(SideStatement of) {
    this.of = of;
  }

  /// The statement of `period` as `owner` has it, one message after the other; empty when that is
  /// not closed, `owner` is no side of the account, or an amount has no room. O(vouchers).
  public static Optional<String> of(BookState state, int period, PartyId owner) {
    return SideStatement.of(state, period, owner).flatMap(of -> new Mt950(of).written());
  }

  private Optional<String> written() {
    PeriodStatement closed = of.closed();
    Account account = of.account();
    List<List<Voucher>> pages = pages(of.vouchers());
    Money balance = closed.opening();
    boolean hasRoom = isWritable(balance);
    for (int page = 0; page < pages.size(); page++) {
      boolean isFirst = page == 0;
      boolean isLast = page == pages.size() - 1;
      line("{4:");
      line(":20:PERIOD" + closed.period());
      line(":25:" + clean(account.a() + "/" + account.b(), ACCOUNT_LENGTH));
      line(":28C:" + closed.period() + "/" + (page + 1));
      balance(isFirst ? "60F" : "60M", isFirst ? closed.from() : closed.until(), balance);
      for (Voucher voucher : pages.get(page)) {
        entry(voucher);
        balance = balance.plus(voucher.moved());
        hasRoom &= isWritable(voucher.moved()) && isWritable(balance);
      }
      balance(isLast ? "62F" : "62M", closed.until(), balance);
      line("-}");
    }
    return hasRoom ? Optional.of(text.toString()) : Optional.empty();
  }

  private static List<List<Voucher>> pages(List<Voucher> vouchers) {
    List<List<Voucher>> pages = new ArrayList<>();
    for (int from = 0; from == 0 || from < vouchers.size(); from += LINES_MAX) {
      pages.add(vouchers.subList(from, Math.min(vouchers.size(), from + LINES_MAX)));
    }
    return pages;
  }

  private void balance(String tag, LocalDate day, Money net) {
    String mark = of.seen(net).minor() < 0 ? "D" : "C";
    line(":" + tag + ":" + mark + DAY.format(day) + of.currency() + amount(net));
  }

  /// Day, mark, amount, kind, number and, on a line of its own, all of the number.
  private void entry(Voucher voucher) {
    LocalDate day = voucher.on().orElseThrow();
    VoucherKind kind = voucher.id().kind();
    boolean isCredit = of.seen(voucher.moved()).minor() >= 0;
    boolean isReversal = kind == VoucherKind.CONTRA || kind == VoucherKind.VOIDING;
    // A reversal names what it reverses: RD gives back what was a debit.
    String mark = isReversal ? (isCredit ? "RD" : "RC") : (isCredit ? "C" : "D");
    line(
        ":61:"
            + DAY.format(day)
            + ENTRY.format(day)
            + mark
            + amount(voucher.moved())
            + "N"
            + type(kind)
            + kind.code().substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT)
            + voucher.id().number());
    line(clean(voucher.id().toString(), DETAILS_LENGTH));
  }

  /// Of the codes of transaction types: interest, a transfer, anything else.
  private static String type(VoucherKind kind) {
    return switch (kind) {
      case STATEMENT -> "INT";
      case SETTLEMENT -> "TRF";
      case ACCOUNT,
          CONTRACT,
          RESERVATION,
          ACCEPTANCE,
          ACCEPTANCES,
          DIFFERENCE,
          CONTRA,
          PRICE,
          SWING,
          YEAR_END,
          CREDIT,
          RESTATEMENT,
          TERMINATION,
          SHORTFALL,
          DESPATCH,
          RECEIPT,
          CERTIFICATE,
          LAPSE,
          VOIDING ->
          "MSC";
    };
  }

  private static boolean isWritable(Money net) {
    return amount(net).length() <= AMOUNT_LENGTH;
  }

  /// `15600,` or `4,275`: a comma, and no idle zeros behind it.
  private static String amount(Money net) {
    Money size = net.minor() < 0 ? net.negated() : net;
    return size.toString().replace('.', ',').replaceAll("0+$", "");
  }

  /// `value` in the characters that SWIFT sends, cut to `length`. No line begins with what ends a
  /// message or begins a field.
  private static String clean(String value, int length) {
    String sent = value.replaceAll("[^A-Za-z0-9/?().,'+ -]", ".").replaceAll("^[/-]+|/+$", "");
    return sent.substring(0, Math.min(length, sent.length()));
  }

  private void line(String line) {
    text.append(line).append("\r\n");
  }
}
