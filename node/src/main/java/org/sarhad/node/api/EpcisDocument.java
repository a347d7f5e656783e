package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.ControlEvent;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.HandlingUnit;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.time.UtcTime;

/// A consignment as a document of EPCIS 2.0, for the programs of railways, ports and customs: one
/// way, out (protocol clause 18-7.1).
///
/// - what is in a handling unit is an `AggregationEvent`: `ADD` where it was loaded, `DELETE` where
///   it was reloaded into others;
/// - what has happened at a control point is an `ObjectEvent` with its step of the core business
///   vocabulary; what is planned or expected has not happened, and is not there;
/// - what a side said again of the same point and the same units is an `errorDeclaration` of what
///   it said before, which stays.
///
/// Everything is identified by the entry in which it stands, as an address: it is a name, and
/// nothing is to be had there. Nothing is added that was not said.
final class EpcisDocument {
  private static final String CONTEXT =
      "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

  /// Of what EPCIS has no word for: the control point itself, the place in words, the other stamp.
  private static final String OWN = "https://sarhad.example/ns/delivery/";

  private final Consignment one;
  private final Contract contract;
  private final Optional<Delivery> delivery;
  private final Function<EntryId, Instant> times;

  private EpcisDocument(Consignment one, BookState book, Function<EntryId, Instant> times) {
    this.one = one;
    this.contract =
        book.trade()
            .contract(book.trade().reservations().get(one.consigned().said().reservation()));
    this.delivery = one.despatch().map(book.trade().deliveries()::get);
    this.times = times;
  }

  /// The document of `one`. O(its units and events).
  ///
  /// @param book as it stands
  /// @param times what the author's clock said at an entry
  /// @param created when the file is made; no clock is asked here
  static Map<String, Object> of(
      Consignment one, BookState book, Function<EntryId, Instant> times, Instant created) {
    return new EpcisDocument(one, book, times).document(created);
  }

  private Map<String, Object> document(Instant created) {
    return new Members()
        .put("@context", List.of(CONTEXT, new Members().put("sarhad", OWN).done()))
        .put("creationDate", UtcTime.print(created))
        .put("epcisBody", new Members().put("eventList", events()).done())
        .put("schemaVersion", "2.0")
        .put("type", "EPCISDocument")
        .done();
  }

