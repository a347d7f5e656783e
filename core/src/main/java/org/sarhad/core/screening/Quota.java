package org.sarhad.core.screening;

import java.util.SortedSet;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// Of what, and how much of it, a licence permits.
///
/// @param commodities 1 to 32 codes of the Harmonized System, two to ten digits each: `10` is all
///   cereals, `100630` rice of one sort
/// @param amount how much at most, 1 to 9 007 199 254 740 991
/// @param unit of what: a code of UN/ECE Recommendation 20, `TNE`
public record Quota(SortedSet<String> commodities, long amount, String unit) {
  private static final Pattern COMMODITY = Pattern.compile("[0-9]{2,10}");
  private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");
  private static final int COMMODITIES_MAX = 32;
  static final long AMOUNT_MAX = (1L << 53) - 1;

  /// @throws IllegalArgumentException when a value is not as above
  public Quota {
    commodities = Bodies.counted("commodities", Ordered.set(commodities), 1, COMMODITIES_MAX);
    commodities.forEach(Quota::checkCommodity);
    checkAmount(amount);
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException("unit \"" + unit + "\"; expected a code such as TNE");
    }
  }

  static String checkCommodity(String code) {
    if (!COMMODITY.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "commodity \"" + code + "\"; expected two to ten digits, as 100630");
    }
    return code;
  }

  static long checkAmount(long amount) {
    if (amount < 1 || amount > AMOUNT_MAX) {
      throw new IllegalArgumentException("amount " + amount + "; expected 1 to " + AMOUNT_MAX);
    }
    return amount;
  }

  /// Whether `commodity` is one of these, or of a part of one.
  public boolean covers(String commodity) {
    return commodities.stream().anyMatch(commodity::startsWith);
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("amount", amount)
        .put("commodities", Bodies.named(commodities))
        .put("unit", unit)
        .build();
  }

  static Quota fromJson(Json.Obj json) throws MalformedJsonException {
    return new Quota(
        Ordered.set(json.array("commodities").texts()),
        json.integer("amount", 1, AMOUNT_MAX),
        json.text("unit"));
  }
}
