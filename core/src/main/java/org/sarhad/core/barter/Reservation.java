package org.sarhad.core.barter;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.DueDate;

/// Room in the account that is kept for deliveries. Its quantities are in the unit of the contract.
///
/// It is *pending* as long as something can come of it: what was not despatched, what is on its
/// way, what is disputed. The room it takes is given back piece by piece.
///
/// @param id the act that made it
/// @param since the entry by which that act came into force
/// @param contract of which contract
/// @param quantity how much was reserved
/// @param most how much may be delivered, with what may be delivered more
/// @param hold what that is worth, by what was signed
/// @param until the day after which nothing more leaves
/// @param despatched how much has left
/// @param accepted how much of that was taken over, as it was sent
/// @param disputed what is disputed of it
/// @param over why nothing more leaves under it
public record Reservation(
    EntryId id,
    EntryId since,
    EntryId contract,
    long quantity,
    long most,
    Money hold,
    DueDate until,
    long despatched,
    long accepted,
    Money disputed,
    Optional<Over> over) {
  /// Why a reservation is over.
  public enum Over {
    /// Its day has passed.
    LAPSED,
    /// An assent to it was stale.
    VOIDED
  }

  /// Whether something can still leave under it.
  public boolean isLive() {
    return over.isEmpty() && despatched < quantity;
  }

  /// The room that it takes now.
  public Money holding() {
    long outstanding = (isLive() ? most : despatched) - accepted;
    return Rounded.share(hold, outstanding, most).plus(disputed);
  }

  /// How much goes back to the contract if it is over now.
  long unused() {
    return Math.max(0, quantity - despatched);
  }

  Reservation despatching(long amount) {
    return new Reservation(
        id,
        since,
        contract,
        quantity,
        most,
        hold,
        until,
        despatched + amount,
        accepted,
        disputed,
        over);
  }

  Reservation accepting(long amount, Money more) {
    return new Reservation(
        id,
        since,
        contract,
        quantity,
        most,
        hold,
        until,
        despatched,
        accepted + amount,
        disputed.plus(more),
        over);
  }

  Reservation over(Over why) {
    return new Reservation(
        id,
        since,
        contract,
        quantity,
        most,
        hold,
        until,
        despatched,
        accepted,
        disputed,
        Optional.of(why));
  }
}
