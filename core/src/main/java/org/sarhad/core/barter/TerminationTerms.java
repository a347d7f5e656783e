package org.sarhad.core.barter;

import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;

/// "The account has a last day. What is open then is delivered and settled."
///
/// @param until the day after which nothing new is contracted
/// @param carried every account of differences that is not at nothing, ascending
public record TerminationTerms(int number, DueDate until, List<Carried> carried)
    implements BarterTerms.OfAccount {
  /// @throws IllegalArgumentException when accounts do not ascend, or are none of differences
  public TerminationTerms {
    Members.checkedNumber(number);
    carried = Carried.checked(carried);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.TERMINATION;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("carried", Bodies.objects(carried.stream().map(Carried::toJson)))
        .put("number", number)
        .put("until", until.toString())
        .build();
  }

  static TerminationTerms read(Json.Obj json) throws MalformedJsonException {
    return new TerminationTerms(
        Members.number(json),
        json.as("until", DueDate::parse),
        Bodies.list(json, "carried", Carried::read));
  }
}
