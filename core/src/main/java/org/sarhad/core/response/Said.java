package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;

/// One fact as it was said: what, in which entry, by whom. With an `anomaly` it was said in vain.
public record Said(FactContext context, ResponseFact fact, Optional<Anomaly> anomaly) {
  /// Where it stands.
  public EntryId entry() {
    return context.entry();
  }

  /// The side that said it.
  public PartyId author() {
    return context.author();
  }

  /// The author's time.
  public Instant time() {
    return context.time();
  }

  /// Whether the other side has it or will have it.
  public boolean released() {
    return context.released();
  }
}
