package org.sarhad.core.response;

/// How far one side says *its own* work on an incident has come. Each side declares for itself;
/// what both declarations amount to is [IncidentStage].
public enum Stage {
  /// Being worked on.
  OPEN,
  /// Nothing gets worse any more, as this side sees it.
  CONTAINED,
  /// This side has finished.
  CLOSED
}
