package org.sarhad.tlog.note;

import java.util.HexFormat;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.PublicKeys;
import org.sarhad.tlog.tree.Merkle;

/// A public key with the name it signs under and the type of its signatures: all that is needed to
/// check somebody's signatures, in one line of text.
///
/// Printed as `name+id+base64(type ‖ key)`; signed-note, "Verifier keys". A key with a flaw
/// ([PublicKeys]) cannot be made into one, so holding a `VerifierKey` is proof of that check. Equal
/// when name, type and key are.
public final class VerifierKey {
  private final String name;
  private final KeyType type;
  private final Bytes key;

  /// A hash, and asked for with every line of every note: made once.
  private final int id;

  /// Throws [IllegalArgumentException] if the name is not valid or the key is flawed.
  ///
  /// @param name see [KeyName]
  /// @param type what the key signs
  /// @param key the public key, as its algorithm encodes it
  public VerifierKey(String name, KeyType type, Bytes key) {
    KeyName.checked(name);
    PublicKeys.flawOf(type.algorithm(), key)
        .ifPresent(
            flaw -> {
              throw new IllegalArgumentException("%s: %s".formatted(name, flaw.sentence()));
            });
    this.name = name;
    this.type = type;
    this.key = key;
    this.id = id(name, type, key);
  }

  /// The key written as `text`, spelled exactly as [#text] spells it. Keys of types that we do not
  /// use are malformed here, and so are keys with a flaw.
  public static VerifierKey parse(String text) throws MalformedVerifierKeyException {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 0 || second < 0) {
      throw malformed(text, "name+id+base64 of a type and a key");
    }
    var name = text.substring(0, first);
    var id = text.substring(first + 1, second);
    if (!KeyName.isValid(name)) {
      throw malformed(name, "a key name without spaces and plus");
    }
    var material = text.substring(second + 1);
    var typeAndKey =
        Bytes.parseBase64(material)
            .filter(bytes -> !bytes.isEmpty())
            .orElseThrow(() -> malformed(material, "canonical base64 of a type and a key"));
    int code = Byte.toUnsignedInt(typeAndKey.at(0));
    var type =
        KeyType.find(code)
            .orElseThrow(() -> malformed("type 0x%02x".formatted(code), "type 0x01, 0x04 or 0x06"));
    var key = typeAndKey.slice(1);
    var flaw = PublicKeys.flawOf(type.algorithm(), key);
    if (flaw.isPresent()) {
      throw malformed(material, "a sound key, but " + flaw.get().sentence());
    }
    var parsed = new VerifierKey(name, type, key);
    if (!id.equals(parsed.idHex())) {
      throw malformed(id, "the id of this name and key, " + parsed.idHex());
    }
    return parsed;
  }

  /// The name it signs under.
  public String name() {
    return name;
  }

  /// What it signs.
  public KeyType type() {
    return type;
  }

  /// The public key, as its algorithm encodes it.
  public Bytes key() {
    return key;
  }

  /// The identifier: the first four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`, big-endian.
  public int id() {
    return id;
  }

  /// The identifier that `key` of `type` has under `name`. For signers: they need not ask whether a
  /// key of their own has a flaw, which costs as much as to sign.
  public static int id(String name, KeyType type, Bytes key) {
    var hashed = Bytes.concat(Bytes.ofUtf8(name), Bytes.of((byte) '\n', (byte) type.code()), key);
    return Merkle.sha256(hashed).toBytes().asByteBuffer().getInt();
  }

  /// The key as one line of text, without newline. Inverse of [#parse].
  public String text() {
    return name + "+" + idHex() + "+" + Bytes.concat(Bytes.of((byte) type.code()), key).base64();
  }

  private String idHex() {
    return HexFormat.of().toHexDigits(id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && id == that.id
        && type == that.type
        && key.equals(that.key)
        && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return text();
  }

  private static MalformedVerifierKeyException malformed(String found, String expected) {
    return new MalformedVerifierKeyException("verifier key", found, expected);
  }
}
