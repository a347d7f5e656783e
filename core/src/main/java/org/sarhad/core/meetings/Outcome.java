package org.sarhad.core.meetings;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// What came of a meeting, or of an occurrence of a duty, as one side states it (protocol clause
/// 10-2.3). All of them are valid ends: a meeting that collapsed over its agenda is as much a fact
/// as one that was held.
public sealed interface Outcome {
  /// Adds the members of this outcome.
  JsonBuilder putInto(JsonBuilder json);

  /// Whether it says that something has happened, or was to have happened, at the time it was set
  /// for; so it cannot be stated earlier than that.
  boolean isAfterTheTime();

  /// Reads the members of an outcome.
  ///
  /// @throws MalformedJsonException when there is none
  /// @throws IllegalArgumentException when a value is not in its range
  static Outcome fromJson(Json.Obj json) throws MalformedJsonException {
    String outcome = json.text("outcome");
    return switch (outcome) {
      case "held" -> new Held();
      case "not_held" ->
          new NotHeld(
              json.as("reason", code -> Bodies.constant(code, Reason.class)),
              json.has("by") ? Bodies.parties(json, "by") : Ordered.set());
      case "walked_out" ->
          new WalkedOut(Bodies.parties(json, "by"), Bodies.find(json, "item", ItemRef::fromJson));
      default ->
          throw new MalformedJsonException("outcome", outcome, "held, not_held or walked_out");
    };
  }

  /// Why something was not held.
  enum Reason {
    /// One side, or several, did not come; `by` says which.
    MISSED,
    /// The sides put it off.
    POSTPONED,
    /// The sides did not agree on what to talk about.
    AGENDA_NOT_AGREED,
    /// Weather, roads, a link that was down: nobody's doing.
    PREVENTED
  }

  /// An item of an agenda.
  ///
  /// @param agenda the entry in which the agenda stands
  /// @param number from 1
  record ItemRef(EntryId agenda, int number) {
    /// @throws IllegalArgumentException when no agenda has an item of that number
    public ItemRef {
      if (number < 1 || number > Agenda.ITEMS_MAX) {
        throw new IllegalArgumentException(
            "item %d; expected 1 to %d".formatted(number, Agenda.ITEMS_MAX));
      }
    }

    private Json.Obj toJson() {
      return Json.obj().put("agenda", agenda.toString()).put("number", number).build();
    }

    private static ItemRef fromJson(Json.Obj json) throws MalformedJsonException {
      return new ItemRef(
          json.as("agenda", EntryId::parse), json.smallInteger("number", 1, Agenda.ITEMS_MAX));
    }
  }

  /// It took place, to its end.
  record Held() implements Outcome {
    @Override
    public JsonBuilder putInto(JsonBuilder json) {
      return json.put("outcome", "held");
    }

    @Override
    public boolean isAfterTheTime() {
      return true;
    }
  }

  /// It did not take place.
  ///
  /// @param reason why
  /// @param by the sides that did not come, at least one if it was missed; otherwise none
  record NotHeld(Reason reason, SortedSet<PartyId> by) implements Outcome {
    /// @throws IllegalArgumentException when sides are named for no reason, or none for one
    public NotHeld {
      by = Ordered.set(by);
      if ((reason == Reason.MISSED) == by.isEmpty()) {
        throw new IllegalArgumentException(
            "not held, %s, by %s; expected sides if and only if they missed it"
                .formatted(reason, by));
      }
    }

    /// These sides did not come.
    public static NotHeld missedBy(PartyId... by) {
      return new NotHeld(Reason.MISSED, Ordered.set(by));
    }

    /// Not held for a reason that is no side's alone.
    public static NotHeld because(Reason reason) {
      return new NotHeld(reason, Ordered.set());
    }

    @Override
    public JsonBuilder putInto(JsonBuilder json) {
      json.put("outcome", "not_held").put("reason", Bodies.code(reason));
      return by.isEmpty() ? json : json.put("by", Bodies.named(by));
    }

    @Override
    public boolean isAfterTheTime() {
      return reason == Reason.MISSED;
    }
  }

  /// It began, and a side left.
  ///
  /// @param by the sides that left, at least one
  /// @param item over which item of which agenda; empty when over none in particular
  record WalkedOut(SortedSet<PartyId> by, Optional<ItemRef> item) implements Outcome {
    /// @throws IllegalArgumentException when nobody left
    public WalkedOut {
      by = Ordered.set(by);
      if (by.isEmpty()) {
        throw new IllegalArgumentException("walked out by nobody; expected at least one side");
      }
    }

    @Override
    public JsonBuilder putInto(JsonBuilder json) {
      return json.put("outcome", "walked_out")
          .put("by", Bodies.named(by))
          .putIfPresent("item", item.map(ItemRef::toJson));
    }

    @Override
    public boolean isAfterTheTime() {
      return true;
    }
  }
}
