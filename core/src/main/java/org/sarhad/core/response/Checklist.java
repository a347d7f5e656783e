package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What the one who leaves the watch shows the one who takes it: what is open, what is unanswered,
/// what falls due next, how the link and the standing orders stand. By exception: whatever needs
/// nobody is not in it.
///
/// The list is computed ([Checklists]), then completed by the leaver with `standingOrders` and
/// `remarks`, and both sign the same one: the taker's entry names its [#digest()].
public record Checklist(
    Instant at,
    List<IncidentId> open,
    List<IncidentId> unacknowledged,
    List<AssistanceId> unanswered,
    List<UnitId> unitsOut,
    List<DeadlineKey> due,
    String linkState,
    Words standingOrders,
    Words remarks) {
  public Checklist {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    open = List.copyOf(open);
    unacknowledged = List.copyOf(unacknowledged);
    unanswered = List.copyOf(unanswered);
    unitsOut = List.copyOf(unitsOut);
    due = List.copyOf(due);
  }

  /// SHA-256 of the canonical JSON of the list.
  public Hash digest() {
    return Merkle.sha256(NounWriter.checklist(this).canonical());
  }
}
