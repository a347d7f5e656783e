package org.sarhad.sim.check;

import java.util.Optional;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.joint.Statement;
import org.sarhad.sim.world.SimNode;
import org.sarhad.tlog.Bytes;

/// What stands in an entry, read from its bytes and its author's own words about what they knew: no
/// fold has had its hands on it.
///
/// @param entry the entry
/// @param said what it says
record Testimony(Entry entry, Statement said) {
  /// What the entry `id` says, as `node` holds it; empty where it says nothing that is known, or
  /// its words are not here.
  static Optional<Testimony> of(SimNode node, EntryId id) {
    return node.seen()
        .entry(id)
        .flatMap(
            entry ->
                entry
                    .envelope()
                    .body()
                    .filter(body -> !body.isSealed())
                    .flatMap(body -> read(node, entry, body))
                    .map(said -> new Testimony(entry, said)));
  }

  private static Optional<Statement> read(SimNode node, Entry entry, PayloadRef body) {
    return node.seen()
        .payload(entry.id(), body.sha256())
        .flatMap(bytes -> read(entry, body, bytes));
  }

  private static Optional<Statement> read(Entry entry, PayloadRef body, Bytes bytes) {
    try {
      return Payload.open(body, bytes) instanceof Payload.Salted salted
          ? Statement.read(entry.envelope().kind(), salted.body())
          : Optional.empty();
    } catch (MalformedPayloadException _) {
      return Optional.empty();
    }
  }

  /// The words of a unit that entered, if that is what it says.
  Optional<CrossingFact.Entered> entered() {
    return said instanceof Statement.OnCrossings(CrossingFact.Entered words)
        ? Optional.of(words)
        : Optional.empty();
  }

  /// Whether its author knew of `other`: had seen it, or wrote behind it in the same log.
  boolean knew(EntryId other) {
    return other.origin().equals(entry.id().origin())
        ? other.index() < entry.id().index()
        : other.index() < entry.envelope().seen().sizeOf(other.origin());
  }
}
