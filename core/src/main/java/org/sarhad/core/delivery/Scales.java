package org.sarhad.core.delivery;

import java.util.List;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.entry.EntryId;

/// What the scales of the two sides have said of the same goods, delivery by delivery.
public final class Scales {
  private Scales() {}

  /// What was sent and received under `contract`, in the order in which it left; what has not
  /// arrived yet is left out. O(deliveries).
  public static List<BiasTest.Pair> of(EntryId contract, BookState book) {
    return weighed(contract, book).stream().map(Scales::pair).toList();
  }

  /// What of `contract` was weighed on both sides, in the order in which it left. O(deliveries).
  public static List<Delivery> weighed(EntryId contract, BookState book) {
    return book.trade()
        .deliveries()
        .values()
        .filter(delivery -> delivery.arrival().isPresent())
        .filter(delivery -> book.trade().reservation(delivery).contract().equals(contract))
        .toList();
  }

  private static BiasTest.Pair pair(Delivery delivery) {
    return new BiasTest.Pair(delivery.sent(), delivery.arrival().orElseThrow().received());
  }
}
