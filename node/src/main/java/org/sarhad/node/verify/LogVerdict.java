package org.sarhad.node.verify;

import java.util.List;

/// What was found about one log.
///
/// @param where its directory or file
/// @param origin its name
/// @param first the first entry that is here: more than 0 for the later part of a log
/// @param size the index behind the last entry that was looked for
/// @param proven how many entries stand under a head that counts
/// @param lines who signed its head, if the head counts
/// @param counts how much was compared
/// @param findings everything that is wrong, in the order of the entries
/// @param notes what the reader should know, and nothing wrong by itself
/// @param elapsedMs how long it took, in milliseconds
public record LogVerdict(
    String where,
    String origin,
    long first,
    long size,
    long proven,
    List<HeadCheck.Line> lines,
    Counts counts,
    List<Finding> findings,
    List<String> notes,
    long elapsedMs) {

  /// How much was compared.
  ///
  /// @param signatures signatures of entries that are good
  /// @param unchecked entries nobody's keys were known for, although they were asked for
  /// @param named payloads that entries name
  /// @param payloads payloads that were compared with their hashes
  /// @param erased payloads that are known to have been erased
  /// @param unread entries about keys that could not be read
  public record Counts(
      long signatures, long unchecked, long named, long payloads, long erased, long unread) {}

  /// Copies the lists.
  public LogVerdict {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /// Whether nothing at all is wrong. An entry whose signatures could not be judged is not sound.
  public boolean isSound() {
    return findings.isEmpty() && counts.unchecked() == 0 && counts.unread() == 0;
  }
}
