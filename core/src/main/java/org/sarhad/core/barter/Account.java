package org.sarhad.core.barter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;

/// The account between two sides, as it was opened. *A* is the one whose name comes first (protocol
/// clause 14-5.1): somebody has to be, and the sign of a balance has to mean something.
///
/// @param act that opened it
/// @param from its first day, and where its days end
/// @param unit the unit of account
/// @param limits how much each side may owe
/// @param until its last day, once that is agreed: nothing is contracted after it
public record Account(
    EntryId act,
    DueDate from,
    String unit,
    PersistentMap<PartyId, Money> limits,
    Optional<DueDate> until) {
  static Account of(EntryId act, AccountTerms terms) {
    return new Account(
        act,
        terms.from(),
        terms.unit(),
        PersistentMap.ofAscending(
            List.copyOf(terms.limits().keySet()), List.copyOf(terms.limits().values())),
        Optional.empty());
  }

  /// The side whose name comes first.
  public PartyId a() {
    return limits.at(0).key();
  }

  /// The other one.
  public PartyId b() {
    return limits.at(1).key();
  }

  /// Whether `side` is one of the two.
  public boolean isOf(PartyId side) {
    return limits.containsKey(side);
  }

  /// The one that `side` has the account with.
  public PartyId other(PartyId side) {
    return side.equals(a()) ? b() : a();
  }

  /// How much `side` may owe.
  public Money limit(PartyId side) {
    return limits.get(side);
  }

  /// When `day` begins here.
  public Instant begin(LocalDate day) {
    return day.atStartOfDay().toInstant(from.offset());
  }

  /// The day that it is here at `time`.
  public LocalDate dayOf(Instant time) {
    return time.atOffset(from.offset()).toLocalDate();
  }

  Account with(PartyId side, Money limit) {
    return new Account(act, from, unit, limits.put(side, limit), until);
  }

  Account endingOn(DueDate last) {
    return new Account(act, from, unit, limits, Optional.of(last));
  }

  /// Whether it has come to its end at `time`.
  public boolean isEnded(Instant time) {
    return until.filter(last -> !time.isBefore(last.over())).isPresent();
  }

  /// The accounts of what one of the sides delivers.
  ///
  /// @param sign 1 where a delivery makes B owe A, -1 where it makes A owe B
  record Way(int sign, AccountCode delivered, AccountCode reserved, AccountCode inTransit) {
    /// `amount` with the sign that it has on a clearing account.
    Money signed(Money amount) {
      return sign > 0 ? amount : amount.negated();
    }
  }

  /// The way of what `exporter` delivers.
  Way way(PartyId exporter) {
    return exporter.equals(a())
        ? new Way(
            1, AccountCode.DELIVERED_BY_A, AccountCode.RESERVED_BY_A, AccountCode.IN_TRANSIT_FROM_A)
        : new Way(
            -1,
            AccountCode.DELIVERED_BY_B,
            AccountCode.RESERVED_BY_B,
            AccountCode.IN_TRANSIT_FROM_B);
  }
}
