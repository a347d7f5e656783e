package org.sarhad.core.handover;

import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// What is handed over with the responsibility: how things stand, so that nothing falls between two
/// chairs (protocol clause 12-3.3). The names are those of the record; a name that means nothing to
/// the other side tells it at least that there is something.
///
/// @param tasks taskings that go on, as `T-PK-9`; at most 64
/// @param requests threads of assistance that go on, as `AR-PK-1`; at most 64
/// @param units units that are out, as `U-PK-4`; at most 64
/// @param orders standing orders, at most 4 000 characters
/// @param rendezvous where the new side's people report
/// @param remarks at most 4 000 characters
public record Briefing(
    SortedSet<String> tasks,
    SortedSet<String> requests,
    SortedSet<String> units,
    Optional<Wording> orders,
    Optional<Place> rendezvous,
    Optional<Wording> remarks) {
  /// Most names of one sort.
  public static final int NAMES_MAX = 64;

  /// Most characters of a text.
  public static final int TEXT_MAX = 4_000;

  /// Nothing goes on and nothing is to be said.
  public static final Briefing NONE =
      new Briefing(
          Ordered.set(),
          Ordered.set(),
          Ordered.set(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern NAME = Pattern.compile("[A-Z]{1,3}-[A-Z0-9-]{1,16}-[1-9][0-9]{0,5}");

  /// @throws IllegalArgumentException when there are too many names, one is none, or a text is too
  ///   long
  public Briefing {
    tasks = checked("tasks", "T-", tasks);
    requests = checked("requests", "AR-", requests);
    units = checked("units", "U-", units);
    orders.ifPresent(said -> said.atMost("orders", TEXT_MAX));
    remarks.ifPresent(said -> said.atMost("remarks", TEXT_MAX));
  }

  private static SortedSet<String> checked(String what, String series, SortedSet<String> names) {
    for (String name : names) {
      if (!name.startsWith(series) || !NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "\"%s\" in %s; expected a name such as %sPK-4".formatted(name, what, series));
      }
    }
    return Bodies.counted(what, Ordered.set(names), 0, NAMES_MAX);
  }

  Json.Obj toJson() {
    return Json.obj()
        .putIfPresent("orders", orders.map(Wording::toJson))
        .putIfPresent("remarks", remarks.map(Wording::toJson))
        .putIfPresent("rendezvous", rendezvous.map(Place::toJson))
        .put("requests", Bodies.named(requests))
        .put("tasks", Bodies.named(tasks))
        .put("units", Bodies.named(units))
        .build();
  }

  static Briefing fromJson(Json.Obj json) throws MalformedJsonException {
    return new Briefing(
        names(json, "tasks"),
        names(json, "requests"),
        names(json, "units"),
        Bodies.find(json, "orders", Wording::fromJson),
        Bodies.find(json, "rendezvous", Place::fromJson),
        Bodies.find(json, "remarks", Wording::fromJson));
  }

  private static SortedSet<String> names(Json.Obj json, String name) throws MalformedJsonException {
    return Ordered.set(json.array(name).texts());
  }
}
