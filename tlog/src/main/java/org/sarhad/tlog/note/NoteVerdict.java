package org.sarhad.tlog.note;

import java.util.List;

/// What a set of known keys makes of the signatures under a note.
public sealed interface NoteVerdict {
  /// At least one known key signed, and no line that claims to be by a known key is wrong.
  ///
  /// @param signatures the lines that were verified, in the order of the note
  record Signed(List<KeySignature> signatures) implements NoteVerdict {
    /// Copies the list.
    public Signed {
      signatures = List.copyOf(signatures);
    }

    /// Whether `key` signed.
    public boolean isBy(VerifierKey key) {
      return signatures.stream().anyMatch(signature -> signature.key().equals(key));
    }
  }

  /// No line is by a known key. Its text means nothing.
  record Unsigned() implements NoteVerdict {}

  /// A line carries the name and identifier of a known key, and is not that key's signature. The
  /// whole note is to be rejected: somebody altered the text or made the line up.
  ///
  /// @param key whose signature was claimed
  record Forged(VerifierKey key) implements NoteVerdict {}

  /// A line that was verified, and the key under which it was.
  ///
  /// @param key who signed
  /// @param line the line as it stands in the note
  record KeySignature(VerifierKey key, SignatureLine line) {}
}
