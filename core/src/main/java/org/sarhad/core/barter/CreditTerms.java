package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// "So much of what this side owes stands beside its limit from here on." It is owed all the same.
///
/// @param amount how much, in the place of what stood there before; nothing ends it
public record CreditTerms(int number, LocalDate on, PartyId side, Money amount)
    implements BarterTerms.Dated, BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when a value is out of range
  public CreditTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    Members.atLeast("amount", amount, Money.ZERO);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.CREDIT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("amount", amount.minor())
        .put("number", number)
        .put("on", on.toString())
        .put("side", side.value())
        .build();
  }

  static CreditTerms read(Json.Obj json) throws MalformedJsonException {
    return new CreditTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("side", PartyId::of),
        Members.money(json, "amount", 0));
  }
}
