package org.sarhad.core.barter;

import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;

/// "These goods, so much of them, at this price."
///
/// @param quantity more than nothing; in the unit that all of it is counted in
/// @param price by which it is booked; for a unit of the same dimension
/// @param indices what the price rests on, as far as it is known: provisional until there is a
///   [PriceTerms]
/// @param weighed which weight counts where the two differ within what is tolerated
/// @param until the day after which nothing new is reserved
/// @param screening entries by which both sides have screened it, at most 16
public record ContractTerms(
    int number,
    Goods goods,
    Quantity quantity,
    PriceRule price,
    SortedMap<String, Rational> indices,
    Weighed weighed,
    DueDate until,
    SortedSet<EntryId> screening)
    implements BarterTerms.OfGoods {
  private static final int SCREENING_MAX = 16;

  /// Which weight counts.
  public enum Weighed {
    /// What was loaded.
    LOADED,
    /// What came out.
    OUTTURN,
    /// Half of both.
    MEAN
  }

  /// @throws IllegalArgumentException when a value is out of range
  public ContractTerms {
    Members.checkedNumber(number);
    indices = Members.checkedIndices(indices);
    screening = Bodies.counted("screening", Ordered.set(screening), 0, SCREENING_MAX);
    if (quantity.amount() == 0 || quantity.in(price.per()).isEmpty()) {
      throw new IllegalArgumentException(
          "%s at a price for one %s; expected some, of the same dimension"
              .formatted(quantity, price.per().code()));
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.CONTRACT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("goods", goods.toJson())
        .put("indices", Members.indices(indices))
        .put("number", number)
        .put("price", price.toJson())
        .put("quantity", quantity.toJson())
        .put("screening", Bodies.named(screening))
        .put("until", until.toString())
        .put("weighed", Bodies.code(weighed))
        .build();
  }

  static ContractTerms read(Json.Obj json) throws MalformedJsonException {
    return new ContractTerms(
        Members.number(json),
        Goods.fromJson(json.object("goods")),
        Quantity.fromJson(json.object("quantity")),
        PriceRule.fromJson(json.object("price")),
        Members.indices(json.object("indices")),
        json.as("weighed", code -> Bodies.constant(code, Weighed.class)),
        json.as("until", DueDate::parse),
        Bodies.entries(json, "screening"));
  }
}
