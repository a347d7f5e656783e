package org.sarhad.core.barter;

import org.sarhad.core.party.PartyId;

/// A voucher by its number: each side numbers each kind from 1, without gaps (protocol clause
/// 14-2.3).
///
/// @param side whose series; of what is signed together, the proposer's
/// @param kind which series
/// @param number 1 to 1 000 000 000
public record VoucherId(PartyId side, VoucherKind kind, int number)
    implements Comparable<VoucherId> {
  /// The largest number.
  static final int NUMBER_MAX = 1_000_000_000;

  /// The series that it is of.
  Series series() {
    return new Series(side, kind);
  }

  /// By side, series and number.
  @Override
  public int compareTo(VoucherId other) {
    int bySide = side.compareTo(other.side);
    int bySeries = bySide != 0 ? bySide : kind.compareTo(other.kind);
    return bySeries != 0 ? bySeries : Integer.compare(number, other.number);
  }

  /// `ir/contract/3`.
  @Override
  public String toString() {
    return side + "/" + kind.code() + "/" + number;
  }
}
