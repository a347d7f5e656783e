package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about crossings beside signing them. Each fact is one entry; who says
/// it, when and where stands in the entry, not here. All of them are released (protocol clause
/// 11-3).
///
/// A crossing is known by the entry of its proposal, or by that of the use of the fast lane. As
/// JSON each fact is the body payload of an entry of its [#kind()].
public sealed interface CrossingFact {
  /// Most characters of a text, in all its languages together.
  int TEXT_MAX = 8_000;

  /// The kind, whose word stands in the envelope.
  CrossingFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static CrossingFact fromJson(CrossingFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), CrossingFact::toJson);
  }

  private static CrossingFact read(CrossingFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case ENTERED -> new Entered(crossing(json), unit(json), json.time("at"));
      case LEFT -> new Left(unit(json), json.time("at"));
      case STOPPED ->
          new Stopped(
              json.findAs("crossing", EntryId::parse),
              Ordered.set(Bodies.texts(json, "units", UnitName::parse)),
              Bodies.find(json, "reason", Wording::fromJson));
      case STOP_CONFIRMED ->
          new StopConfirmed(json.as("stop", EntryId::parse), unit(json), json.time("at"));
      case CHARGE_TAKEN -> new ChargeTaken(crossing(json));
      case ENDED ->
          new Ended(crossing(json), json.as("why", code -> Bodies.constant(code, End.class)));
      case REPORTED ->
          new Reported(
              crossing(json),
              Bodies.wording(json, "done"),
              Bodies.find(json, "restrictions", Wording::fromJson));
      case REPORT_OVERDUE -> new ReportOverdue(crossing(json));
      case FAST_LANE_USED ->
          new FastLaneUsed(
              json.as("incident", IncidentName::new),
              json.as("host", PartyId::of),
              services(json),
              json.time("until"),
              Bodies.wording(json, "purpose"));
    };
  }

  private static EntryId crossing(Json.Obj json) throws MalformedJsonException {
    return json.as("crossing", EntryId::parse);
  }

  private static UnitName unit(Json.Obj json) throws MalformedJsonException {
    return json.as("unit", UnitName::parse);
  }

  private static SortedMap<UnitName, LaneWork> services(Json.Obj json)
      throws MalformedJsonException {
    TreeMap<UnitName, LaneWork> services = new TreeMap<>();
    for (Json.Obj item : json.array("units").objects()) {
      services.put(unit(item), item.as("service", code -> Bodies.constant(code, LaneWork.class)));
    }
    return services;
  }

  /// How a crossing ends.
  enum End {
    /// Its window is over. Said by a node, alone.
    WINDOW_OVER,
    /// It is no longer needed, and all its units are back. Said by an officer of the visitor.
    EARLY
  }

  /// "Our unit is on your soil since then."
  ///
  /// @param crossing by which leave
  /// @param unit of the author
  /// @param at since when, by the author's clock
  record Entered(EntryId crossing, UnitName unit, Instant at) implements CrossingFact {
    /// @throws IllegalArgumentException when the moment has no spelling
    public Entered {
      var _ = UtcTime.print(at);
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.ENTERED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("at", UtcTime.print(at))
          .put("crossing", crossing.toString())
          .put("unit", unit.toString())
          .build();
    }
  }

  /// "Our unit has left your soil." It names no leave, so that a unit without one can say it too.
  ///
  /// @param unit of the author
  /// @param at when, by the author's clock
  record Left(UnitName unit, Instant at) implements CrossingFact {
    /// @throws IllegalArgumentException when the moment has no spelling
    public Left {
      var _ = UtcTime.print(at);
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.LEFT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("at", UtcTime.print(at)).put("unit", unit.toString()).build();
    }
  }

  /// "STOP." It stops units, whatever leave they have from the author (Schengen art. 41(1): pursuit
  /// ceases as soon as the host says so).
  ///
  /// @param crossing whose units are meant, where none are named; empty for units that are there
  ///   without any leave
  /// @param units those that are meant; empty for all units of the crossing
  /// @param reason in words, if there is time for any; at most 2 000 characters
  record Stopped(Optional<EntryId> crossing, SortedSet<UnitName> units, Optional<Wording> reason)
      implements CrossingFact {
    private static final int REASON_MAX = 2_000;

    /// @throws IllegalArgumentException when it says neither which units nor of which crossing
    public Stopped {
      units = Bodies.counted("units", Ordered.set(units), 0, CrossingTerms.UNITS_MAX);
      reason.ifPresent(words -> words.atMost("reason", REASON_MAX));
      if (crossing.isEmpty() && units.isEmpty()) {
        throw new IllegalArgumentException("a STOP that names neither a crossing nor a unit");
      }
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.STOPPED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putTextIfPresent("crossing", crossing.map(EntryId::toString))
          .putIfPresent("reason", reason.map(Wording::toJson))
          .put("units", Bodies.named(units))
          .build();
    }
  }

  /// "Our unit has understood your STOP, and obeys."
  ///
  /// @param stop the entry that said STOP
  /// @param unit of the author
  /// @param at when the unit confirmed, by the author's clock
  record StopConfirmed(EntryId stop, UnitName unit, Instant at) implements CrossingFact {
    /// @throws IllegalArgumentException when the moment has no spelling
    public StopConfirmed {
      var _ = UtcTime.print(at);
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.STOP_CONFIRMED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("at", UtcTime.print(at))
          .put("stop", stop.toString())
          .put("unit", unit.toString())
          .build();
    }
  }

  /// "I am in charge of your units here." Said by the officer of the host who signs it.
  ///
  /// @param crossing of which
  record ChargeTaken(EntryId crossing) implements CrossingFact {
    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.CHARGE_TAKEN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("crossing", crossing.toString()).build();
    }
  }

  /// "It is over."
  ///
  /// @param crossing which
  /// @param why by itself, or early
  record Ended(EntryId crossing, End why) implements CrossingFact {
    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.ENDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("crossing", crossing.toString()).put("why", Bodies.code(why)).build();
    }
  }

  /// "This is what our units did there." The host may say what it saw, in the same form.
  ///
  /// @param crossing which
  /// @param done what was done; at most 8 000 characters
  /// @param restrictions what could not be done or observed; at most 8 000 characters
  record Reported(EntryId crossing, Wording done, Optional<Wording> restrictions)
      implements CrossingFact {
    /// @throws IllegalArgumentException when a text is too long
    public Reported {
      done.atMost("done", TEXT_MAX);
      restrictions.ifPresent(words -> words.atMost("restrictions", TEXT_MAX));
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.REPORTED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("crossing", crossing.toString())
          .put("done", done.toJson())
          .putIfPresent("restrictions", restrictions.map(Wording::toJson))
          .build();
    }
  }

  /// "Our report was not there in time." Said by the visitor's node, alone.
  ///
  /// @param crossing which
  record ReportOverdue(EntryId crossing) implements CrossingFact {
    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.REPORT_OVERDUE;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("crossing", crossing.toString()).build();
    }
  }

  /// "These are on their way through the fast lane." The leave was signed with the modalities.
  ///
  /// @param incident what it is for
  /// @param host whose soil they cross to
  /// @param services 1 to 50 units of the author, and what each is for
  /// @param until when they are back at the latest
  /// @param purpose why; at most 2 000 characters
  record FastLaneUsed(
      IncidentName incident,
      PartyId host,
      SortedMap<UnitName, LaneWork> services,
      Instant until,
      Wording purpose)
      implements CrossingFact {
    private static final int PURPOSE_MAX = 2_000;

    /// @throws IllegalArgumentException when a value is not in its range
    public FastLaneUsed {
      services = Ordered.map(services);
      Bodies.counted("units", services.keySet(), 1, CrossingTerms.UNITS_MAX);
      var _ = UtcTime.print(until);
      purpose.atMost("purpose", PURPOSE_MAX);
    }

    @Override
    public CrossingFactKind kind() {
      return CrossingFactKind.FAST_LANE_USED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("host", host.value())
          .put("incident", incident.value())
          .put("purpose", purpose.toJson())
          .put(
              "units",
              Json.arr(
                  services.entrySet().stream()
                      .map(
                          unit ->
                              Json.obj()
                                  .put("service", Bodies.code(unit.getValue()))
                                  .put("unit", unit.getKey().toString())
                                  .build())))
          .put("until", UtcTime.print(until))
          .build();
    }
  }
}
