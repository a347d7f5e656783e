package org.sarhad.node.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryState;
import org.sarhad.core.delivery.Load;
import org.sarhad.core.delivery.Phase;
import org.sarhad.core.delivery.UnitKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Voices;

/// One consignment that meets everything there is: all fourteen control points, the break of gauge,
/// a time that was put right, both papers and a short weight. For what is exported of it.
public final class DeliveryStory {
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");

  private final Voices voices = Voices.of("ir", "pk");
  private final Books books = Books.open(voices);
  private final Map<EntryId, Instant> times = new HashMap<>();
  private DeliveryState state = DeliveryState.of(voices.parties());
  private final EntryId consignment;

  /// Tells it, always in the same words.
  public DeliveryStory() {
    EntryId contract = books.contract(PK, kilograms(1_000_000), Weighed.OUTTURN);
    EntryId reservation = books.reserve(contract, 100_000);
    consignment =
        say(
            PK,
            new DeliveryFact.Consigned(
                reservation,
                List.of(
                    new Load(UnitKind.WAGON_1676, "PKR <101>", 60_000),
                    new Load(UnitKind.WAGON_1676, "PKR & 102", 40_000))));
    for (var point :
        List.of(
            ControlPoint.GATE_IN,
            ControlPoint.INSPECTED,
            ControlPoint.WEIGHED,
            ControlPoint.SEALED,
            ControlPoint.LOADED,
            ControlPoint.DEPARTED)) {
      happened(PK, point, Phase.ACTUAL);
    }
    happened(PK, ControlPoint.DEPARTED, Phase.ACTUAL);
    EntryId exit = happened(PK, ControlPoint.BORDER_EXIT, Phase.ACTUAL);
    say(IR, new DeliveryFact.Stamped(exit));
    happened(IR, ControlPoint.ARRIVED, Phase.PLANNED);
    happened(IR, ControlPoint.BORDER_ENTRY, Phase.ACTUAL);
    say(
        IR,
        new DeliveryFact.Reloaded(
            consignment,
            Ordered.set(List.of(1, 2)),
            List.of(
                new Load(UnitKind.TRUCK, "QTA-1", 30_000),
                new Load(UnitKind.TRUCK, "QTA-2", 60_000),
                new Load(UnitKind.TRUCK, "QTA-3", 10_000))));
    for (var point :
        List.of(ControlPoint.TRANSHIPPED, ControlPoint.ARRIVED, ControlPoint.UNLOADED)) {
      happened(IR, point, Phase.ACTUAL);
    }
    happened(IR, ControlPoint.REJECTED, Phase.ACTUAL, 3);
    happened(IR, ControlPoint.RECEIVED, Phase.ACTUAL, 4);
    happened(IR, ControlPoint.LOST, Phase.ACTUAL, 5);
    EntryId despatch = timed(books.despatch(PK, reservation, kilograms(100_000)));
    say(PK, new DeliveryFact.Despatched(consignment, despatch));
    timed(books.receive(IR, despatch, kilograms(99_000)));
  }

  /// As it stands at the end.
  public Consignment consignment() {
    return state.consignments().get(consignment);
  }

  /// Both papers are in it.
  public BookState book() {
    return books.state();
  }

  /// What the author's clock said at an entry of the story.
  public Instant time(EntryId entry) {
    return Optional.ofNullable(times.get(entry)).orElseThrow();
  }

  private static Quantity kilograms(long amount) {
    return new Quantity(amount, UnitCode.KGM);
  }

  private EntryId happened(PartyId side, ControlPoint point, Phase phase, Integer... units) {
    Instant at = phase == Phase.ACTUAL ? voices.time() : voices.time().plusSeconds(86_400);
    return say(
        side,
        new DeliveryFact.Happened(
            consignment,
            point,
            phase,
            at,
            Ordered.set(List.of(units)),
            Optional.of(Wording.of("en", "Zahedan")),
            Ordered.set()));
  }

  private EntryId say(PartyId side, DeliveryFact fact) {
    voices.at(voices.time().plusSeconds(60));
    ActEntry entry = voices.says(side, Role.CLERK);
    state = state.apply(entry, fact, books.state());
    if (state.voids().containsKey(entry.id())) {
      throw new IllegalStateException(fact + ": " + state.voids().get(entry.id()));
    }
    times.put(entry.id(), entry.context().time());
    return entry.id();
  }

  private EntryId timed(EntryId entry) {
    times.put(entry, voices.time());
    return entry;
  }
}
