package org.sarhad.core.barter;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;

/// "There is an account between us."
///
/// @param from its first day, and the offset from UTC at which its days end
/// @param unit the unit of account: 2 to 8 capital letters
/// @param limits how much each of the two sides may owe; none negative
public record AccountTerms(int number, DueDate from, String unit, SortedMap<PartyId, Money> limits)
    implements BarterTerms.OfAccount {
  private static final Pattern UNIT = Pattern.compile("[A-Z]{2,8}");

  /// @throws IllegalArgumentException when a value is not of that form
  public AccountTerms {
    Members.checkedNumber(number);
    limits = Ordered.map(limits);
    if (limits.size() != 2 || !UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "account of %d sides in \"%s\"; expected 2, and 2 to 8 capital letters"
              .formatted(limits.size(), unit));
    }
    limits.values().forEach(limit -> Members.atLeast("limit", limit, Money.ZERO));
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.ACCOUNT;
  }

  @Override
  public Json.Obj toJson() {
    JsonBuilder sides = Json.obj();
    limits.forEach((side, limit) -> sides.put(side.value(), limit.minor()));
    return Json.obj()
        .put("from", from.toString())
        .put("limits", sides.build())
        .put("number", number)
        .put("unit", unit)
        .build();
  }

  static AccountTerms read(Json.Obj json) throws MalformedJsonException {
    Json.Obj sides = json.object("limits");
    TreeMap<PartyId, Money> limits = new TreeMap<>();
    for (String side : sides.names()) {
      limits.put(PartyId.of(side), Members.money(sides, side, 0));
    }
    return new AccountTerms(
        Members.number(json), json.as("from", DueDate::parse), json.text("unit"), limits);
  }
}
