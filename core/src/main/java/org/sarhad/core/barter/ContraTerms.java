package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// "This was wrong, and is booked the other way." What was wrong stays as it is.
///
/// @param act whose postings, or those of which line of it
/// @param reason at most 2 000 characters
public record ContraTerms(int number, LocalDate on, VoucherRef act, Wording reason)
    implements BarterTerms.Dated, BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when a value is out of range
  public ContraTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    reason.atMost("reason", BarterTerms.REASON_MAX);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.CONTRA;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("act", act.toString())
        .put("number", number)
        .put("on", on.toString())
        .put("reason", reason.toJson())
        .build();
  }

  static ContraTerms read(Json.Obj json) throws MalformedJsonException {
    return new ContraTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("act", VoucherRef::parse),
        Bodies.wording(json, "reason"));
  }
}
