package org.sarhad.core.barter;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A contract as it stands. Its quantities are in its own unit.
///
/// @param id the act that made it
/// @param terms what was agreed
/// @param ledger the ledger of its quantities: one for all that is booked of them
/// @param price of one of the unit that the price is for, at the newest indices; provisional until
///   what is delivered has its price
/// @param reserved how much of it is reserved, or was despatched
/// @param isVoided whether nothing new can rest on it, because an assent to it was stale
public record Contract(
    EntryId id,
    ContractTerms terms,
    Ledger ledger,
    Rational price,
    long reserved,
    boolean isVoided) {
  /// As it is agreed.
  ///
  /// @param act that makes it
  static Contract of(EntryId act, ContractTerms terms, Rational price) {
    Ledger ledger = Ledger.of(terms.goods().commodity(), terms.quantity().unit());
    return new Contract(act, terms, ledger, price, 0, false);
  }

  /// The side from which it goes.
  public PartyId exporter() {
    return terms.goods().exporter();
  }

  /// Those between whom it is.
  public SortedSet<String> parties() {
    return terms.goods().parties();
  }

  /// The unit of all its quantities.
  public UnitCode unit() {
    return terms.quantity().unit();
  }

  /// How much is neither reserved nor gone.
  public long left() {
    return terms.quantity().amount() - reserved;
  }

  /// What `amount` of its unit is worth at `at`; empty when that is beyond the range of [Money].
  Optional<Rounded> value(Rational amount, Rational at) {
    Rational priced = unit().in(terms.price().per()).orElseThrow().times(amount);
    return Rounded.of(priced.times(at));
  }

  /// The same, where it has to be within it.
  ///
  /// @throws ArithmeticException when it is not
  Rounded worth(Rational amount, Rational at) {
    return value(amount, at)
        .orElseThrow(() -> new ArithmeticException("the worth of " + amount + " at " + at));
  }

  /// The same at its newest price.
  Optional<Rounded> value(long amount) {
    return value(Rational.of(amount), price);
  }

  Contract reserving(long more) {
    return new Contract(id, terms, ledger, price, reserved + more, isVoided);
  }

  Contract priced(Rational next) {
    return new Contract(id, terms, ledger, next, reserved, isVoided);
  }

  Contract voided() {
    return new Contract(id, terms, ledger, price, reserved, true);
  }
}
