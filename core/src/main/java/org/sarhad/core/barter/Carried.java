package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// A difference that is not explained yet.
///
/// @param amount what stands on the account
/// @param reason at most 2 000 characters
public record Carried(AccountCode account, Money amount, Wording reason) {
  /// @throws IllegalArgumentException when the reason is too long
  public Carried {
    reason.atMost("reason", BarterTerms.REASON_MAX);
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("account", account.code())
        .put("amount", amount.minor())
        .put("reason", reason.toJson())
        .build();
  }

  static Carried read(Json.Obj json) throws MalformedJsonException {
    return new Carried(
        json.as("account", AccountCode::of),
        Members.signed(json, "amount"),
        Bodies.wording(json, "reason"));
  }

  /// `carried`, if it names accounts of differences alone, ascending.
  ///
  /// @throws IllegalArgumentException when it does not
  static List<Carried> checked(List<Carried> carried) {
    List<AccountCode> accounts = new ArrayList<>(carried.stream().map(Carried::account).toList());
    if (!accounts.equals(accounts.stream().sorted().distinct().toList())
        || !AccountCode.differences().containsAll(accounts)) {
      throw new IllegalArgumentException(
          "carried " + accounts + "; expected accounts of differences, ascending");
    }
    return List.copyOf(carried);
  }
}
