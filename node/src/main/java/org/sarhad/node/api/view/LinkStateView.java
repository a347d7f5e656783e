package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.Optional;

/// `LinkState` of the contract.
public record LinkStateView(
    PartyView peer,
    String state,
    String words,
    Instant since,
    Waiting waiting,
    Optional<Instant> lastHeard,
    Optional<Long> lastSeenIndex,
    Optional<Cosigned> lastCosigned,
    Optional<Long> clockSkewSeconds,
    Optional<Boolean> stateHashEqual,
    Optional<Long> behindBy,
    Optional<String> evidence) {
  /// What the peer has not cosigned yet.
  public record Waiting(long count, Optional<Instant> oldest) {}

  /// The newest head that it has.
  public record Cosigned(long size, Instant at) {}
}
