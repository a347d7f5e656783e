package org.sarhad.core.delivery;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Reservation;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;

/// What may be said of goods on their way, by whom and when (docs/protocol, 18-deliveries.md,
/// clauses 18-2 and 18-3).
public final class DeliveryRules {
  /// Who may speak of goods, and of energy, for their side (protocol clause 18-1.3).
  public static final Set<Role> SPEAKERS = Ordered.set(Role.LIAISON, Role.CHIEF, Role.CLERK);

  private DeliveryRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param entry the one it would become
  /// @param book as this node knows it
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<DeliveryFact, DeliveryFact, DeliveryRefusal> decide(
      DeliveryState state, ActEntry entry, DeliveryFact fact, BookState book) {
    return objection(state, entry, fact, book)
        .<Decision<DeliveryFact, DeliveryFact, DeliveryRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<DeliveryRefusal> objection(
      DeliveryState state, ActEntry entry, DeliveryFact fact, BookState book) {
    FactContext context = entry.context();
    return when(!state.parties().contains(context.author()), DeliveryRefusal.NOT_A_SIDE)
        .or(() -> when(!context.released(), DeliveryRefusal.NOT_RELEASED))
        .or(() -> when(context.officer().isEmpty(), DeliveryRefusal.NO_OFFICER))
        .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), DeliveryRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry, book).objection(fact));
  }

  /// The objections that look at one fact where it stands.
  private record Judge(DeliveryState state, ActEntry entry, BookState book) {
    Optional<DeliveryRefusal> objection(DeliveryFact fact) {
      return switch (fact) {
        case DeliveryFact.Consigned consigned -> toReservation(consigned.reservation());
        case DeliveryFact.Reloaded reloaded ->
            toKnown(reloaded.consignment())
                .or(() -> toSide(one(reloaded.consignment())))
                .or(() -> toReloading(one(reloaded.consignment()), reloaded));
        case DeliveryFact.Happened happened ->
            toKnown(happened.consignment())
                .or(() -> toEvidence(happened.evidence()))
                .or(() -> toSide(one(happened.consignment())))
                .or(() -> toEvent(one(happened.consignment()), happened));
        case DeliveryFact.Stamped(EntryId event) -> toKnownEvent(event).or(() -> toStamp(event));
        case DeliveryFact.Despatched despatched ->
            toDespatchKnown(despatched)
                .or(() -> toKnown(despatched.consignment()))
                .or(() -> when(!entry.knows(despatched.despatch()), DeliveryRefusal.NOT_SEEN))
                .or(() -> toSide(one(despatched.consignment())))
                .or(() -> toDespatch(one(despatched.consignment()), despatched.despatch()));
      };
    }

    private Optional<DeliveryRefusal> toReservation(EntryId id) {
      Optional<Reservation> known = book.trade().reservations().find(id);
      if (known.isEmpty()) {
        return Optional.of(DeliveryRefusal.RESERVATION_UNKNOWN);
      }
      PartyId exporter = book.trade().contract(known.get()).exporter();
      return when(!entry.knows(known.get().since()), DeliveryRefusal.NOT_SEEN)
          .or(
              () ->
                  when(!book.account().orElseThrow().isOf(author()), DeliveryRefusal.SIDE_UNKNOWN))
          .or(() -> when(!exporter.equals(author()), DeliveryRefusal.NOT_EXPORTER));
    }

    private Optional<DeliveryRefusal> toKnown(EntryId id) {
      return when(!state.consignments().containsKey(id), DeliveryRefusal.CONSIGNMENT_UNKNOWN)
          .or(() -> when(!entry.knows(id), DeliveryRefusal.NOT_SEEN));
    }

    private Optional<DeliveryRefusal> toSide(Consignment one) {
      return when(!one.isOf(author()), DeliveryRefusal.SIDE_UNKNOWN);
    }

    private Optional<DeliveryRefusal> toEvidence(Set<EntryId> evidence) {
      return when(!evidence.stream().allMatch(entry::knows), DeliveryRefusal.NOT_SEEN);
    }

    // ---- units ----------------------------------------------------------------------------------

    private static Optional<DeliveryRefusal> toUnits(Consignment one, SortedSet<Integer> numbers) {
      return when(one.isOver(), DeliveryRefusal.ENDED)
          .or(() -> when(!one.live().containsAll(numbers), DeliveryRefusal.UNIT_UNKNOWN));
    }

    private static Optional<DeliveryRefusal> toReloading(
        Consignment one, DeliveryFact.Reloaded said) {
      return toUnits(one, said.from())
          .or(
              () ->
                  when(one.quantity(said.from()) != said.quantity(), DeliveryRefusal.NOT_CONSERVED))
          .or(
              () ->
                  when(
                      one.units().size() + said.into().size() > Consignment.UNITS_MAX,
                      DeliveryRefusal.TOO_MANY_UNITS));
    }

    // ---- events ---------------------------------------------------------------------------------

    private Optional<DeliveryRefusal> toEvent(Consignment one, DeliveryFact.Happened said) {
      return when(!isOnOwnSoil(one, said.point()), DeliveryRefusal.NOT_YOUR_SOIL)
          .or(() -> toUnits(one, said.units()))
          .or(() -> toTime(said.phase(), said.at()))
          .or(() -> when(isSaidBefore(one, said), DeliveryRefusal.HAPPENED_ALREADY));
    }

    private boolean isOnOwnSoil(Consignment one, ControlPoint point) {
      return switch (point.soil()) {
        case EXPORTER -> one.exporter().equals(author());
        case IMPORTER -> one.importer().equals(author());
        case EITHER -> true;
      };
    }

    private Optional<DeliveryRefusal> toTime(Phase phase, Instant at) {
      Instant now = entry.context().time();
      return switch (phase) {
        case ACTUAL -> when(at.isAfter(now), DeliveryRefusal.TIME_AHEAD);
        case PLANNED, ESTIMATED -> when(at.isBefore(now), DeliveryRefusal.TIME_PAST);
      };
    }

    /// Goods pass once, whatever they were in when they did.
    private static boolean isSaidBefore(Consignment one, DeliveryFact.Happened said) {
      if (said.phase() != Phase.ACTUAL || !said.point().isHandover()) {
        return false;
      }
      SortedSet<Integer> units = said.units().isEmpty() ? one.live() : said.units();
      SortedSet<Integer> all = one.withOrigins(units);
      return one.events()
          .values()
          .filter(event -> event.isHandover() && event.point() == said.point())
          .anyMatch(event -> !Collections.disjoint(event.units(), all));
    }

    private Optional<DeliveryRefusal> toKnownEvent(EntryId id) {
      return state.event(id).isEmpty()
          ? Optional.of(DeliveryRefusal.EVENT_UNKNOWN)
          : when(!entry.knows(id), DeliveryRefusal.NOT_SEEN)
              .or(() -> toSide(one(state.events().get(id))));
    }

    private Optional<DeliveryRefusal> toStamp(EntryId id) {
      ControlEvent event = state.event(id).orElseThrow();
      return when(event.by().equals(author()), DeliveryRefusal.OWN_EVENT)
          .or(() -> when(!event.isHandover(), DeliveryRefusal.NO_HANDOVER))
          .or(() -> when(event.stamp().isPresent(), DeliveryRefusal.ALREADY_STAMPED));
    }

    // ---- the despatch of the book ---------------------------------------------------------------

    private Optional<DeliveryRefusal> toDespatchKnown(DeliveryFact.Despatched said) {
      return when(
              !state.consignments().containsKey(said.consignment()),
              DeliveryRefusal.CONSIGNMENT_UNKNOWN)
          .or(
              () ->
                  when(
                      !book.trade().deliveries().containsKey(said.despatch()),
                      DeliveryRefusal.DESPATCH_UNKNOWN));
    }

    private Optional<DeliveryRefusal> toDespatch(Consignment one, EntryId id) {
      Delivery delivery = book.trade().deliveries().get(id);
      DeliveryFact.Consigned consigned = one.consigned().said();
      return when(!one.exporter().equals(author()), DeliveryRefusal.NOT_EXPORTER)
          .or(
              () ->
                  when(
                      !delivery.reservation().equals(consigned.reservation()),
                      DeliveryRefusal.OTHER_RESERVATION))
          .or(() -> when(delivery.sent() != consigned.quantity(), DeliveryRefusal.QUANTITY_DIFFERS))
          .or(
              () ->
                  when(
                      one.despatch().isPresent() || state.despatches().containsKey(id),
                      DeliveryRefusal.ALREADY_DESPATCHED));
    }

    private Consignment one(EntryId id) {
      return state.consignments().get(id);
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
