package org.sarhad.core.delivery;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The consignments of a channel, folded in the joint order (protocol clauses 18-2 and 18-3).
/// Immutable. It rests on the book and never changes it; no act is about consignments.
///
/// @param parties the sides of the channel
/// @param consignments by the entry that began them
/// @param events of which consignment, by event
/// @param despatches of which consignment, by the entry in the book
/// @param outcomes what became of each fact
public record DeliveryState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Consignment> consignments,
    PersistentMap<EntryId, EntryId> events,
    PersistentMap<EntryId, EntryId> despatches,
    Outcomes<DeliveryRefusal> outcomes) {
  /// Copies its collection.
  public DeliveryState {
    parties = Ordered.set(parties);
  }

  /// Nothing on its way.
  ///
  /// @param parties the sides of the channel
  public static DeliveryState of(SortedSet<PartyId> parties) {
    return new DeliveryState(
        parties,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Outcomes.of("delivery"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public DeliveryState among(SortedSet<PartyId> sides) {
    return sides.equals(parties)
        ? this
        : new DeliveryState(sides, consignments, events, despatches, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and the units and events of the consignment.
  ///
  /// @param book as it stands there
  public DeliveryState apply(ActEntry entry, DeliveryFact fact, BookState book) {
    Optional<DeliveryRefusal> objection = DeliveryRules.objection(this, entry, fact, book);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry.context(), fact, book).with(outcomes.held(entry));
  }

  private DeliveryState held(FactContext context, DeliveryFact fact, BookState book) {
    return switch (fact) {
      case DeliveryFact.Consigned consigned ->
          with(
              Consignment.of(
                  context.author(),
                  book.account().orElseThrow().other(context.author()),
                  Word.in(context, consigned)));
      case DeliveryFact.Reloaded reloaded ->
          changed(
              reloaded.consignment(),
              one -> one.reloaded(context.entry(), reloaded.from(), reloaded.into()));
      case DeliveryFact.Happened happened -> happened(context, happened);
      case DeliveryFact.Stamped stamped ->
          changed(
              events.get(stamped.event()),
              one -> one.stamped(stamped.event(), Word.in(context, stamped)));
      case DeliveryFact.Despatched(EntryId consignment, EntryId despatch) ->
          new DeliveryState(
                  parties, consignments, events, despatches.put(despatch, consignment), outcomes)
              .changed(consignment, one -> one.left(despatch));
    };
  }

  private DeliveryState happened(FactContext context, DeliveryFact.Happened happened) {
    Consignment one = consignments.get(happened.consignment());
    ControlEvent event =
        new ControlEvent(
            context.author(),
            Word.in(context, happened),
            happened.units().isEmpty() ? one.live() : happened.units(),
            Optional.empty());
    return new DeliveryState(
        parties,
        consignments.put(one.id(), one.happened(event)),
        events.put(event.id(), one.id()),
        despatches,
        outcomes);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states.
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, DeliveryRefusal> voids() {
    return outcomes.voids();
  }

  /// What is still on its way. O(n).
  public List<Consignment> live() {
    return consignments.values().filter(one -> !one.isOver()).toList();
  }

  /// The event `id`, if there is one.
  Optional<ControlEvent> event(EntryId id) {
    return events.find(id).map(consignments::get).map(one -> one.events().get(id));
  }

  private DeliveryState changed(EntryId id, UnaryOperator<Consignment> change) {
    return with(change.apply(consignments.get(id)));
  }

  private DeliveryState with(Consignment one) {
    return new DeliveryState(
        parties, consignments.put(one.id(), one), events, despatches, outcomes);
  }

  private DeliveryState with(Outcomes<DeliveryRefusal> next) {
    return new DeliveryState(parties, consignments, events, despatches, next);
  }
}
