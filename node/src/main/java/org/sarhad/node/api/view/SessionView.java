package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;

/// `Session` of the contract.
public record SessionView(
    String login,
    String name,
    String officer,
    List<String> roles,
    PartyView party,
    List<PartyView> peers,
    String channel,
    String csrf,
    Instant signedInAt,
    Instant expiresAt,
    long idleMinutes,
    Node node) {
  /// `NodeView` of the contract.
  public record Node(String version, Instant startedAt) {}
}
