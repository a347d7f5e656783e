package org.sarhad.sim.world;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.crypto.Verifier;

/// Signatures that cost next to nothing and prove nothing: a checksum of key and message in the
/// size of the real thing. They bind as tightly as the simulation needs (another key, another
/// message or a flipped bit does not verify), and whoever wants to forge one needs only ask.
///
/// Public keys are real, so that keys are refused at enrolment for the same flaws.
public final class FakeSignatures implements Verifier {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /// The public halves of all seeds met so far: nodes and officers are the same in every run, and
  /// to derive a key is the one thing here that costs as much as a real signature.
  private static final Map<Seed, Bytes> PUBLIC_KEYS = new ConcurrentHashMap<>();

  /// A key of `type` whose public half belongs to `seed`.
  public SigningKey key(KeyType type, Seed seed) {
    return new FakeKey(
        type,
        PUBLIC_KEYS.computeIfAbsent(
            seed, fresh -> Signatures.jdk().signingKey(type, fresh).publicKey()));
  }

  @Override
  public boolean verify(KeyType type, Bytes publicKey, byte[] message, byte[] signature) {
    return Arrays.equals(signature, signature(type, publicKey, message));
  }

  private record FakeKey(KeyType type, Bytes publicKey) implements SigningKey {
    @Override
    public byte[] sign(byte[] message) {
      return signature(type, publicKey, message);
    }
  }

  private static byte[] signature(KeyType type, Bytes publicKey, byte[] message) {
    long sum = mixed(publicKey.hashCode(), message) ^ type.code();
    var signature = new byte[type.algorithm().signatureSize()];
    ByteBuffer.wrap(signature).putLong(sum).putLong(sum * MULTIPLIER);
    return signature;
  }

  private static long mixed(long seed, byte[] bytes) {
    long sum = seed ^ (bytes.length * MULTIPLIER);
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      sum = Long.rotateLeft((sum ^ (long) LONG.get(bytes, at)) * MULTIPLIER, 29);
    }
    for (; at < bytes.length; at++) {
      sum = Long.rotateLeft((sum ^ bytes[at]) * MULTIPLIER, 29);
    }
    return sum ^ (sum >>> 32);
  }
}
