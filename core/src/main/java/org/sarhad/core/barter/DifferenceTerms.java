package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// "The dispute about this slice is at an end."
///
/// @param acceptance the act that left it open, or the line of one
/// @param granted how much of it is owed; the rest is nobody's
/// @param as what the rest is put down to
public record DifferenceTerms(int number, LocalDate on, VoucherRef acceptance, Money granted, As as)
    implements BarterTerms.Dated, BarterTerms.OfGoods {
  /// What a difference is put down to.
  public enum As {
    /// Weight or measure.
    MEASURE,
    /// Quality.
    QUALITY
  }

  /// @throws IllegalArgumentException when a value is out of range
  public DifferenceTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    Members.atLeast("granted", granted, Money.ZERO);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.DIFFERENCE;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("acceptance", acceptance.toString())
        .put("as", Bodies.code(as))
        .put("granted", granted.minor())
        .put("number", number)
        .put("on", on.toString())
        .build();
  }

  static DifferenceTerms read(Json.Obj json) throws MalformedJsonException {
    return new DifferenceTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("acceptance", VoucherRef::parse),
        Members.money(json, "granted", 0),
        json.as("as", code -> Bodies.constant(code, As.class)));
  }
}
