package org.sarhad.node.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.OpenSession;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// One call of an operation that has passed the gates. Used by one thread.
final class Call {
  private final Exchange exchange;
  private final Map<String, String> path;
  private final Optional<Caller> who;
  private final Bytes upload;
  private final Fields body;
  private final Optional<NodeRequest.Once> once;
  private int asks;

  /// Who calls.
  ///
  /// @param session the session
  /// @param roles what the record entitles the officer to now
  record Caller(OpenSession session, Set<Role> roles) {
    /// Whether they see only what is released.
    boolean observesOnly() {
      return roles.isEmpty() || roles.equals(Set.of(Role.OBSERVER));
    }
  }

  /// @param path the named parts of the path
  /// @param who the session, unless the operation is open to everybody
  /// @param upload the bytes of the body
  /// @param body the fields of the JSON body; empty where there is none
  /// @param once for a write, its idempotency key with the account's name, and what was asked
  Call(
      Exchange exchange,
      Map<String, String> path,
      Optional<Caller> who,
      Bytes upload,
      Fields body,
      Optional<NodeRequest.Once> once) {
    this.exchange = exchange;
    this.path = Map.copyOf(path);
    this.who = who;
    this.upload = upload;
    this.body = body;
    this.once = once;
  }

  Exchange exchange() {
    return exchange;
  }

  Fields body() {
    return body;
  }

  /// The bytes of the body.
  Bytes upload() {
    return upload;
  }

  /// The body as the text of a table.
  String table() throws MalformedRequestException {
    var text = upload.findUtf8();
    if (text.isEmpty()) {
      throw MalformedRequestException.of("body", "bytes", "expected CSV in UTF-8");
    }
    return text.get();
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

  /// The entry that the path names, as it names it: `pk/17`.
  String entryName() {
    return part("log") + "/" + part("index");
  }

  /// The query parameters.
  Query query() {
    return new Query(exchange);
  }

  /// The key under which the node is asked next. A call that asks twice has a key for each.
  Optional<NodeRequest.Once> nextOnce() {
    int ask = asks++;
    return ask == 0
        ? once
        : once.map(first -> new NodeRequest.Once(first.key() + "#" + ask, first.body()));
  }

  /// What tells this write from another.
  Optional<Hash> request() {
    return once.map(NodeRequest.Once::body);
  }
}
