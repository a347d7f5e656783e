package org.sarhad.core.record;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;

/// An officer in good standing: the key, whose name is the officer's, and the roles.
///
/// As JSON `{"key":"ir.sarhad.example/officer/7f3a+…","roles":["watch_officer"]}`.
///
/// @param key an Ed25519 note key; its name is an [OfficerId]
/// @param roles in the enum's order; may be none
public record Officer(VerifierKey key, Set<Role> roles) {
  /// @throws IllegalArgumentException when the key is of another type or its name is no officer's
  public Officer {
    roles = Ordered.set(roles);
    new OfficerId(key.name());
    if (key.type() != KeyType.ED25519_NOTE) {
      throw new IllegalArgumentException(
          "key %s of type %s cannot be an officer's".formatted(key.name(), key.type()));
    }
  }

  /// The officer's name: that of the key.
  public OfficerId id() {
    return new OfficerId(key.name());
  }

  /// The same officer with one role more.
  Officer with(Role role) {
    SortedSet<Role> more = new TreeSet<>(roles);
    more.add(role);
    return new Officer(key, more);
  }

  /// The same officer with one role less.
  Officer without(Role role) {
    SortedSet<Role> less = new TreeSet<>(roles);
    less.remove(role);
    return new Officer(key, less);
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("key", key.text())
        .put("roles", Json.arr(roles.stream().map(role -> Json.of(role.code()))))
        .build();
  }

  static Officer fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("key", "roles");
    VerifierKey key = Keys.read(json, "key");
    SortedSet<Role> roles = new TreeSet<>();
    for (String code : json.array("roles").texts()) {
      Role role = role(code);
      // One spelling: in the enum's order, none twice.
      if (!roles.isEmpty() && roles.last().compareTo(role) >= 0) {
        throw new MalformedJsonException("an item of \"roles\"", code, "roles in their order");
      }
      roles.add(role);
    }
    return json.as("key", _ -> new Officer(key, roles));
  }

  static Role role(String code) throws MalformedJsonException {
    return Role.find(code)
        .orElseThrow(() -> new MalformedJsonException("a role", code, "a role of this version"));
  }
}
