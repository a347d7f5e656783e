package org.sarhad.core.barter;

import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Everything a side can say about deliveries by itself. Each fact is one entry; who says it, when
/// and where stands in the entry, not here. All of them are released, and none of them books
/// anything in money (protocol clauses 14-2.2, 14-5.2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface BarterFact {
  /// Most characters of a text.
  int TEXT_MAX = 4_000;

  /// Most entries named as evidence.
  int EVIDENCE_MAX = 16;

  /// The kind, whose word stands in the envelope.
  BarterFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static BarterFact fromJson(BarterFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), BarterFact::toJson);
  }

  private static BarterFact read(BarterFactKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case DESPATCHED ->
          new Despatched(
              Members.number(json),
              json.as("reservation", EntryId::parse),
              Quantity.fromJson(json.object("quantity")),
              Bodies.entries(json, "evidence"));
      case RECEIVED ->
          new Received(
              Members.number(json),
              json.as("despatch", EntryId::parse),
              Quantity.fromJson(json.object("quantity")),
              Bodies.entries(json, "evidence"));
      case CERTIFIED ->
          new Certified(
              Members.number(json),
              json.as("despatch", EntryId::parse),
              Quantity.fromJson(json.object("quantity")),
              Bodies.wording(json, "text"));
      case LAPSED -> new Lapsed(json.as("reservation", EntryId::parse));
    };
  }

  /// "It has left, so much of it."
  ///
  /// @param number in the series of its side
  /// @param reservation the act under which
  /// @param quantity as it was weighed here; more than nothing
  /// @param evidence entries that its author has, at most 16
  record Despatched(int number, EntryId reservation, Quantity quantity, SortedSet<EntryId> evidence)
      implements BarterFact {
    /// @throws IllegalArgumentException when a value is out of range
    public Despatched {
      Members.checkedNumber(number);
      evidence = Bodies.counted("evidence", Ordered.set(evidence), 0, EVIDENCE_MAX);
      if (quantity.amount() == 0) {
        throw new IllegalArgumentException("a despatch of nothing");
      }
    }

    @Override
    public BarterFactKind kind() {
      return BarterFactKind.DESPATCHED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("evidence", Bodies.named(evidence))
          .put("number", number)
          .put("quantity", quantity.toJson())
          .put("reservation", reservation.toString())
          .build();
    }
  }

  /// "It has arrived, so much of it." Nothing at all can arrive, too.
  ///
  /// @param number in the series of its side
  /// @param despatch by which it left
  /// @param quantity as it was weighed here
  /// @param evidence entries that its author has, at most 16
  record Received(int number, EntryId despatch, Quantity quantity, SortedSet<EntryId> evidence)
      implements BarterFact {
    /// @throws IllegalArgumentException when a value is out of range
    public Received {
      Members.checkedNumber(number);
      evidence = Bodies.counted("evidence", Ordered.set(evidence), 0, EVIDENCE_MAX);
    }

    @Override
    public BarterFactKind kind() {
      return BarterFactKind.RECEIVED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("despatch", despatch.toString())
          .put("evidence", Bodies.named(evidence))
          .put("number", number)
          .put("quantity", quantity.toJson())
          .build();
    }
  }

  /// "It was weighed, or looked at, and this was found." It books nothing: whoever accepts has read
  /// it.
  ///
  /// @param number in the series of its side
  /// @param despatch what it is about
  /// @param quantity what was found
  /// @param text by whom, how, and what else; at most 4 000 characters
  record Certified(int number, EntryId despatch, Quantity quantity, Wording text)
      implements BarterFact {
    /// @throws IllegalArgumentException when a value is out of range
    public Certified {
      Members.checkedNumber(number);
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public BarterFactKind kind() {
      return BarterFactKind.CERTIFIED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("despatch", despatch.toString())
          .put("number", number)
          .put("quantity", quantity.toJson())
          .put("text", text.toJson())
          .build();
    }
  }

  /// "The day that was agreed is over, and nothing more leaves under this." By the exporter's node,
  /// alone.
  record Lapsed(EntryId reservation) implements BarterFact {
    @Override
    public BarterFactKind kind() {
      return BarterFactKind.LAPSED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("reservation", reservation.toString()).build();
    }
  }
}
