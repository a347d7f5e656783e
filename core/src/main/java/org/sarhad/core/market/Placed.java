package org.sarhad.core.market;

import java.util.Comparator;
import org.sarhad.core.entry.EntryId;

/// So many lots of an offer go to a need.
///
/// @param offer the entry by which the offer is known
/// @param need the entry by which the need is known
/// @param lots 1 to 10^6
public record Placed(EntryId offer, EntryId need, long lots) implements Comparable<Placed> {
  private static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::offer)
          .thenComparing(Placed::need)
          .thenComparingLong(Placed::lots);

  /// @throws IllegalArgumentException when the lots are out of range
  public Placed {
    if (lots < 1 || lots > Bid.LOTS_MAX) {
      throw new IllegalArgumentException(
          "%d lots placed; expected 1 to %d".formatted(lots, Bid.LOTS_MAX));
    }
  }

  /// By offer, then by need.
  @Override
  public int compareTo(Placed other) {
    return ORDER.compare(this, other);
  }
}
