package org.sarhad.tlog.testing;

import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;

/// A key for every name: the seed is the hash of name and type, so a test that names a key has it,
/// today and in ten years.
///
/// @param name the name it signs under
/// @param key the secret half
public record TestKeys(String name, SigningKey key) {
  /// The signatures all tests use unless they are about providers.
  public static final Signatures SIGNATURES = Signatures.jdk();

  /// When cosignatures in tests are made, in POSIX seconds: 22 April 2019, 08:00:00 UTC.
  public static final long TIME = 1_555_920_000L;

  /// The key of `type` that belongs to `name`.
  public static TestKeys of(String name, KeyType type) {
    var secret = Merkle.sha256(Bytes.ofUtf8("sarhad test key\n" + type + "\n" + name)).toBytes();
    return new TestKeys(name, SIGNATURES.signingKey(type, new Seed(type.algorithm(), secret)));
  }

  /// The note key that belongs to `name`.
  public static TestKeys note(String name) {
    return of(name, KeyType.ED25519_NOTE);
  }

  /// The Ed25519 cosigner's key that belongs to `name`.
  public static TestKeys cosigner(String name) {
    return of(name, KeyType.ED25519_COSIGNATURE);
  }

  /// The key under which others verify.
  public VerifierKey verifierKey() {
    return new VerifierKey(name, key.type(), key.publicKey());
  }

  /// As a signer of notes.
  public NoteSigner signer() {
    return new NoteSigner(name, key);
  }

  /// Its line under `checkpoint`, at [#TIME].
  public SignatureLine sign(Checkpoint checkpoint) {
    return Cosignature.sign(name, key, checkpoint, TIME);
  }
}
