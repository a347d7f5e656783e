package org.sarhad.tlog.crypto;

import org.sarhad.tlog.Bytes;

/// A key that can sign. A port: the secret may be in memory, in a token, or be a simulation's.
public interface SigningKey {
  /// What this key signs.
  KeyType type();

  /// The public half, as the algorithm encodes it: 32 bytes for Ed25519, 1312 for ML-DSA-44.
  Bytes publicKey();

  /// The bare signature over `message`. The same message gives the same signature. May be called by
  /// several threads at once.
  byte[] sign(byte[] message);
}
