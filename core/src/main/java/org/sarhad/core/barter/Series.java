package org.sarhad.core.barter;

import org.sarhad.core.party.PartyId;

/// In which vouchers are numbered from 1, without gaps (protocol clause 14-2.3).
///
/// @param side whose
/// @param kind of which kind
public record Series(PartyId side, VoucherKind kind) implements Comparable<Series> {
  /// By side, then by kind.
  @Override
  public int compareTo(Series other) {
    int bySide = side.compareTo(other.side);
    return bySide != 0 ? bySide : kind.compareTo(other.kind);
  }
}
