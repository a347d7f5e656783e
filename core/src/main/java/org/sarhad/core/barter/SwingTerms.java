package org.sarhad.core.barter;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// "This side may owe so much from here on."
///
/// @param limit from nothing on
/// @param isRunDown whether it may be less than what the side owes already: it then owes more to
///   nobody until it has come below
public record SwingTerms(int number, PartyId side, Money limit, boolean isRunDown)
    implements BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when a value is out of range
  public SwingTerms {
    Members.checkedNumber(number);
    Members.atLeast("limit", limit, Money.ZERO);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.SWING;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("limit", limit.minor())
        .put("number", number)
        .put("run_down", isRunDown)
        .put("side", side.value())
        .build();
  }

  static SwingTerms read(Json.Obj json) throws MalformedJsonException {
    return new SwingTerms(
        Members.number(json),
        json.as("side", PartyId::of),
        Members.money(json, "limit", 0),
        json.bool("run_down"));
  }
}
