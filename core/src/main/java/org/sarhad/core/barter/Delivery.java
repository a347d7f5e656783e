package org.sarhad.core.barter;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Mentions;

/// What left and what became of it. Its quantities are in the unit of the contract.
///
/// @param despatch the entry by which it left
/// @param reservation under which
/// @param sent how much was weighed where it left
/// @param arrival what was weighed where it arrived; empty as long as it is on its way
/// @param taken by what it was taken over, if it was
/// @param certificates the entries of what else was weighed or found
public record Delivery(
    Basis despatch,
    EntryId reservation,
    long sent,
    Optional<Arrival> arrival,
    Optional<Taken> taken,
    Mentions certificates) {
  /// It arrived.
  ///
  /// @param receipt the entry that says so
  /// @param received how much was weighed there
  public record Arrival(Basis receipt, long received) {}

  /// It was taken over.
  ///
  /// @param act by which, or by which line of it
  /// @param valued the quantity that is owed for
  /// @param booked what is owed for it, by its newest price
  /// @param added what of that was booked by prices that came later than the act
  /// @param disputed what is owed for a slice that only one side has weighed
  /// @param settledBy the act that ended that dispute
  public record Taken(
      VoucherRef act,
      Rational valued,
      Money booked,
      Money added,
      Money disputed,
      Optional<EntryId> settledBy) {
    /// What is disputed still.
    public Money open() {
      return settledBy.isEmpty() ? disputed : Money.ZERO;
    }

    Taken priced(Money next) {
      return new Taken(act, valued, next, added.plus(next.minus(booked)), disputed, settledBy);
    }

    Taken settled(Optional<EntryId> by) {
      return new Taken(act, valued, booked, added, disputed, by);
    }
  }

  static Delivery of(Basis despatch, EntryId reservation, long sent) {
    return new Delivery(
        despatch, reservation, sent, Optional.empty(), Optional.empty(), Mentions.NONE);
  }

  Delivery arrived(Arrival there) {
    return new Delivery(despatch, reservation, sent, Optional.of(there), taken, certificates);
  }

  Delivery taken(Optional<Taken> over) {
    return new Delivery(despatch, reservation, sent, arrival, over, certificates);
  }

  Delivery certified(EntryId by) {
    return new Delivery(despatch, reservation, sent, arrival, taken, certificates.with(by));
  }
}
