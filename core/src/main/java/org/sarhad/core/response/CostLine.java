package org.sarhad.core.response;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;

/// Who pays for a piece of help, said when it is agreed and not afterwards. The rule of the Nordic
/// rescue agreement is the default in people's heads: the assisted side pays.
///
/// `amountMinor` is in minor units of `currency` (ISO 4217 code), absent while nobody knows it yet.
public record CostLine(Words what, PartyId payer, String currency, Optional<Long> amountMinor) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public CostLine {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "currency is \"" + currency + "\", expected an ISO 4217 code. Maybe \"IRR\" or \"PKR\"?");
    }
    if (amountMinor.isPresent() && amountMinor.get() < 0) {
      throw new IllegalArgumentException(
          "amountMinor is " + amountMinor.get() + ", expected 0 or more");
    }
  }
}
