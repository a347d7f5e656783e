package org.sarhad.core.barter;

import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// "The year is closed, and these differences go on by name."
///
/// @param carried every account of differences that is not at nothing, ascending
public record YearEndTerms(int number, List<Carried> carried) implements BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when accounts do not ascend, or are none of differences
  public YearEndTerms {
    Members.checkedNumber(number);
    carried = Carried.checked(carried);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.YEAR_END;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("carried", Bodies.objects(carried.stream().map(Carried::toJson)))
        .put("number", number)
        .build();
  }

  static YearEndTerms read(Json.Obj json) throws MalformedJsonException {
    return new YearEndTerms(Members.number(json), Bodies.list(json, "carried", Carried::read));
  }
}
