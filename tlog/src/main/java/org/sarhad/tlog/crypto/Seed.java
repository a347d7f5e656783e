package org.sarhad.tlog.crypto;

import org.sarhad.tlog.Bytes;

/// The secret from which a key pair is derived: 32 bytes, for both algorithms.
///
/// Kept as PKCS #8, so other tools can read it: RFC 8410 for Ed25519, and the seed-only form of RFC
/// 9881 for ML-DSA-44. Where the 32 bytes come from is the caller's business; they must be random.
///
/// @param algorithm whose key pair it is the seed of
/// @param secret the 32 bytes
public record Seed(Algorithm algorithm, Bytes secret) {
  /// The size of a seed, in bytes.
  public static final int SIZE = 32;

  /// Throws [IllegalArgumentException] unless there are 32 bytes.
  public Seed {
    if (secret.size() != SIZE) {
      throw new IllegalArgumentException("a seed has 32 bytes, not " + secret.size());
    }
  }

  /// The seed in a PKCS #8 structure exactly as [#pkcs8] writes it.
  public static Seed parsePkcs8(Bytes pkcs8) throws MalformedKeyException {
    for (var algorithm : Algorithm.values()) {
      var prefix = prefix(algorithm);
      if (pkcs8.startsWith(prefix) && pkcs8.size() == prefix.size() + SIZE) {
        return new Seed(algorithm, pkcs8.slice(prefix.size()));
      }
    }
    throw new MalformedKeyException(
        "private key",
        pkcs8.size() + " bytes of something else",
        "PKCS #8 with the 32-byte seed of an Ed25519 or ML-DSA-44 key");
  }

  /// The seed as a PKCS #8 structure (DER). Inverse of [#parsePkcs8].
  public Bytes pkcs8() {
    return Bytes.concat(prefix(algorithm), secret);
  }

  /// The algorithm only: secrets do not belong in messages.
  @Override
  public String toString() {
    return "Seed[" + algorithm + "]";
  }

  /// All of the structure that comes before the seed. Version 0, the algorithm's identifier, and
  /// the headers of the octet strings around the seed.
  private static Bytes prefix(Algorithm algorithm) {
    var hex =
        switch (algorithm) {
          case ED25519 -> "302e020100300506032b657004220420";
          case ML_DSA_44 -> "3034020100300b060960864801650304031104228020";
        };
    return Bytes.parseHex(hex).orElseThrow();
  }
}
