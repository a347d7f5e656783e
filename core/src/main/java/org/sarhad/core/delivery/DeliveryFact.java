package org.sarhad.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Everything a side can say about goods on their way. Each fact is one entry; who says it, when
/// and where stands in the entry, not here. All of them are released, and none of them books
/// anything (protocol clause 18-2.1).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface DeliveryFact {
  /// Most units in one fact.
  int UNITS_MAX = 200;

  /// Most entries named as evidence.
  int EVIDENCE_MAX = 16;

  /// Most characters of a place.
  int PLACE_MAX = 400;

  /// The kind, whose word stands in the envelope.
  DeliveryFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static DeliveryFact fromJson(DeliveryFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), DeliveryFact::toJson);
  }

  private static DeliveryFact read(DeliveryFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case CONSIGNED ->
          new Consigned(
              json.as("reservation", EntryId::parse), Bodies.list(json, "units", Load::fromJson));
      case RELOADED ->
          new Reloaded(
              consignment(json), numbers(json, "from"), Bodies.list(json, "into", Load::fromJson));
      case EVENT ->
          new Happened(
              consignment(json),
              Bodies.constant(json.text("point"), ControlPoint.class),
              Bodies.constant(json.text("phase"), Phase.class),
              json.time("at"),
              numbers(json, "units"),
              Bodies.find(json, "place", Wording::fromJson),
              Bodies.entries(json, "evidence"));
      case STAMPED -> new Stamped(json.as("event", EntryId::parse));
      case DESPATCHED -> new Despatched(consignment(json), json.as("despatch", EntryId::parse));
    };
  }

  private static EntryId consignment(Json.Obj json) throws MalformedJsonException {
    return json.as("consignment", EntryId::parse);
  }

  private static JsonBuilder about(EntryId consignment) {
    return Json.obj().put("consignment", consignment.toString());
  }

  private static SortedSet<Integer> numbers(Json.Obj json, String name)
      throws MalformedJsonException {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (long number : json.array(name).integers(1, Integer.MAX_VALUE)) {
      numbers.add(Math.toIntExact(number));
    }
    return numbers;
  }

  private static Json.Arr written(SortedSet<Integer> numbers) {
    return Json.arr(numbers.stream().map(number -> Json.of(number)));
  }

  private static Json.Arr loads(List<Load> loads) {
    return Bodies.objects(loads.stream().map(Load::toJson));
  }

  /// What `loads` come to.
  ///
  /// @throws IllegalArgumentException when that is beyond 2^53 - 1
  private static long total(List<Load> loads) {
    long total = 0;
    for (Load load : loads) {
      total += load.quantity();
      if (total > Json.INTEGER_MAX) {
        throw new IllegalArgumentException("more in all units than a quantity can be");
      }
    }
    return total;
  }

  /// "This goes, in these." It is known by this entry, and its units are numbered from 1.
  ///
  /// @param reservation of the book, under which it is to leave
  /// @param units what it is in, 1 to 200
  record Consigned(EntryId reservation, List<Load> units) implements DeliveryFact {
    /// @throws IllegalArgumentException when there are too many units, or too much is in them
    public Consigned {
      units = Bodies.counted("units", List.copyOf(units), 1, UNITS_MAX);
      total(units);
    }

    /// What it comes to, in the unit of the contract.
    public long quantity() {
      return total(units);
    }

    @Override
    public DeliveryFactKind kind() {
      return DeliveryFactKind.CONSIGNED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("reservation", reservation.toString())
          .put("units", loads(units))
          .build();
    }
  }

  /// "What was in those is in these now." At a break of gauge, and wherever else goods change what
  /// carries them. As much is in them as was; what a scale says otherwise is a certificate.
  ///
  /// @param consignment of which
  /// @param from the units that are empty now, 1 to 200
  /// @param into those that are loaded, 1 to 200; numbered on
  record Reloaded(EntryId consignment, SortedSet<Integer> from, List<Load> into)
      implements DeliveryFact {
    /// @throws IllegalArgumentException when there are too many units, or too much is in them
    public Reloaded {
      from = Bodies.counted("from", Ordered.set(from), 1, UNITS_MAX);
      into = Bodies.counted("into", List.copyOf(into), 1, UNITS_MAX);
      total(into);
    }

    /// What it comes to, in the unit of the contract.
    public long quantity() {
      return total(into);
    }

    @Override
    public DeliveryFactKind kind() {
      return DeliveryFactKind.RELOADED;
    }

    @Override
    public Json.Obj toJson() {
      return about(consignment).put("from", written(from)).put("into", loads(into)).build();
    }
  }

  /// "This is to happen to it, or has happened, on our soil."
  ///
  /// @param consignment to which
  /// @param point what
  /// @param phase how sure that is
  /// @param at when
  /// @param units to which of them, at most 200; none for all that it is in now
  /// @param place where; at most 400 characters
  /// @param evidence entries that its author has, at most 16: notes of customs, photographs, seals
  record Happened(
      EntryId consignment,
      ControlPoint point,
      Phase phase,
      Instant at,
      SortedSet<Integer> units,
      Optional<Wording> place,
      SortedSet<EntryId> evidence)
      implements DeliveryFact {
    /// @throws IllegalArgumentException when a value is out of range
    public Happened {
      units = Bodies.counted("units", Ordered.set(units), 0, UNITS_MAX);
      evidence = Bodies.counted("evidence", Ordered.set(evidence), 0, EVIDENCE_MAX);
      place.ifPresent(said -> said.atMost("place", PLACE_MAX));
    }

    @Override
    public DeliveryFactKind kind() {
      return DeliveryFactKind.EVENT;
    }

    @Override
    public Json.Obj toJson() {
      return about(consignment)
          .put("at", at)
          .put("evidence", Bodies.named(evidence))
          .put("phase", Bodies.code(phase))
          .putIfPresent("place", place.map(Wording::toJson))
          .put("point", Bodies.code(point))
          .put("units", written(units))
          .build();
    }
  }

  /// "We have seen it so, too." The other side's stamp where goods pass from one to the other.
  ///
  /// @param event the entry that says that it has happened
  record Stamped(EntryId event) implements DeliveryFact {
    @Override
    public DeliveryFactKind kind() {
      return DeliveryFactKind.STAMPED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("event", event.toString()).build();
    }
  }

  /// "It is what left by that despatch of the book." From here on receipt, certificates and
  /// acceptance are found there.
  ///
  /// @param consignment which
  /// @param despatch the entry in the book, of as much as is in the units
  record Despatched(EntryId consignment, EntryId despatch) implements DeliveryFact {
    @Override
    public DeliveryFactKind kind() {
      return DeliveryFactKind.DESPATCHED;
    }

    @Override
    public Json.Obj toJson() {
      return about(consignment).put("despatch", despatch.toString()).build();
    }
  }
}
