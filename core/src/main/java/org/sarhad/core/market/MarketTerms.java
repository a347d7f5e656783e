package org.sarhad.core.market;

import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// The terms of the joint acts of the market: the protocol of a period, and a match under it
/// (protocol clause 17-2).
public sealed interface MarketTerms permits PeriodProtocol, MatchTerms {
  /// The kind of act.
  MarketActKind kind();

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  Json.Obj toJson();

  /// Reads terms of `kind` in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  static MarketTerms fromJson(MarketActKind kind, Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed(
        kind.act().value(),
        terms,
        json ->
            switch (kind) {
              case PROTOCOL -> PeriodProtocol.read(json);
              case MATCH -> MatchTerms.read(json);
            },
        MarketTerms::toJson);
  }

  /// What the terms of `said` say; empty when they cannot be read, or are of another application.
  static Optional<MarketTerms> find(ActFact.Proposed said) {
    try {
      Optional<MarketActKind> kind = MarketActKind.find(said.act());
      return kind.isPresent() ? Optional.of(fromJson(kind.get(), said.terms())) : Optional.empty();
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }
}