  private List<Map<String, Object>> events() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (HandlingUnit unit : one.units().values().toList()) {
      events.add(loaded(unit));
      unit.emptied().ifPresent(by -> events.add(emptied(unit, by)));
    }
    happened().forEach(event -> events.add(happened(event)));
    return events;
  }

  private List<ControlEvent> happened() {
    return one.events()
        .values()
        .filter(ControlEvent::isActual)
        .sorted(
            Comparator.comparing((ControlEvent event) -> event.word().said().at())
                .thenComparing(ControlEvent::id))
        .toList();
  }

  // ---- units ----------------------------------------------------------------------------------

  private Map<String, Object> loaded(HandlingUnit unit) {
    EntryId by = unit.from().isEmpty() ? one.id() : origin(unit);
    return aggregated(unit, by, "ADD", unit.from().isEmpty() ? "packing" : "loading");
  }

  private EntryId origin(HandlingUnit unit) {
    return one.units().get(unit.from().first()).emptied().orElseThrow();
  }

  private Map<String, Object> emptied(HandlingUnit unit, EntryId by) {
    return aggregated(unit, by, "DELETE", "unloading");
  }

  private Map<String, Object> aggregated(
      HandlingUnit unit, EntryId by, String action, String step) {
    return event("AggregationEvent", name(by) + "/" + unit.number(), times.apply(by))
        .put("action", action)
        .put("bizStep", step)
        .put(
            "childQuantityList",
            List.of(
                new Members()
                    .put("epcClass", name(contract.id()))
                    .put("quantity", unit.load().quantity())
                    .put("uom", contract.unit().code())
                    .done()))
        .put("parentID", name(unit.number()))
        .put("recordTime", UtcTime.print(times.apply(by)))
        .put("sarhad:kind", Codes.of(unit.load().kind()))
        .put("sarhad:mark", unit.load().mark())
        .done();
  }

  // ---- control points -------------------------------------------------------------------------

  private Map<String, Object> happened(ControlEvent event) {
    DeliveryFact.Happened said = event.word().said();
    return event("ObjectEvent", name(event.id()), said.at())
        .put("action", "OBSERVE")
        .put("bizStep", step(said.point()))
        .put("bizTransactionList", transactions())
        .putIfPresent("disposition", disposition(said.point()))
        .put("epcList", event.units().stream().map(this::name).toList())
        .putIfPresent("errorDeclaration", corrected(event))
        .put("recordTime", UtcTime.print(event.word().at()))
        .putIfPresent("sarhad:place", said.place().map(place -> place.texts()))
        .put("sarhad:point", Codes.of(said.point()))
        .putIfPresent("sarhad:stamped", event.stamp().map(stamp -> UtcTime.print(stamp.at())))
        .done();
  }

  private static Members event(String type, String id, Instant at) {
    return new Members()
        .put("eventID", id)
        .put("eventTime", UtcTime.print(at))
        .put("eventTimeZoneOffset", "+00:00")
        .put("type", type);
  }

  private List<Map<String, Object>> transactions() {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(transaction("po", contract.id()));
    one.despatch().ifPresent(despatch -> all.add(transaction("desadv", despatch)));
    delivery
        .flatMap(Delivery::arrival)
        .ifPresent(there -> all.add(transaction("recadv", there.receipt().entry())));
    return List.copyOf(all);
  }

  private static Map<String, Object> transaction(String type, EntryId entry) {
    return new Members().put("bizTransaction", name(entry)).put("type", type).done();
  }

  /// The first later word of the same side on the same point and the same units.
  private Optional<Map<String, Object>> corrected(ControlEvent event) {
    return happenedLike(event).stream()
        .filter(other -> other.word().at().isAfter(event.word().at()))
        .min(Comparator.comparing((ControlEvent other) -> other.word().at()))
        .map(
            later ->
                new Members()
                    .put("correctiveEventIDs", List.of(name(later.id())))
                    .put("declarationTime", UtcTime.print(later.word().at()))
                    .put("reason", "incorrect_data")
                    .done());
  }

  private Collection<ControlEvent> happenedLike(ControlEvent event) {
    return one.events()
        .values()
        .filter(ControlEvent::isActual)
        .filter(other -> other.by().equals(event.by()) && other.point() == event.point())
        .filter(other -> other.units().equals(event.units()))
        .toList();
  }

  /// The step of the core business vocabulary, CBV 2.0.
  static String step(ControlPoint point) {
    return switch (point) {
      case GATE_IN, ARRIVED -> "arriving";
      case INSPECTED, WEIGHED -> "inspecting";
      case SEALED -> "packing";
      case LOADED -> "loading";
      case DEPARTED -> "departing";
      case BORDER_EXIT, BORDER_ENTRY -> "entering_exiting";
      case TRANSHIPPED -> "transporting";
      case UNLOADED -> "unloading";
      case RECEIVED -> "receiving";
      case REJECTED -> "holding";
      case LOST -> "other";
    };
  }

  /// In which state it is from there on, where the vocabulary has a word for it.
  static Optional<String> disposition(ControlPoint point) {
    return switch (point) {
      case SEALED -> Optional.of("container_closed");
      case DEPARTED, BORDER_EXIT, BORDER_ENTRY, TRANSHIPPED -> Optional.of("in_transit");
      case ARRIVED, UNLOADED -> Optional.of("in_progress");
      case RECEIVED -> Optional.of("available");
      case REJECTED -> Optional.of("unavailable");
      case LOST -> Optional.of("unknown");
      case GATE_IN, INSPECTED, WEIGHED, LOADED -> Optional.empty();
    };
  }

  // ---- names ----------------------------------------------------------------------------------

  private String name(int unit) {
    return name(one.id()) + "/unit/" + unit;
  }

  private static String name(EntryId entry) {
    return "https://" + entry;
  }

  /// The members of an object, in the order in which they are put.
  private static final class Members {
    private final Map<String, Object> all = new LinkedHashMap<>();

    Members put(String name, Object value) {
      all.put(name, value);
      return this;
    }

    Members putIfPresent(String name, Optional<?> value) {
      value.ifPresent(there -> all.put(name, there));
      return this;
    }

    Map<String, Object> done() {
      return Collections.unmodifiableMap(all);
    }
  }
}
