package org.sarhad.tlog.checkpoint;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Subtree;

/// What is signed under a checkpoint, by each type of key; tlog-cosignature.
///
/// A cosigner states: *at this time, this is the largest consistent tree of this log that I have
/// seen*. A mirror's key states in addition that it holds every entry. The signature line carries
/// the time, eight bytes of POSIX seconds, before the signature itself.
///
/// A log signs its own heads with a note key, which signs the text alone, and with an ML-DSA key,
/// which makes a cosignature like any other.
public final class Cosignature {
  /// The first bytes of what an ML-DSA key signs: the label with its terminating zero.
  private static final Bytes SUBTREE_LABEL = Bytes.ofUtf8("subtree/v1\n\0");

  private static final String ED25519_HEADER = "cosignature/v1\n";

  private Cosignature() {}

  /// The line by which `key`, under the name `name`, signs `checkpoint` at `timeSeconds` (POSIX
  /// seconds, more than 0). A note key signs the text and no time.
  public static SignatureLine sign(
      String name, SigningKey key, Checkpoint checkpoint, long timeSeconds) {
    // SPEC: the cosignature MUST NOT omit the timestamp, i.e. the timestamp MUST NOT be zero.
    Check.that(timeSeconds > 0, "cosigning at the time %d", timeSeconds);
    var message = message(key.type(), name, timeSeconds, checkpoint);
    var signature = Bytes.of(key.sign(message.toArray()));
    return new SignatureLine(
        name,
        VerifierKey.id(name, key.type(), key.publicKey()),
        key.type().isCosignature() ? Bytes.concat(u64(timeSeconds), signature) : signature);
  }

  /// Whether `line` is a signature by `key` under `checkpoint`, by the rule of the key's type.
  public static boolean verifies(
      VerifierKey key, SignatureLine line, Checkpoint checkpoint, Verifier verifier) {
    if (!line.claims(key)) {
      return false;
    }
    if (!key.type().isCosignature()) {
      var message = Bytes.ofUtf8(checkpoint.text()).toArray();
      return verifier.verify(key.type(), key.key(), message, line.signature().toArray());
    }
    var time = timeSeconds(key, line);
    if (time.isEmpty()) {
      return false;
    }
    var message = message(key.type(), key.name(), time.getAsLong(), checkpoint).toArray();
    return verifier.verify(
        key.type(), key.key(), message, line.signature().slice(Long.BYTES).toArray());
  }

  /// The time that `line` by `key` claims, in POSIX seconds from 0 to 2^63 - 1. Empty if a key of
  /// this type states no time, or the line is too short to hold one. The claim is worth what
  /// [#verifies] says.
  public static OptionalLong timeSeconds(VerifierKey key, SignatureLine line) {
    if (!key.type().isCosignature()
        || line.signature().size() != Long.BYTES + key.type().algorithm().signatureSize()) {
      return OptionalLong.empty();
    }
    long time = line.signature().asByteBuffer().getLong();
    // SPEC: the timestamp MUST NOT exceed 2^63 - 1.
    return time < 0 ? OptionalLong.empty() : OptionalLong.of(time);
  }

  /// The bytes that a key of `type` under `name` signs for `checkpoint` at `timeSeconds`.
  public static Bytes message(KeyType type, String name, long timeSeconds, Checkpoint checkpoint) {
    return switch (type) {
      case ED25519_NOTE -> Bytes.ofUtf8(checkpoint.text());
      case ED25519_COSIGNATURE ->
          Bytes.ofUtf8(ED25519_HEADER + "time " + timeSeconds + "\n" + checkpoint.text());
      case ML_DSA_44 ->
          subtreeMessage(
              name,
              timeSeconds,
              checkpoint.origin(),
              new Subtree(0, checkpoint.size()),
              checkpoint.root());
    };
  }

  /// The bytes that an ML-DSA key under `name` signs for a subtree of the log `origin` with the
  /// root `hash`. `timeSeconds` is 0 if nothing is said about the largest tree seen, and must be 0
  /// unless the subtree begins at 0.
  public static Bytes subtreeMessage(
      String name, long timeSeconds, String origin, Subtree subtree, Hash hash) {
    // SPEC: if start is not zero, timestamp MUST be zero.
    Check.that(timeSeconds >= 0 && (subtree.start() == 0 || timeSeconds == 0), "time of a subtree");
    return Bytes.concat(
        SUBTREE_LABEL,
        lengthPrefixed(name),
        u64(timeSeconds),
        lengthPrefixed(origin),
        u64(subtree.start()),
        u64(subtree.end()),
        hash.toBytes());
  }

  private static Bytes lengthPrefixed(String text) {
    var utf8 = Bytes.ofUtf8(text);
    if (utf8.isEmpty() || utf8.size() > 255) {
      throw new IllegalArgumentException(
          "a name of 1 to 255 bytes is needed, \"%s\" has %d".formatted(text, utf8.size()));
    }
    return Bytes.concat(Bytes.of((byte) utf8.size()), utf8);
  }

  private static Bytes u64(long value) {
    return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
  }
}
