package org.sarhad.core.barter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.data.CsvCell;

/// Vouchers as a table for spreadsheets: CSV as RFC 4180 has it, a row for each line (protocol
/// clause 14-8.9). Debit and credit have columns of their own, so that no figure has a sign; and a
/// cell that a spreadsheet would take for a formula begins with an apostrophe.
public final class VoucherTable {
  private static final List<String> HEAD =
      List.of(
          "voucher",
          "kind",
          "side",
          "number",
          "entry",
          "day",
          "booked",
          "ledger",
          "account",
          "debit",
          "credit",
          "reversed by");

  private VoucherTable() {}

  /// The table of `vouchers`, in their order. O(lines).
  public static String of(List<Voucher> vouchers) {
    return Stream.concat(
            Stream.of(HEAD), vouchers.stream().flatMap(voucher -> rows(voucher).stream()))
        .map(row -> row.stream().map(CsvCell::write).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<List<String>> rows(Voucher voucher) {
    List<List<String>> rows =
        Stream.concat(
                voucher.held().stream().map(line -> row(voucher, "held", Optional.of(line))),
                voucher.posted().stream().map(line -> row(voucher, "posted", Optional.of(line))))
            .toList();
    // One that books nothing has a number all the same, and none may be missing.
    return rows.isEmpty() ? List.of(row(voucher, "", Optional.empty())) : rows;
  }

  private static List<String> row(Voucher voucher, String booked, Optional<Line> line) {
    return List.of(
        voucher.id().toString(),
        voucher.id().kind().code(),
        voucher.id().side().toString(),
        String.valueOf(voucher.id().number()),
        voucher.ref().toString(),
        voucher.on().map(Object::toString).orElse(""),
        booked,
        line.map(one -> one.ledger().name()).orElse(""),
        line.map(one -> one.account().code()).orElse(""),
        line.filter(one -> one.amount() > 0).map(VoucherTable::amount).orElse(""),
        line.filter(one -> one.amount() < 0).map(VoucherTable::amount).orElse(""),
        voucher.reversedBy().map(Object::toString).orElse(""));
  }

  private static String amount(Line line) {
    long size = Math.abs(line.amount());
    return line.ledger().equals(Ledger.MONEY) ? Money.of(size).toString() : String.valueOf(size);
  }
}
