package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// "This is what the account was in this period."
///
/// @param period 1 for the first
/// @param until its last day
/// @param opening what B owed A when it began; less than nothing where A owed B
/// @param interest what of that is due for the period, of the same sign
/// @param closing what B owes A at its end, interest included
/// @param vouchers how many were booked in it
/// @param journal the hash over all of them
public record StatementTerms(
    int number,
    int period,
    LocalDate until,
    Money opening,
    Money interest,
    Money closing,
    int vouchers,
    Hash journal)
    implements BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when a value is out of range
  public StatementTerms {
    Members.checkedNumber(number);
    Members.checkedNumber(period);
    Members.checkedDay(until);
    if (vouchers < 0) {
      throw new IllegalArgumentException(vouchers + " vouchers; expected 0 or more");
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.STATEMENT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("closing", closing.minor())
        .put("interest", interest.minor())
        .putHash("journal", journal)
        .put("number", number)
        .put("opening", opening.minor())
        .put("period", period)
        .put("until", until.toString())
        .put("vouchers", vouchers)
        .build();
  }

  static StatementTerms read(Json.Obj json) throws MalformedJsonException {
    return new StatementTerms(
        Members.number(json),
        json.smallInteger("period", 1, VoucherId.NUMBER_MAX),
        Members.day(json, "until"),
        Members.signed(json, "opening"),
        Members.signed(json, "interest"),
        Members.signed(json, "closing"),
        json.smallInteger("vouchers", 0, VoucherId.NUMBER_MAX),
        json.hash("journal"));
  }
}
