package org.sarhad.core.response;

/// What happened before the record existed.
public sealed interface HistoryFact extends ResponseFact {
  /// An earlier incident is written down with all the figures that were reported for it. It proves
  /// when it was imported and by whom, and nothing about anybody having been told at the time.
  record Imported(HistoryId history, HistoryItem item) implements HistoryFact {}
}
