package org.sarhad.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// Rice from Pakistan to Iran in a test: two broad wagons to Zahedan, and from there in trucks.
final class DeliveryScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final List<Load> WAGONS =
      List.of(
          new Load(UnitKind.WAGON_1676, "PKR-101", 60_000),
          new Load(UnitKind.WAGON_1676, "PKR-102", 40_000));

  final Voices voices;
  final Books books;
  final EntryId contract;
  DeliveryState state;

  DeliveryScene(String... parties) {
    voices = Voices.of(parties);
    books = Books.open(voices);
    state = DeliveryState.of(voices.parties());
    contract = books.contract(PK, new Quantity(10_000_000, UnitCode.KGM), Weighed.OUTTURN);
  }

  DeliveryScene() {
    this("ir", "pk");
  }

  // ---- the book -------------------------------------------------------------------------------

  EntryId reserve() {
    return books.reserve(contract, 100_000);
  }

  EntryId despatch(EntryId reservation, long kilograms) {
    return books.despatch(PK, reservation, new Quantity(kilograms, UnitCode.KGM));
  }

  EntryId receive(EntryId despatch, long kilograms) {
    return books.receive(IR, despatch, new Quantity(kilograms, UnitCode.KGM));
  }

  // ---- facts ----------------------------------------------------------------------------------

  /// Two wagons under a reservation of their own.
  EntryId consign() {
    return say(PK, new DeliveryFact.Consigned(reserve(), WAGONS));
  }

  static DeliveryFact.Reloaded reloaded(EntryId consignment, List<Integer> from, Load... into) {
    return new DeliveryFact.Reloaded(consignment, Ordered.set(from), List.of(into));
  }

  static Load truck(String mark, long kilograms) {
    return new Load(UnitKind.TRUCK, mark, kilograms);
  }

  /// It has happened, now, to these units.
  DeliveryFact.Happened actual(EntryId consignment, ControlPoint point, Integer... units) {
    return happened(consignment, point, Phase.ACTUAL, voices.time(), units);
  }

  static DeliveryFact.Happened happened(
      EntryId consignment, ControlPoint point, Phase phase, Instant at, Integer... units) {
    return new DeliveryFact.Happened(
        consignment,
        point,
        phase,
        at,
        Ordered.set(List.of(units)),
        Optional.empty(),
        Ordered.set());
  }

  EntryId say(PartyId side, DeliveryFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    Verdict.accepted(DeliveryRules.decide(state, entry, fact, books.state()), fact);
    state = state.apply(entry, fact, books.state());
    assertThat(state.voids().find(entry.id())).isEmpty();
    return entry.id();
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  DeliveryRefusal refuse(ActEntry entry, DeliveryFact fact) {
    DeliveryState before = state;
    var refused = Verdict.refused(DeliveryRules.decide(state, entry, fact, books.state()), fact);
    state = state.apply(entry, fact, books.state());
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.consignments()).isEqualTo(before.consignments());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refused.refusal();
  }

  DeliveryRefusal refuse(PartyId side, DeliveryFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  Consignment one(EntryId id) {
    return state.consignments().get(id);
  }

  Papers papers(EntryId id) {
    return Papers.of(one(id), books.state(), Books.TOLERANCE).orElseThrow();
  }
}
