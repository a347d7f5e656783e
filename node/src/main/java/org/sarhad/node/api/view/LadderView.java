package org.sarhad.node.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/// `Ladder` of the contract.
public record LadderView(
    Instant authored,
    Optional<Instant> durable,
    Optional<Instant> published,
    Optional<Bracket> received,
    Optional<Read> read,
    Optional<Acted> acted,
    @JsonProperty("final") Optional<Boolean> isFinal,
    Optional<Boolean> imported) {
  /// `Bracket` of the contract.
  public record Bracket(Optional<Instant> notBefore, Instant notAfter, String signedBy) {}

  /// Who opened it when.
  public record Read(Instant at, Optional<String> role, Optional<String> entry) {}

  /// What they did first.
  public record Acted(Instant at, String kind, Optional<String> entry) {}
}
