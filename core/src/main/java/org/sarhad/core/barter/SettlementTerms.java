package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// "So much of the debt is paid."
///
/// @param debtor who pays
/// @param amount more than nothing, and no more than is owed
/// @param by in what
/// @param reference of the payment at the banks; 1 to 64 characters
public record SettlementTerms(
    int number, LocalDate on, PartyId debtor, Money amount, By by, String reference)
    implements BarterTerms.Dated, BarterTerms.OfAccount {
  private static final int REFERENCE_MAX = 64;

  /// In what a debt is paid.
  public enum By {
    /// In goods outside any contract of the account.
    GOODS,
    /// In convertible money.
    MONEY,
    /// By a loan, which is another paper's matter.
    LOAN
  }

  /// @throws IllegalArgumentException when a value is out of range
  public SettlementTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    Members.atLeast("amount", amount, Money.of(1));
    Optional<String> flaw = Text.flawInIdentifier(reference, REFERENCE_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("reference has " + flaw.get());
    }
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.SETTLEMENT;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("amount", amount.minor())
        .put("by", Bodies.code(by))
        .put("debtor", debtor.value())
        .put("number", number)
        .put("on", on.toString())
        .put("reference", reference)
        .build();
  }

  static SettlementTerms read(Json.Obj json) throws MalformedJsonException {
    return new SettlementTerms(
        Members.number(json),
        Members.day(json, "on"),
        json.as("debtor", PartyId::of),
        Members.money(json, "amount", 1),
        json.as("by", code -> Bodies.constant(code, By.class)),
        json.text("reference"));
  }
}
