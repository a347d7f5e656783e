package org.sarhad.tlog.note;

import java.nio.ByteBuffer;
import org.sarhad.tlog.Bytes;

/// One line under a note: who signed, with which key, and the signature.
///
/// Printed as `— name base64(key id ‖ signature)` and a newline; signed-note, "Signatures". Nothing
/// is known about the signature until it is verified under a key with this name and identifier.
///
/// @param name the name of the key, see [KeyName]
/// @param keyId the first four bytes of a hash over name, type and key, as a big-endian number
/// @param signature at least one byte; what it looks like depends on the type of the key
public record SignatureLine(String name, int keyId, Bytes signature) {
  private static final String PREFIX = "— ";
  private static final Bytes PREFIX_BYTES = Bytes.ofUtf8(PREFIX);

  /// Throws [IllegalArgumentException] if the name is not valid or the signature empty.
  public SignatureLine {
    KeyName.checked(name);
    if (signature.isEmpty()) {
      throw new IllegalArgumentException(
          "a signature line of %s without signature".formatted(name));
    }
  }

  /// The line in `line`, which has no newline at its end.
  static SignatureLine parse(Bytes line) throws MalformedNoteException {
    int space = line.indexOf((byte) ' ', PREFIX_BYTES.size());
    if (!line.startsWith(PREFIX_BYTES) || space < 0) {
      throw malformed(Note.shown(line), "an em dash, a name and base64, with a space between each");
    }
    // What is no UTF-8 is shown with a space in it, which neither a name nor base64 has.
    var name = Note.shown(line.slice(PREFIX_BYTES.size(), space));
    if (!KeyName.isValid(name)) {
      throw malformed(name, "a key name without spaces and plus");
    }
    var base64 = Note.shown(line.slice(space + 1));
    var decoded =
        Bytes.parseBase64(base64)
            .filter(bytes -> bytes.size() > Integer.BYTES)
            .orElseThrow(() -> malformed(base64, "canonical base64 of a key id and a signature"));
    return new SignatureLine(name, decoded.asByteBuffer().getInt(), decoded.slice(Integer.BYTES));
  }

  /// The line as printed, with the newline. Inverse of parsing.
  public String line() {
    return PREFIX + behindPrefix();
  }

  /// The line as UTF-8.
  Bytes bytes() {
    return Bytes.concat(PREFIX_BYTES, Bytes.ofUtf8(behindPrefix()));
  }

  private String behindPrefix() {
    var id = ByteBuffer.allocate(Integer.BYTES).putInt(keyId).flip();
    return name + " " + Bytes.concat(Bytes.of(id), signature).base64() + "\n";
  }

  /// Whether it claims to be by `key`. The identifier is short: this says who should be asked, not
  /// who signed.
  public boolean claims(VerifierKey key) {
    // The name first: the identifier is a hash, and there may be many keys.
    return name.equals(key.name()) && keyId == key.id();
  }

  /// Whether both claim to be by one and the same key.
  boolean isByKeyOf(SignatureLine other) {
    return keyId == other.keyId && name.equals(other.name);
  }

  private static MalformedNoteException malformed(String found, String expected) {
    return new MalformedNoteException("signature line", found, expected);
  }
}
