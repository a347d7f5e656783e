package org.sarhad.core.testing;

import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// Keys for tests: the same name always has the same key.
public final class Keys {
  /// Signs and verifies for all tests.
  public static final Signatures SIGNATURES = Signatures.jdk();

  private static final ConcurrentHashMap<String, NoteSigner> SIGNERS = new ConcurrentHashMap<>();

  private Keys() {}

  /// A signer of notes called `name`.
  public static NoteSigner signer(String name) {
    return signer(name, "");
  }

  /// Another signer called `name`, one for each `generation`.
  public static NoteSigner signer(String name, String generation) {
    return SIGNERS.computeIfAbsent(
        name + "+" + generation,
        secret ->
            new NoteSigner(
                name,
                SIGNATURES.signingKey(KeyType.ED25519_NOTE, seed(Algorithm.ED25519, secret))));
  }

  /// A seed made of `secret`.
  public static Seed seed(Algorithm algorithm, String secret) {
    return new Seed(algorithm, Merkle.sha256(Bytes.ofUtf8("test key " + secret)).toBytes());
  }
}
