package org.sarhad.core.market;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.Money;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// Reads and writes an amount for each side.
final class Sums {
  private Sums() {}

  static Json.Obj toJson(SortedMap<PartyId, Money> sums) {
    JsonBuilder sides = Json.obj();
    sums.forEach((side, sum) -> sides.put(side.value(), sum.minor()));
    return sides.build();
  }

  static SortedMap<PartyId, Money> fromJson(Json.Obj sides) throws MalformedJsonException {
    TreeMap<PartyId, Money> sums = new TreeMap<>();
    for (String side : sides.names()) {
      sums.put(PartyId.of(side), Money.of(sides.integer(side, 0, Json.INTEGER_MAX)));
    }
    return sums;
  }
}
