package org.sarhad.core.modalities;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// Roles any one of which may do something.
///
/// As JSON an array of their codes, in the order of [Role].
///
/// @param roles at least one
public record RoleSet(SortedSet<Role> roles) {
  /// @throws IllegalArgumentException when there is none
  public RoleSet {
    roles = Ordered.set(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("no role at all; then nobody could do it");
    }
  }

  /// These roles.
  public static RoleSet of(Role... roles) {
    return new RoleSet(Ordered.set(roles));
  }

  /// Whether `role` is one of them.
  public boolean contains(Role role) {
    return roles.contains(role);
  }

  Json.Arr toJson() {
    return Json.arr(roles.stream().map(role -> Json.of(role.code())));
  }

  static RoleSet fromJson(Json.Arr json) throws MalformedJsonException {
    List<Role> roles = new ArrayList<>();
    for (String code : json.texts()) {
      roles.add(readRole(code));
    }
    return new RoleSet(Ordered.set(roles));
  }

  static Role readRole(String code) throws MalformedJsonException {
    return Role.find(code)
        .orElseThrow(() -> new MalformedJsonException("a role", code, "a role of this version"));
  }
}
