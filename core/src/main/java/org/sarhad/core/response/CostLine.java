package org.sarhad.core.response;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.PartyId;

/// Who pays for a piece of help, said when it is agreed and not afterwards. The rule of the Nordic
/// rescue agreement is the default in people's heads: the assisted side pays.
///
/// `amountMinor` is in minor units of `currency` (ISO 4217 code), absent while nobody knows it yet.
/// `quantity` is of what, where the money is reckoned from it: 300 litres, 12 duty hours.
public record CostLine(
    Words what,
    PartyId payer,
    String currency,
    Optional<Long> amountMinor,
    Optional<Quantity> quantity) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /// So much of something.
  ///
  /// @param amount 0 or more
  /// @param unit in the words of those who count it; prose of 1 to 40 characters
  public record Quantity(long amount, String unit) {
    private static final int UNIT_MAX = 40;

    /// @throws IllegalArgumentException when the amount is negative or the unit no prose
    public Quantity {
      Optional<String> flaw = Text.flawInProse(unit, UNIT_MAX);
      if (amount < 0 || flaw.isPresent()) {
        throw new IllegalArgumentException(
            "%d of \"%s\"; expected 0 or more of a unit in at most %d characters"
                .formatted(amount, unit, UNIT_MAX));
      }
    }
  }

  /// A line without a quantity.
  public CostLine(Words what, PartyId payer, String currency, Optional<Long> amountMinor) {
    this(what, payer, currency, amountMinor, Optional.empty());
  }

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
