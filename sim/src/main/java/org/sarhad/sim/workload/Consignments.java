package org.sarhad.sim.workload;

import java.util.Optional;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Reservation;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;

/// What either side says of goods on their way: that they left, that they came, that somebody
/// weighed them. Now and then more than was reserved, a second time, or of what is the other's to
/// say.
///
/// @param random their luck
/// @param drafts numbers
record Consignments(SimRandom random, Drafts drafts) {
  private static final int WRONG = 60;

  /// Something leaves under a reservation of one's own.
  Optional<Ask> despatch(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    return drafts
        .any(
            Drafts.book(node)
                .trade()
                .reservations()
                .values()
                .filter(room -> isWrong || (room.isLive() && isFrom(node, room, node.party())))
                .toList())
        .map(room -> Drafts.said(node, despatched(node, room)));
  }

  private BarterFact despatched(SimNode node, Reservation room) {
    long left = Math.max(1, room.most() - room.despatched());
    long amount =
        switch (random.between(0, 9)) {
          case 0 -> left;
          case 1 -> left + random.between(0, 2);
          default -> 1 + left * random.between(300, 960) / 1_000;
        };
    return new BarterFact.Despatched(
        drafts.number(node, VoucherKind.DESPATCH),
        room.id(),
        new Quantity(amount, contract(node, room).unit()),
        Ordered.set());
  }

  /// Something came from the other side, so much of it: about as much as was sent, or clearly less,
  /// or more.
  Optional<Ask> receipt(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    return drafts
        .any(
            Drafts.book(node)
                .trade()
                .deliveries()
                .values()
                .filter(
                    load ->
                        isWrong || (load.arrival().isEmpty() && !isFrom(node, load, node.party())))
                .toList())
        .map(load -> Drafts.said(node, received(node, load)));
  }

  private BarterFact received(SimNode node, Delivery load) {
    long less = load.sent() * random.between(0, random.chance(300) ? 120 : 5) / 1_000;
    long amount = random.chance(200) ? load.sent() + less : load.sent() - less;
    return new BarterFact.Received(
        drafts.number(node, VoucherKind.RECEIPT),
        load.despatch().entry(),
        new Quantity(amount, contract(node, load).unit()),
        Ordered.set());
  }

  /// Somebody weighed it on a third scale; now and then once more.
  Optional<Ask> certificate(SimNode node) {
    boolean isAgain = random.chance(WRONG);
    return drafts
        .any(
            Drafts.book(node)
                .trade()
                .deliveries()
                .values()
                .filter(load -> isAgain || load.certificates().stream().findAny().isEmpty())
                .toList())
        .map(
            load ->
                Drafts.said(
                    node,
                    new BarterFact.Certified(
                        drafts.number(node, VoucherKind.CERTIFICATE),
                        load.despatch().entry(),
                        new Quantity(load.sent(), contract(node, load).unit()),
                        Wording.of("en", "weighed on a third scale"))));
  }

  private static boolean isFrom(SimNode node, Delivery load, PartyId side) {
    return contract(node, load).exporter().equals(side);
  }

  private static boolean isFrom(SimNode node, Reservation room, PartyId side) {
    return contract(node, room).exporter().equals(side);
  }

  private static Contract contract(SimNode node, Delivery load) {
    return contract(node, Drafts.book(node).trade().reservation(load));
  }

  private static Contract contract(SimNode node, Reservation room) {
    return Drafts.book(node).trade().contract(room);
  }
}
