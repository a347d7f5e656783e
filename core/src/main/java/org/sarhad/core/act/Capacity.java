package org.sarhad.core.act;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// In which capacity an officer signs: "as security chief", or "as security chief, by delegation".
///
/// @param role whose seat the signature fills
/// @param delegation the entry by which the role was lent to the officer; empty when they hold it
public record Capacity(Role role, Optional<EntryId> delegation) {
  /// By a role of one's own.
  public static Capacity of(Role role) {
    return new Capacity(role, Optional.empty());
  }

  /// By a role that the entry `delegation` lent.
  public static Capacity lent(Role role, EntryId delegation) {
    return new Capacity(role, Optional.of(delegation));
  }

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("as", role.code())
        .putTextIfPresent("delegation", delegation.map(EntryId::toString));
  }

  static Capacity fromJson(Json.Obj json) throws MalformedJsonException {
    return new Capacity(json.as("as", Capacity::role), json.findAs("delegation", EntryId::parse));
  }

  static Role role(String code) {
    return Role.find(code)
        .orElseThrow(() -> new IllegalArgumentException("a role of this version"));
  }
}
