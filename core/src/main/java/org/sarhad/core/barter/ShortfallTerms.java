package org.sarhad.core.barter;

import java.time.LocalDate;
import java.time.YearMonth;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// "So much of it was not taken in that month, and is paid for all the same": take-or-pay.
///
/// @param contract the act that made it
/// @param month of which, a calendar month of the account
/// @param quantity how much was not taken, in the unit of the contract; more than nothing
/// @param value what that is worth at its newest price
public record ShortfallTerms(
    int number, LocalDate on, EntryId contract, YearMonth month, Quantity quantity, Money value)
    implements BarterTerms.Dated, BarterTerms.OfGoods {
  /// @throws IllegalArgumentException when a value is out of range
  public ShortfallTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    Members.checkedDay(month.atDay(1));
    Members.atLeast("value", value, Money.ZERO);
    if (quantity.amount() < 1) {
      throw new IllegalArgumentException("nothing was not taken; expected 1 or more");
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.SHORTFALL;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("contract", contract.toString())
        .put("month", month.toString())
        .put("number", number)
        .put("on", on.toString())
        .put("quantity", quantity.toJson())
        .put("value", value.minor())
        .build();
  }

  static ShortfallTerms read(Json.Obj json) throws MalformedJsonException {
    return new ShortfallTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("contract", EntryId::parse),
        Members.month(json, "month"),
        Quantity.fromJson(json.object("quantity")),
        Members.money(json, "value", 0));
  }
}
