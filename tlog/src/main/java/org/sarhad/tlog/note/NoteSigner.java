package org.sarhad.tlog.note;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.SigningKey;

/// Somebody who signs notes: a name and a secret key.
///
/// @param name see [KeyName]
/// @param key a key of type [KeyType#ED25519_NOTE]
public record NoteSigner(String name, SigningKey key) {
  /// Throws [IllegalArgumentException] if the name is not valid or the key signs something else.
  public NoteSigner {
    KeyName.checked(name);
    if (key.type() != KeyType.ED25519_NOTE) {
      throw new IllegalArgumentException(
          "a key of type %s does not sign notes".formatted(key.type()));
    }
  }

  /// The key under which others verify.
  public VerifierKey verifierKey() {
    return new VerifierKey(name, key.type(), key.publicKey());
  }

  /// Whether others verify under `known`. The same as comparing it with [#verifierKey], without
  /// asking whether a key of its own has a flaw, which costs as much as to sign.
  public boolean signsUnder(VerifierKey known) {
    return known.name().equals(name)
        && known.type() == key.type()
        && known.key().equals(key.publicKey());
  }

  /// The line that signs `text`, which must end in a newline.
  public SignatureLine sign(String text) {
    return new SignatureLine(
        name,
        VerifierKey.id(name, key.type(), key.publicKey()),
        Bytes.of(key.sign(Bytes.ofUtf8(text).toArray())));
  }

  /// `text` as a note signed by `signers`, in that order.
  public static Note sign(String text, List<NoteSigner> signers) {
    return new Note(text, signers.stream().map(signer -> signer.sign(text)).toList());
  }
}
