package org.sarhad.tlog.crypto;

import org.sarhad.tlog.Bytes;

/// Checks signatures. A port: [Signatures] does it with real mathematics, a simulation may do it
/// with something a thousand times faster.
@FunctionalInterface
public interface Verifier {
  /// Whether `signature` is the signature of `message` by `publicKey`.
  ///
  /// `signature` is the bare signature of the algorithm, without key identifier and time. Never
  /// throws for what is in the arguments: a key or signature of the wrong size is simply not valid.
  /// May be called by several threads at once.
  boolean verify(KeyType type, Bytes publicKey, byte[] message, byte[] signature);
}
