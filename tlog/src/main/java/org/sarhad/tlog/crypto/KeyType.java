package org.sarhad.tlog.crypto;

import java.util.Optional;

/// What a key signs, and how: the signature types of signed-note that Sarhad uses. The type is part
/// of a key's identifier, so the same public key under two types is two keys.
public enum KeyType {
  /// Ed25519 over the text of a note; signed-note type `0x01`.
  ED25519_NOTE(0x01, Algorithm.ED25519),

  /// Ed25519 over a time and a checkpoint; tlog-cosignature, type `0x04`.
  ED25519_COSIGNATURE(0x04, Algorithm.ED25519),

  /// ML-DSA-44 over a time and a tree head or subtree; tlog-cosignature, type `0x06`.
  ML_DSA_44(0x06, Algorithm.ML_DSA_44);

  private final int code;
  private final Algorithm algorithm;

  KeyType(int code, Algorithm algorithm) {
    this.code = code;
    this.algorithm = algorithm;
  }

  /// The type with this code, if it is one of ours.
  public static Optional<KeyType> find(int code) {
    for (var type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The byte that stands for the type in identifiers and verifier keys.
  public int code() {
    return code;
  }

  /// The algorithm behind it.
  public Algorithm algorithm() {
    return algorithm;
  }

  /// Whether its signatures are preceded by the time of signing, and only make sense on a
  /// checkpoint.
  public boolean isCosignature() {
    return this != ED25519_NOTE;
  }
}
