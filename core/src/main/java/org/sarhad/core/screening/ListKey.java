package org.sarhad.core.screening;

import java.util.Comparator;
import org.sarhad.core.party.PartyId;

/// A list that one side goes by.
///
/// @param side the side
/// @param source whose list
public record ListKey(PartyId side, ListSource source) implements Comparable<ListKey> {
  private static final Comparator<ListKey> ORDER =
      Comparator.comparing(ListKey::side).thenComparing(ListKey::source);

  /// By side, then by source.
  @Override
  public int compareTo(ListKey other) {
    return ORDER.compare(this, other);
  }
}
