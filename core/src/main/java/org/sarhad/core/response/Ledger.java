package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Everything one side said in this application, in its order, and a hash over what came of it.
///
/// @param said all of it, by running number from 0
/// @param anomalies those said in vain
/// @param digest chain of SHA-256 over one line per fact: entry, kind, incident, outcome, and how
///   far the side's file on the incident had grown. Two nodes that folded the same facts
///   differently cannot have the same digest.
public record Ledger(
    PersistentMap<Integer, Said> said, PersistentMap<Integer, Said> anomalies, Hash digest) {
  static final Ledger EMPTY =
      new Ledger(PersistentMap.empty(), PersistentMap.empty(), Merkle.EMPTY_ROOT);

  Ledger with(Said next, Optional<IncidentId> incident, IncidentFile file) {
    int number = said.size();
    String line =
        String.join(
            " ",
            next.entry().toString(),
            next.fact().kind().code(),
            incident.map(IncidentId::toString).orElse("-"),
            next.anomaly().map(Anomaly::name).orElse("ok"),
            file.stage().name(),
            Integer.toString(file.items().size()));
    return new Ledger(
        said.put(number, next),
        next.anomaly().isPresent() ? anomalies.put(number, next) : anomalies,
        Merkle.sha256(Bytes.concat(digest.toBytes(), Bytes.ofUtf8(line))));
  }
}
