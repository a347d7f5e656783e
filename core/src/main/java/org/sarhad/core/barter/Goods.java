package org.sarhad.core.barter;

import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Who sells what to whom (protocol clause 14-2.5).
///
/// @param exporter the side from which it goes to the other one
/// @param seller the trading party of that side, as both sides know it; 1 to 64 characters
/// @param buyer the trading party of the other side
/// @param commodity 4 to 10 digits of the Harmonized System
/// @param name what it is called; at most 400 characters in all languages
/// @param account the part of the clearing account that it is booked on: goods, energy, transport
public record Goods(
    PartyId exporter,
    String seller,
    String buyer,
    String commodity,
    Wording name,
    AccountCode account) {
  private static final Pattern COMMODITY = Pattern.compile("[0-9]{4,10}");
  private static final int PARTY_MAX = 64;
  private static final int NAME_MAX = 400;

  /// @throws IllegalArgumentException when a value is not of that form
  public Goods {
    if (!COMMODITY.matcher(commodity).matches()) {
      throw new IllegalArgumentException(
          "commodity \"" + commodity + "\"; expected 4 to 10 digits, as 100630");
    }
    checkParty(seller);
    checkParty(buyer);
    name.atMost("name", NAME_MAX);
    if (!AccountCode.deliveries().contains(account)) {
      throw new IllegalArgumentException("goods on " + account.code() + "; expected 1000 to 1020");
    }
  }

  private static void checkParty(String party) {
    Optional<String> flaw = Text.flawInIdentifier(party, PARTY_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("trading party has " + flaw.get());
    }
  }

  /// Those between whom they go.
  public SortedSet<String> parties() {
    return Ordered.set(seller, buyer);
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("account", account.code())
        .put("buyer", buyer)
        .put("commodity", commodity)
        .put("exporter", exporter.value())
        .put("name", name.toJson())
        .put("seller", seller)
        .build();
  }

  static Goods fromJson(Json.Obj json) throws MalformedJsonException {
    return new Goods(
        json.as("exporter", PartyId::of),
        json.text("seller"),
        json.text("buyer"),
        json.text("commodity"),
        Bodies.wording(json, "name"),
        json.as("account", AccountCode::of));
  }
}
