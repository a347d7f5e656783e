package org.sarhad.tlog.note;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Verifier;

/// Text signed by one or more keys; signed-note.
///
/// Printed as the text, an empty line, and the signature lines:
///
/// ```
/// This is an example message.
///
/// — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
/// ```
///
/// Until [#verify] says [NoteVerdict.Signed] the text must be ignored.
///
/// @param text ends in a newline; may have empty lines, but no control character other than newline
/// @param signatures 1 to {@value #SIGNATURES_MAX} lines
public record Note(String text, List<SignatureLine> signatures) {
  /// The most signature lines a note may carry. The specification asks for at least 16; a head
  /// signed with two algorithms by a log in the midst of a key rotation, five mirrors and a few
  /// witnesses has about that many, so there is room for twice as much.
  public static final int SIGNATURES_MAX = 32;

  /// The size of the largest note that is read, in bytes.
  public static final int BYTES_MAX = 1 << 20;

  /// Throws [IllegalArgumentException] unless text and signatures are as described above.
  public Note {
    signatures = List.copyOf(signatures);
    if (!isText(text)) {
      throw new IllegalArgumentException(
          "the text of a note ends in a newline and has no other control characters");
    }
    if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException(
          "a note has 1 to %d signatures, not %d".formatted(SIGNATURES_MAX, signatures.size()));
    }
  }

  /// The note in `bytes`. Nothing is verified. Printing the result gives `bytes` again.
  public static Note parse(Bytes bytes) throws MalformedNoteException {
    if (bytes.size() > BYTES_MAX) {
      throw malformed(bytes.size() + " bytes", "at most " + BYTES_MAX);
    }
    return parse(bytes.findUtf8().orElseThrow(() -> malformed("other bytes", "UTF-8 text")));
  }

  /// The note in `note`; as [#parse(Bytes)].
  public static Note parse(String note) throws MalformedNoteException {
    // SPEC: the text is separated from the signatures by the last empty line in the note.
    int lastEmptyLine = note.lastIndexOf("\n\n");
    if (lastEmptyLine < 0) {
      throw malformed(note, "text, an empty line and signature lines");
    }
    var text = note.substring(0, lastEmptyLine + 1);
    if (!isText(text)) {
      throw malformed(text, "text without control characters other than newline");
    }
    return new Note(text, parseLines(note.substring(lastEmptyLine + 2)));
  }

  /// The signature lines in `lines`, at least one and at most {@value #SIGNATURES_MAX}, each ended
  /// by a newline. This is also the form in which a witness answers.
  public static List<SignatureLine> parseLines(String lines) throws MalformedNoteException {
    if (!lines.endsWith("\n")) {
      throw malformed(lines, "signature lines, each ended by a newline");
    }
    var parsed = new ArrayList<SignatureLine>();
    for (int start = 0; start < lines.length(); ) {
      if (parsed.size() == SIGNATURES_MAX) {
        throw malformed("more signatures", "at most " + SIGNATURES_MAX);
      }
      int end = lines.indexOf('\n', start);
      parsed.add(SignatureLine.parse(lines.substring(start, end)));
      start = end + 1;
    }
    return List.copyOf(parsed);
  }

  /// The note as text. Inverse of [#parse(String)].
  public String print() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(line -> note.append(line.line()));
    return note.toString();
  }

  /// The note as UTF-8. Inverse of [#parse(Bytes)].
  public Bytes bytes() {
    return Bytes.ofUtf8(print());
  }

  /// The same text with those of `more` below the lines it has that are by other keys. A key that
  /// has a line here keeps it: of two cosignatures over one text, the earlier says more. Throws
  /// [IllegalArgumentException] if there would be more than {@value #SIGNATURES_MAX}.
  public Note with(List<SignatureLine> more) {
    var lines = new ArrayList<>(signatures);
    for (var line : more) {
      if (lines.stream().noneMatch(line::isByKeyOf)) {
        lines.add(line);
      }
    }
    return new Note(text, lines);
  }

  /// What `keys` make of the signatures over the text. Cosigners' keys sign more than the text and
  /// are not asked here; see `org.sarhad.tlog.checkpoint.SignedCheckpoint`.
  public NoteVerdict verify(List<VerifierKey> keys, Verifier verifier) {
    var message = Bytes.ofUtf8(text).toArray();
    var noteKeys = keys.stream().filter(key -> key.type() == KeyType.ED25519_NOTE).toList();
    return verify(
        noteKeys,
        (key, line) -> verifier.verify(key.type(), key.key(), message, line.signature().toArray()));
  }

  /// What `keys` make of the signatures, each line checked by `check`.
  public NoteVerdict verify(List<VerifierKey> keys, LineCheck check) {
    var verified = new ArrayList<NoteVerdict.KeySignature>();
    for (var line : signatures) {
      // SPEC: verifiers MUST ignore signatures from unknown keys, even if they share a name or id
      // with a known key.
      for (var key : keys) {
        if (line.claims(key)) {
          // SPEC: if the name and id match a known key, verifiers MUST verify the signature, and
          // SHOULD reject the whole note if that fails.
          if (!check.isBy(key, line)) {
            return new NoteVerdict.Forged(key);
          }
          verified.add(new NoteVerdict.KeySignature(key, line));
        }
      }
    }
    return verified.isEmpty() ? new NoteVerdict.Unsigned() : new NoteVerdict.Signed(verified);
  }

  private static boolean isText(String text) {
    // A plain loop: every entry goes through here, and a stream of code points takes longer than
    // everything else in reading a note.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 && c != '\n') {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return text.endsWith("\n");
  }

  private static MalformedNoteException malformed(String found, String expected) {
    return new MalformedNoteException("note", found, expected);
  }
}
