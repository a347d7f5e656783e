package org.sarhad.sim.testing;

import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;

/// Short modalities of an account: what may be owed, how often it is closed, and within how many
/// days what is beyond is netted off. As in the procedure of 2022 it is ninety days; the amendment
/// of 2025 makes a hundred and twenty of them, and lets either side begin. All figures are made up.
public final class TradeRules {
  /// As the procedure of 2022 has it.
  public static final int DAYS_OF_2022 = 90;

  /// As the amendment of 2025 has it.
  public static final int DAYS_OF_2025 = 120;

  private static final long UNIT = 10_000;

  private TradeRules() {}

  /// The document of `number`.
  ///
  /// @param settlementDays within which an excess is netted off
  public static Json.Obj document(long number, int settlementDays) {
    var clauses =
        List.of(
            clause("1", "Goods are settled in one account, import or export first.").build(),
            clause("2", "At most {value} is owed.")
                .put("bind", count("barter.swing", 3_000_000 * UNIT))
                .build(),
            clause("3", "Up to {value} nothing is due for owing.")
                .put("bind", count("barter.free_swing", 200_000 * UNIT))
                .build(),
            clause("4", "Beyond that {value} a year is due.")
                .put("bind", count("barter.interest", 365))
                .build(),
            clause("5", "The account is closed every {value} months.")
                .put("bind", count("barter.period", 3))
                .build(),
            clause("6", "What is beyond a limit is netted off within {value}.")
                .put("bind", days("barter.settlement", settlementDays))
                .build(),
            clause("7", "A list of sanctions is good for {value}.")
                .put("bind", days("screening.list_age", 30))
                .build());
    return Json.obj()
        .put("catalogue", 1)
        .put("clauses", Json.arr(clauses.stream()))
        .put("languages", Json.arr(Json.of("en"), Json.of("fr")))
        .put("number", number)
        .put("review_by", "2030-01-01T00:00:00.000Z")
        .put("title", inBoth("Rules of the account"))
        .build();
  }

  private static JsonBuilder clause(String number, String text) {
    return Json.obj().put("number", number).put("text", inBoth(text));
  }

  private static Json.Obj count(String key, long value) {
    return Json.obj().put("key", key).put("value", value).build();
  }

  private static Json.Obj days(String key, long value) {
    return Json.obj().put("key", key).put("unit", "d").put("value", value).build();
  }

  private static Json.Obj inBoth(String text) {
    return Json.obj().put("en", text).put("fr", text).build();
  }
}
