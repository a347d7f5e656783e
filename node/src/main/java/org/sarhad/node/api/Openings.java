package org.sarhad.node.api;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.Round;
import org.sarhad.node.machine.BidOpening;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.SealOpening;

/// What it takes to reveal the claims and bids that were sealed on this node, found again in its
/// journal. It was written right behind its seal, and an entry of the journal names how long the
/// own log was at that moment: so it is found by halving. O(log n) reads, once for each seal; O(n)
/// where the own log was restored since and the numbers are others.
final class Openings {
  private static final int CHUNK = 1024;

  /// Where the opening of a seal lies, once it was found.
  private final Map<EntryId, EntryId> found = new ConcurrentHashMap<>();

  /// What to look for: whether a body of `kind`, from the journal, reveals the seal.
  private record Sought<T>(EntryId seal, Kind kind, Function<Json.Obj, Optional<T>> opens) {}

  /// What reveals `seal`; empty for one of another side, and for one that was sealed elsewhere.
  Optional<ClaimFact.Revealed> find(Lens lens, SealedClaim seal) {
    return find(
        lens,
        new Sought<>(
            seal.sealed().entry(), SealOpening.KIND, body -> SealOpening.reveal(seal, body)));
  }

  /// The same of the bid that `seal` hides in `round`.
  Optional<MarketFact.Revealed> find(Lens lens, Round round, EntryId seal) {
    return round
        .seals()
        .find(seal)
        .flatMap(
            hidden ->
                find(
                    lens,
                    new Sought<>(
                        seal, BidOpening.KIND, body -> BidOpening.reveal(seal, hidden, body))));
  }

  private <T> Optional<T> find(Lens lens, Sought<T> sought) {
    var view = lens.view();
    if (!sought.seal().origin().equals(view.self().origin())) {
      return Optional.empty();
    }
    var known = Optional.ofNullable(found.get(sought.seal()));
    return known.isPresent()
        ? view.entry(known.get()).flatMap(entry -> opened(lens, sought, entry))
        : behind(lens, sought).or(() -> anywhere(lens, sought));
  }

  /// In the first entry of the journal that saw the seal.
  private <T> Optional<T> behind(Lens lens, Sought<T> sought) {
    var view = lens.view();
    long low = 0;
    long high = size(view);
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (ownSize(view, middle) > sought.seal().index()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return view.entry(new EntryId(view.self().journal(), low))
        .flatMap(entry -> opened(lens, sought, entry));
  }

  private <T> Optional<T> anywhere(Lens lens, Sought<T> sought) {
    var view = lens.view();
    for (long end = size(view); end > 0; end = Math.max(0, end - CHUNK)) {
      for (var entry :
          view.entries(view.self().journal(), Math.max(0, end - CHUNK), end).reversed()) {
        var opening = opened(lens, sought, entry);
        if (opening.isPresent()) {
          return opening;
        }
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> opened(Lens lens, Sought<T> sought, Entry entry) {
    if (!entry.envelope().kind().equals(sought.kind())) {
      return Optional.empty();
    }
    var opening = new Entries(lens).body(entry).flatMap(sought.opens());
    opening.ifPresent(_ -> found.put(sought.seal(), entry.id()));
    return opening;
  }

  private static long size(NodeView view) {
    return view.log(view.self().journal()).map(LogView::size).orElse(0L);
  }

  /// How long the own log was when the entry at `index` of the journal was written.
  private static long ownSize(NodeView view, long index) {
    return view.entry(new EntryId(view.self().journal(), index))
        .map(entry -> entry.envelope().seen().sizeOf(view.self().origin()))
        .orElse(Long.MAX_VALUE);
  }
}
