package org.sarhad.core.modalities;

import java.util.SortedSet;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Goods, by chapters, headings and subheadings of the Harmonized System, each with all its parts.
///
/// As JSON an array of the codes, ascending.
///
/// @param codes up to 64 of two to ten digits: `93` is all arms, `890610` warships
public record Commodities(SortedSet<String> codes) {
  private static final Pattern CODE = Pattern.compile("[0-9]{2,10}");
  private static final int CODES_MAX = 64;

  /// @throws IllegalArgumentException when a code is not of that form, or there are too many
  public Commodities {
    codes = Ordered.set(codes);
    if (codes.size() > CODES_MAX) {
      throw new IllegalArgumentException(codes.size() + " codes; expected up to " + CODES_MAX);
    }
    codes.forEach(Commodities::check);
  }

  /// These goods.
  public static Commodities of(String... codes) {
    return new Commodities(Ordered.set(codes));
  }

  private static void check(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "commodity \"" + code + "\"; expected two to ten digits, as 100630");
    }
  }

  Json.Arr toJson() {
    return Json.arr(codes.stream().map(Json::of));
  }

  static Commodities fromJson(Json.Arr json) throws MalformedJsonException {
    return new Commodities(Ordered.set(json.texts()));
  }
}
