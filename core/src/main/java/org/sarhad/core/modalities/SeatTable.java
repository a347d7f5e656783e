package org.sarhad.core.modalities;

import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// Which officers of each side sign which kind of act: the same seats on every side, so that no
/// side is bound by less than the other (protocol clause 08-3.6).
///
/// As JSON `{"crossing":{"chief":1},"finding":{"chief":1,"investigator":1}}`.
///
/// @param kinds by kind of act, at most 64
public record SeatTable(PersistentMap<ActKind, Seats> kinds) {
  private static final int KINDS_MAX = 64;
  private static final int COUNT_MAX = 8;

  /// @throws IllegalArgumentException when there are too many kinds
  public SeatTable {
    if (kinds.size() > KINDS_MAX) {
      throw new IllegalArgumentException(kinds.size() + " kinds of act; at most " + KINDS_MAX);
    }
  }

  /// This table with `seats` for the kind called `kind`.
  SeatTable with(String kind, Seats seats) {
    return new SeatTable(kinds.put(new ActKind(kind), seats));
  }

  Json.Obj toJson() {
    JsonBuilder json = Json.obj();
    kinds.stream().forEach(kind -> json.put(kind.key().value(), seatsToJson(kind.value())));
    return json.build();
  }

  static SeatTable fromJson(Json.Obj json) throws MalformedJsonException {
    PersistentMap<ActKind, Seats> kinds = PersistentMap.empty();
    for (String kind : json.names()) {
      kinds = kinds.put(new ActKind(kind), seatsFromJson(json.object(kind)));
    }
    return new SeatTable(kinds);
  }

  static Json.Obj seatsToJson(Seats seats) {
    JsonBuilder json = Json.obj();
    seats.counts().stream().forEach(seat -> json.put(seat.key().code(), seat.value()));
    return json.build();
  }

  static Seats seatsFromJson(Json.Obj json) throws MalformedJsonException {
    PersistentMap<Role, Integer> counts = PersistentMap.empty();
    for (String code : json.names()) {
      counts = counts.put(RoleSet.readRole(code), json.smallInteger(code, 1, COUNT_MAX));
    }
    return new Seats(counts);
  }
}
