package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// "The unit of account is worth something else: what is owed is so many times as much of it."
///
/// @param factor so many times; more than nothing
/// @param delta what B owes A more by that; less than nothing where it is less
public record RestatementTerms(int number, LocalDate on, Rational factor, Money delta)
    implements BarterTerms.Dated, BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when a value is out of range
  public RestatementTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("factor " + factor + "; expected more than nothing");
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.RESTATEMENT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("delta", delta.minor())
        .put("factor", factor.toDecimal())
        .put("number", number)
        .put("on", on.toString())
        .build();
  }

  static RestatementTerms read(Json.Obj json) throws MalformedJsonException {
    return new RestatementTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("factor", Rational::ofDecimal),
        Members.signed(json, "delta"));
  }
}
