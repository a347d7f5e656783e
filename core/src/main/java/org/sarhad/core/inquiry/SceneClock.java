package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;

/// What is owed to the scene of an incident before its traces are lost (09-6.4). Counted from the
/// opening of the matter, by its opener's clock; nothing follows from it but that it is shown.
///
/// @param keptUntil until when the scene is kept as it was
/// @param visitDue until when a joint visit is to be proposed
/// @param isVisitProposed whether one was proposed, whatever became of it
/// @param isOverdue whether none was, and the time is over
public record SceneClock(
    Instant keptUntil, Instant visitDue, boolean isVisitProposed, boolean isOverdue) {

  /// The clock of `file`; empty for what is no incident, and for imported history.
  static Optional<SceneClock> of(MatterFile file, BoardView view) {
    if (file.said().matter() != MatterKind.INCIDENT || file.said().isImported()) {
      return Optional.empty();
    }
    Instant opened = file.opened().time();
    Instant due = opened.plus(view.settings().visitProposed());
    boolean isProposed =
        file.joint().acts().values().anyMatch(act -> act.terms() instanceof VisitTerms);
    return Optional.of(
        new SceneClock(
            opened.plus(view.settings().scenePreserved()),
            due,
            isProposed,
            !isProposed && view.now().isAfter(due)));
  }
}
