package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;

/// Who has which watch at one side.
///
/// @param watches by role
/// @param lastOffer highest number given to an offer, 0 for none
public record WatchBook(PersistentMap<Role, Watch> watches, int lastOffer) {
  static final WatchBook EMPTY = new WatchBook(PersistentMap.empty(), 0);
  private static final Watch NOBODY = new Watch(Optional.empty(), Optional.empty());

  /// The watch of one role: who has it, and whether it is on offer.
  public record Watch(Optional<Holder> holder, Optional<Offer> offer) {}

  /// Who has the watch since when, by the entry that says so.
  public record Holder(OfficerId officer, Instant since, Said said) {}

  /// An offer that nobody has taken yet.
  public record Offer(WatchFact.Offered fact, Said said) {}

  /// The watch of `role`.
  public Watch of(Role role) {
    return watches.getOrElse(role, NOBODY);
  }

  Folded<WatchBook> apply(FactContext context, WatchFact fact) {
    Watch watch = of(fact.role());
    Said said = new Said(context, fact, Optional.empty());
    return switch (fact) {
      case WatchFact.Offered offered ->
          offered.watch().owner().equals(context.author())
              ? Folded.to(
                  new WatchBook(
                      watches.put(
                          fact.role(),
                          new Watch(watch.holder(), Optional.of(new Offer(offered, said)))),
                      Math.max(lastOffer, offered.watch().number())))
              : Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
      case WatchFact.Taken taken -> take(context, watch, taken, said);
      case WatchFact.Vacated _ -> Folded.to(with(fact.role(), NOBODY));
    };
  }

  /// Who sits in a side's chair is that side's own word. Only a taking that contradicts the offer
  /// this fold knows (another offer, another checklist) is in vain.
  private Folded<WatchBook> take(
      FactContext context, Watch watch, WatchFact.Taken taken, Said said) {
    boolean contradicts =
        taken.offer().isPresent()
            && watch.offer().map(Offer::fact).filter(offer -> !matches(taken, offer)).isPresent();
    if (contradicts || context.officer().isEmpty()) {
      return Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
    }
    var holder = new Holder(context.officer().get(), context.time(), said);
    return Folded.to(with(taken.role(), new Watch(Optional.of(holder), Optional.empty())));
  }

  private static boolean matches(WatchFact.Taken taken, WatchFact.Offered offer) {
    return taken.offer().equals(Optional.of(offer.watch()))
        && taken.checklist().equals(Optional.of(offer.checklist().digest()));
  }

  private WatchBook with(Role role, Watch watch) {
    return new WatchBook(watches.put(role, watch), lastOffer);
  }
}
