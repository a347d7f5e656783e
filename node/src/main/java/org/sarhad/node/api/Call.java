package org.sarhad.node.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.OpenSession;
import org.sarhad.node.http.Exchange;
import org.sarhad.tlog.BugException;

/// One call of an operation that has passed the gates.
///
/// @param exchange the HTTP side of it
/// @param path the named parts of the path
/// @param who the session, unless the operation is open to everybody
/// @param body the fields of the JSON body; empty where there is none
record Call(Exchange exchange, Map<String, String> path, Optional<Caller> who, Fields body) {

  /// Who calls.
  ///
  /// @param session the session
  /// @param roles what the record entitles the officer to now
  record Caller(OpenSession session, Set<Role> roles) {
    /// Whether they see only what is released.
    boolean observesOnly() {
      return roles.equals(Set.of(Role.OBSERVER));
    }
  }

  /// Who calls; the gates have seen to it that there is somebody.
  Caller caller() {
    return who.orElseThrow(() -> new BugException("an open operation asked who calls"));
  }

  /// A named part of the path.
  String part(String name) {
    return Optional.ofNullable(path.get(name))
        .orElseThrow(() -> new BugException("no part %s in the path template".formatted(name)));
  }

  /// A query parameter.
  Query query() {
    return new Query(exchange);
  }
}
