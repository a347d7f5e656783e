package org.sarhad.tlog.checkpoint;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.MalformedNoteException;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;

/// A checkpoint and the signatures under it: by its log, by mirrors and witnesses.
///
/// @param checkpoint what the text of the note says
/// @param note the note itself, whose bytes are kept as they came
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
  /// Throws [IllegalArgumentException] if the note says something else than the checkpoint.
  public SignedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note is not a note of this checkpoint");
    }
  }

  /// `checkpoint` with these signature lines, at least one.
  public static SignedCheckpoint of(Checkpoint checkpoint, List<SignatureLine> signatures) {
    return new SignedCheckpoint(checkpoint, new Note(checkpoint.text(), signatures));
  }

  /// The signed checkpoint in `bytes`. Nothing is verified. Printing the result gives `bytes`
  /// again.
  public static SignedCheckpoint parse(Bytes bytes) throws MalformedCheckpointException {
    try {
      return of(Note.parse(bytes));
    } catch (MalformedNoteException e) {
      throw new MalformedCheckpointException(e);
    }
  }

  /// The signed checkpoint in `note`.
  public static SignedCheckpoint of(Note note) throws MalformedCheckpointException {
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /// The note as UTF-8. Inverse of [#parse].
  public Bytes bytes() {
    return note.bytes();
  }

  /// The log's name.
  public String origin() {
    return checkpoint.origin();
  }

  /// How many entries the tree has.
  public long size() {
    return checkpoint.size();
  }

  /// The same checkpoint with `more` lines below the ones it has.
  public SignedCheckpoint with(List<SignatureLine> more) {
    return new SignedCheckpoint(checkpoint, note.with(more));
  }

  /// The same checkpoint with those of `lines` that are signatures by one of `keys`. This is how
  /// the answer of a witness or a mirror is taken in: what it did not sign is left out.
  public SignedCheckpoint withVerified(
      List<SignatureLine> lines, List<VerifierKey> keys, Verifier verifier) {
    return with(
        lines.stream()
            .filter(
                line ->
                    keys.stream()
                        .anyMatch(key -> Cosignature.verifies(key, line, checkpoint, verifier)))
            .toList());
  }

  /// What `keys` make of the signatures: keys of logs, mirrors and witnesses alike, each checked by
  /// the rule of its type.
  public NoteVerdict verify(List<VerifierKey> keys, Verifier verifier) {
    return note.verify(keys, (key, line) -> Cosignature.verifies(key, line, checkpoint, verifier));
  }
}
