package org.sarhad.core.record;

import org.sarhad.core.entry.Entry;
import org.sarhad.core.order.SeenVerdict;

/// What becomes of an entry that came from the other side. See [EntryAdmission].
public sealed interface Admission {
  /// It is taken.
  ///
  /// @param clock how its author's clock compares; only shown
  record Admitted(Entry entry, ClockNote clock) implements Admission {}

  /// It is not taken. If its bytes are proven to stand in the author's log, they are kept as
  /// evidence.
  ///
  /// @param reason the first check that failed
  /// @param detail which value was met
  record Suspect(SuspectReason reason, String detail) implements Admission {}

  /// It is not taken, and is evidence by itself: properly signed, and what it says it has seen
  /// contradicts an earlier entry of its author or a tree we hold.
  ///
  /// @param verdict what contradicts what; always evidence
  record Exhibit(Entry entry, SeenVerdict verdict) implements Admission {}
}
