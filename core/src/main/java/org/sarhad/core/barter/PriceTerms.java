package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// "The numbers are published: this is the price of what was booked."
///
/// @param contract whose price it is
/// @param indices what the price rests on; provisional for what is accepted later
/// @param acceptances the acts, or lines of acts, that it is the price of, 1 to 64
/// @param delta what is owed more for them together, or less
public record PriceTerms(
    int number,
    LocalDate on,
    EntryId contract,
    SortedMap<String, Rational> indices,
    SortedSet<VoucherRef> acceptances,
    Money delta)
    implements BarterTerms.Dated {
  /// Most acceptances of one act.
  public static final int ACCEPTANCES_MAX = 64;

  /// @throws IllegalArgumentException when a value is out of range
  public PriceTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    indices = Members.checkedIndices(indices);
    acceptances = Bodies.counted("acceptances", Ordered.set(acceptances), 1, ACCEPTANCES_MAX);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.PRICE;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("acceptances", Bodies.named(acceptances))
        .put("contract", contract.toString())
        .put("delta", delta.minor())
        .put("indices", Members.indices(indices))
        .put("number", number)
        .put("on", on.toString())
        .build();
  }

  static PriceTerms read(Json.Obj json) throws MalformedJsonException {
    return new PriceTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("contract", EntryId::parse),
        Members.indices(json.object("indices")),
        Ordered.set(Bodies.texts(json, "acceptances", VoucherRef::parse)),
        Members.signed(json, "delta"));
  }
}
