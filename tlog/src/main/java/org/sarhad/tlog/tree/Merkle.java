package org.sarhad.tlog.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;

/// The two hash functions of the tree, RFC 6962 §2.1.
///
/// A leaf is hashed behind a zero byte and a node behind a one, so that nobody can pass a node off
/// as a leaf. Everything is SHA-256 of the JDK. One digest per thread is kept and reused: a node
/// costs one compression round and one small allocation.
public final class Merkle {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static final Hash EMPTY_ROOT = sha256(Bytes.EMPTY);

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /// `0x01 ‖ left ‖ right`.
  private static final int NODE_BYTES = 1 + 2 * Hash.SIZE;

  private Merkle() {}

  /// The hash of an entry as a leaf: `SHA-256(0x00 ‖ entry)`.
  public static Hash leaf(Bytes entry) {
    var hasher = Hasher.ofThread();
    hasher.digest.update(LEAF);
    entry.updateInto(hasher.digest);
    return hasher.finish();
  }

  /// The hash of an entry as a leaf: `SHA-256(0x00 ‖ entry)`.
  public static Hash leaf(byte[] entry) {
    var hasher = Hasher.ofThread();
    hasher.digest.update(LEAF);
    hasher.digest.update(entry);
    return hasher.finish();
  }

  /// The hash of an inner node: `SHA-256(0x01 ‖ left ‖ right)`.
  public static Hash node(Hash left, Hash right) {
    var hasher = Hasher.ofThread();
    var buffer = hasher.buffer;
    buffer[0] = NODE;
    left.copyTo(buffer, 1);
    right.copyTo(buffer, 1 + Hash.SIZE);
    hasher.digest.update(buffer, 0, NODE_BYTES);
    return hasher.finish();
  }

  /// Plain SHA-256, by which payloads are named and key identifiers made.
  public static Hash sha256(Bytes bytes) {
    var hasher = Hasher.ofThread();
    bytes.updateInto(hasher.digest);
    return hasher.finish();
  }

  /// The next link of a chain of hashes: `SHA-256(before ‖ next)`. No part of a tree.
  public static Hash chained(Hash before, Hash next) {
    var hasher = Hasher.ofThread();
    var buffer = hasher.buffer;
    before.copyTo(buffer, 0);
    next.copyTo(buffer, Hash.SIZE);
    hasher.digest.update(buffer, 0, 2 * Hash.SIZE);
    return hasher.finish();
  }

  private static final class Hasher {
    private static final ThreadLocal<Hasher> THREAD = ThreadLocal.withInitial(Hasher::new);

    final MessageDigest digest;
    final byte[] buffer = new byte[NODE_BYTES];

    private Hasher() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256; this one has not", e);
      }
    }

    static Hasher ofThread() {
      return THREAD.get();
    }

    Hash finish() {
      try {
        digest.digest(buffer, 0, Hash.SIZE);
      } catch (DigestException e) {
        throw (BugException) new BugException("a SHA-256 hash has 32 bytes").initCause(e);
      }
      return Hash.of(buffer, 0);
    }
  }
}
