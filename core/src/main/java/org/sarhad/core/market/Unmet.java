package org.sarhad.core.market;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;

/// What a match leaves of a need or an offer: nobody is told by silence that theirs was passed
/// over.
///
/// @param bid the entry by which it is known
/// @param lots how many lots are left; more than 0
public record Unmet(EntryId bid, long lots) {
  /// What `placed`, which is of `round`, leaves of each bid there that nobody has taken back,
  /// ascending. O(bids + placed).
  public static List<Unmet> of(Round round, List<Placed> placed) {
    Map<EntryId, Long> met = new TreeMap<>();
    for (Placed some : placed) {
      met.merge(some.offer(), some.lots(), Long::sum);
      met.merge(some.need(), some.lots(), Long::sum);
    }
    return round
        .live()
        .map(
            bid -> new Unmet(bid.key(), bid.value().bid().lots() - met.getOrDefault(bid.key(), 0L)))
        .filter(left -> left.lots() > 0)
        .toList();
  }
}
