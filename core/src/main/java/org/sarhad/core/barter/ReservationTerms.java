package org.sarhad.core.barter;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.DueDate;

/// "There is room in the account for this part of it."
///
/// @param contract the act that made the contract
/// @param quantity in the unit of the contract; more than nothing
/// @param hold what the most that may be delivered under it is worth
/// @param until the day after which the exporter's node takes back what was not despatched
public record ReservationTerms(
    int number, EntryId contract, Quantity quantity, Money hold, DueDate until)
    implements BarterTerms.OfGoods {
  /// @throws IllegalArgumentException when a value is out of range
  public ReservationTerms {
    Members.checkedNumber(number);
    Members.atLeast("hold", hold, Money.ZERO);
    if (quantity.amount() == 0) {
      throw new IllegalArgumentException("a reservation of nothing");
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.RESERVATION;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("contract", contract.toString())
        .put("hold", hold.minor())
        .put("number", number)
        .put("quantity", quantity.toJson())
        .put("until", until.toString())
        .build();
  }

  static ReservationTerms read(Json.Obj json) throws MalformedJsonException {
    return new ReservationTerms(
        Members.number(json),
        json.as("contract", EntryId::parse),
        Quantity.fromJson(json.object("quantity")),
        Members.money(json, "hold", 0),
        json.as("until", DueDate::parse));
  }
}
