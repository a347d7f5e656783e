package org.sarhad.core.entry;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.party.OfficerId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.MalformedNoteException;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// One leaf of a log: an envelope with its signatures, in its exact bytes (protocol clause 02-1).
///
/// The last signature line is the node's, those before it are officers', the first of them the
/// author's. An entry without officer was written by the node itself, such as an acknowledgement.
/// All lines sign the same text. Parsing verifies no signature: that needs to know whose key it was
/// at this place, see `record`.
public final class Entry {
  private final Bytes bytes;
  private final Envelope envelope;
  private final List<SignatureLine> officers;
  private final SignatureLine node;

  /// Made when it is first asked for; two threads that ask at once make the same.
  private @Nullable Hash leafHash;

  private Entry(Bytes bytes, Envelope envelope, List<SignatureLine> officers, SignatureLine node) {
    this.bytes = bytes;
    this.envelope = envelope;
    this.officers = officers;
    this.node = node;
  }

  /// The entry in `bytes`, which are kept as they are.
  ///
  /// @throws MalformedEntryException when they are not a signed note, or its text is not the one
  ///   spelling of an envelope
  public static Entry parse(Bytes bytes) throws MalformedEntryException {
    if (bytes.size() > EntryLimits.ENTRY_BYTES_MAX) {
      throw new MalformedEntryException(
          "entry", bytes.size() + " bytes", "at most " + EntryLimits.ENTRY_BYTES_MAX);
    }
    Note note = note(bytes);
    int end = bytes.indexOf((byte) '\n', 0);
    if (note.text().indexOf('\n') != note.text().length() - 1) {
      throw new MalformedEntryException("entry", "more lines of text", "one line");
    }
    List<SignatureLine> lines = note.signatures();
    checkLines(lines);
    return new Entry(
        bytes,
        Envelope.parse(bytes.slice(0, end)),
        lines.subList(0, lines.size() - 1),
        lines.getLast());
  }

  private static Note note(Bytes bytes) throws MalformedEntryException {
    try {
      return Note.parse(bytes);
    } catch (MalformedNoteException fault) {
      throw new MalformedEntryException("entry", fault);
    }
  }

  private static void checkLines(List<SignatureLine> lines) throws MalformedEntryException {
    if (lines.size() > EntryLimits.SIGNATURES_MAX) {
      throw new MalformedEntryException(
          "entry", lines.size() + " signatures", "at most " + EntryLimits.SIGNATURES_MAX);
    }
    TreeSet<String> names = new TreeSet<>();
    for (SignatureLine line : lines) {
      if (!isSignerName(line.name())) {
        throw new MalformedEntryException(
            "signature line", line.name(), "a name of 1 to 128 characters of [a-z0-9./_-]");
      }
      if (!names.add(line.name())) {
        throw new MalformedEntryException("signature line", line.name(), "each signer once");
      }
    }
  }

  private static boolean isSignerName(String name) {
    try {
      new OfficerId(name);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// The exact bytes: what is a leaf, what is stored, sent and shown.
  public Bytes bytes() {
    return bytes;
  }

  /// What the signatures are over.
  public Envelope envelope() {
    return envelope;
  }

  /// Where it stands: the author's log and the index in it.
  public EntryId id() {
    return envelope.id();
  }

  /// The leaf hash, RFC 6962: `SHA-256(0x00 ‖ bytes)`.
  public Hash leafHash() {
    var known = leafHash;
    if (known == null) {
      known = Merkle.leaf(bytes);
      leafHash = known;
    }
    return known;
  }

  /// The text that all lines sign: the envelope's line and a line feed.
  public Bytes signedText() {
    return bytes.slice(0, bytes.indexOf((byte) '\n', 0) + 1);
  }

  /// The officers' lines; empty when the node spoke by itself.
  public List<SignatureLine> officers() {
    return officers;
  }

  /// Who speaks: the officer of the first line; empty when the node spoke by itself.
  public Optional<OfficerId> author() {
    return officers.stream().findFirst().map(line -> new OfficerId(line.name()));
  }

  /// The node's line.
  public SignatureLine node() {
    return node;
  }

  /// Entries are equal when their bytes are.
  @Override
  public boolean equals(Object other) {
    return other instanceof Entry that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return leafHash().hashCode();
  }

  /// Place and kind: `ir.sarhad.example/joint#4711 response.alert`.
  @Override
  public String toString() {
    return id() + " " + envelope.kind();
  }
}
