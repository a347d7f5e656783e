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
/// A value; its bytes are kept with it, because a head is printed far more often than it is made.
public final class Note {
  /// The most signature lines a note may carry. The specification asks for at least 16; a head
  /// signed with two algorithms by a log in the midst of a key rotation, five mirrors and a few
  /// witnesses has about that many, so there is room for twice as much.
  public static final int SIGNATURES_MAX = 32;

  /// The size of the largest note that is read, in bytes.
  public static final int BYTES_MAX = 1 << 20;

  private final String text;
  private final List<SignatureLine> signatures;
  private final Bytes bytes;

  /// The note of `text`, which ends in a newline and may have empty lines, but no control character
  /// other than newline, with 1 to {@value #SIGNATURES_MAX} lines. Throws
  /// [IllegalArgumentException] if they are anything else.
  public Note(String text, List<SignatureLine> signatures) {
    this(text, List.copyOf(signatures), printed(text, signatures));
    if (!isText(text)) {
      throw new IllegalArgumentException(
          "the text of a note ends in a newline and has no other control characters");
    }
    if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException(
          "a note has 1 to %d signatures, not %d".formatted(SIGNATURES_MAX, signatures.size()));
    }
  }

  private Note(String text, List<SignatureLine> signatures, Bytes bytes) {
    this.text = text;
    this.signatures = signatures;
    this.bytes = bytes;
  }

  private static Bytes printed(String text, List<SignatureLine> signatures) {
    var parts = new ArrayList<Bytes>();
    parts.add(Bytes.ofUtf8(text + "\n"));
    signatures.forEach(line -> parts.add(line.bytes()));
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  /// What is signed.
  public String text() {
    return text;
  }

  /// The lines under it, in their order.
  public List<SignatureLine> signatures() {
    return signatures;
  }

  /// The note in `bytes`. Nothing is verified. Printing the result gives `bytes` again.
  public static Note parse(Bytes bytes) throws MalformedNoteException {
    if (bytes.size() > BYTES_MAX) {
      throw malformed(bytes.size() + " bytes", "at most " + BYTES_MAX);
    }
    // SPEC: the text is separated from the signatures by the last empty line in the note.
    int textEnd = lastEmptyLine(bytes);
    if (textEnd < 0) {
      throw malformed(shown(bytes), "text, an empty line and signature lines");
    }
    var text =
        bytes
            .slice(0, textEnd)
            .findUtf8()
            .orElseThrow(() -> malformed("other bytes", "UTF-8 text"));
    if (!isText(text)) {
      throw malformed(text, "text without control characters other than newline");
    }
    return new Note(text, parseLines(bytes.slice(textEnd + 1)), bytes);
  }

  /// Where the last empty line in `bytes` begins; -1 if there is none.
  private static int lastEmptyLine(Bytes bytes) {
    boolean isNewline = false;
    for (int i = bytes.size() - 1; i >= 0; i--) {
      boolean wasNewline = isNewline;
      isNewline = bytes.at(i) == '\n';
      if (isNewline && wasNewline) {
        return i + 1;
      }
    }
    return -1;
  }

  /// The signature lines in `lines`, at least one and at most {@value #SIGNATURES_MAX}, each ended
  /// by a newline. This is also the form in which a witness answers.
  public static List<SignatureLine> parseLines(Bytes lines) throws MalformedNoteException {
    if (lines.isEmpty() || lines.at(lines.size() - 1) != '\n') {
      throw malformed(shown(lines), "signature lines, each ended by a newline");
    }
    var parsed = new ArrayList<SignatureLine>();
    for (int start = 0; start < lines.size(); ) {
      if (parsed.size() == SIGNATURES_MAX) {
        throw malformed("more signatures", "at most " + SIGNATURES_MAX);
      }
      int end = lines.indexOf((byte) '\n', start);
      parsed.add(SignatureLine.parse(lines.slice(start, end)));
      start = end + 1;
    }
    return List.copyOf(parsed);
  }

  /// The note as text.
  public String print() {
    return bytes.utf8();
  }

  /// The note as UTF-8. Inverse of [#parse].
  public Bytes bytes() {
    return bytes;
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

  /// Notes are equal when their bytes are: a note has one spelling.
  @Override
  public boolean equals(Object other) {
    return other instanceof Note that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return print();
  }

  /// What was found in place of a note or of lines, for people.
  static String shown(Bytes found) {
    return found.findUtf8().orElse("other bytes");
  }

  private static MalformedNoteException malformed(String found, String expected) {
    return new MalformedNoteException("note", found, expected);
  }
}
