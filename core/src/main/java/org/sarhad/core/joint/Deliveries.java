package org.sarhad.core.joint;

import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.DeliveryState;
import org.sarhad.core.energy.EnergyState;
import org.sarhad.core.party.PartyId;

/// What is on its way between the sides, beside the book that it rests on. Immutable.
///
/// @param goods consignments, and what happens to them
/// @param energy lines, schedules and meters
public record Deliveries(DeliveryState goods, EnergyState energy) {
  /// Nothing on its way.
  static final Deliveries NONE =
      new Deliveries(DeliveryState.of(Ordered.set()), EnergyState.of(Ordered.set()));

  Deliveries among(SortedSet<PartyId> sides) {
    return new Deliveries(goods.among(sides), energy.among(sides));
  }

  /// After an entry by which `act` came to the stage it has now.
  Deliveries moved(ActEntry entry, Act act, BookState book) {
    return with(energy.moved(entry, act, book));
  }

  Deliveries with(DeliveryState next) {
    return new Deliveries(next, energy);
  }

  Deliveries with(EnergyState next) {
    return new Deliveries(goods, next);
  }
}
