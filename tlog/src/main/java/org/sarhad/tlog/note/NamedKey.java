package org.sarhad.tlog.note;

import org.sarhad.tlog.crypto.SigningKey;

/// A key that can sign, and the name it signs under.
///
/// @param name as it stands in signature lines
/// @param key the secret half, out of sight
public record NamedKey(String name, SigningKey key) {
  /// The key under which others verify.
  public VerifierKey verifierKey() {
    return new VerifierKey(name, key.type(), key.publicKey());
  }

  /// The public half.
  @Override
  public String toString() {
    return verifierKey().text();
  }
}
