package org.sarhad.core.barter;

import java.math.BigInteger;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;

/// A reservation before it is signed: the room that it would take, and whether there is so much
/// (protocol clauses 14-5.2 and 14-5.3).
///
/// @param contract of which contract
/// @param quantity how much of it, in its own unit
/// @param most how much may be delivered under it, with what may be delivered more
/// @param hold what that is worth
public record ReservationDraft(Contract contract, Quantity quantity, long most, Money hold) {
  private static final long RATE_OF_ALL = 10_000;

  /// Of `quantity`, by what is agreed.
  ///
  /// @throws ArithmeticException when it is worth more than can be kept
  public static ReservationDraft of(Contract contract, Quantity quantity, BarterSettings settings) {
    long most = most(quantity, settings);
    return new ReservationDraft(
        contract, quantity, most, contract.worth(Rational.of(most), contract.price()).money());
  }

  /// How much may be delivered under a reservation of `quantity`.
  static long most(Quantity quantity, BarterSettings settings) {
    BigInteger most =
        BigInteger.valueOf(quantity.amount())
            .multiply(BigInteger.valueOf(RATE_OF_ALL + settings.overDelivery()))
            .divide(BigInteger.valueOf(RATE_OF_ALL));
    return Money.of(most.longValueExact()).minor();
  }

  /// The terms, as they are signed.
  ///
  /// @param number in the proposer's series
  /// @param until the day after which nothing leaves under it
  /// @throws IllegalArgumentException when nothing is reserved
  public ReservationTerms terms(int number, DueDate until) {
    return new ReservationTerms(number, contract.id(), quantity, hold, until);
  }

  /// What it would come to in the account of `book`, which is that of the contract.
  public Room room(BookState book) {
    Account account = book.account().orElseThrow();
    PartyId importer = account.other(contract.exporter());
    return new Room(importer, account.limit(importer), book.exposure(importer), hold);
  }

  /// The room test, before it is signed.
  ///
  /// @param side that would come to owe: the importer
  /// @param limit how much it may owe
  /// @param exposure what it owes now, with all that is held for deliveries to it
  /// @param hold what would be held more
  public record Room(PartyId side, Money limit, Money exposure, Money hold) {
    /// What it would owe at worst, with it.
    public Money after() {
      return exposure.plus(hold);
    }

    /// What it may still come to owe with it; less than nothing where there is not so much room.
    public Money left() {
      return limit.minus(after());
    }

    /// Whether there is so much room.
    public boolean fits() {
      return left().compareTo(Money.ZERO) >= 0 || hold.isZero();
    }
  }
}
