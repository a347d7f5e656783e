package org.sarhad.tlog.crypto;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.tlog.Bytes;

/// Which public keys may be enrolled.
///
/// An Ed25519 public key is the y coordinate of a point, little-endian in 255 bits, and one bit for
/// the sign of x (RFC 8032 §5.1.2). All arithmetic here is on public data. Points that were found
/// sound are remembered, at most {@value #POINTS_KEPT} of them: the few keys of a channel are met
/// again with every greeting and every statement about keys. Safe for use by several threads.
public final class PublicKeys {
  private static final int POINTS_KEPT = 4096;

  private static final Set<Bytes> SOUND_POINTS = ConcurrentHashMap.newKeySet();

  /// The field's prime, 2^255 - 19.
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /// The curve's constant d = -121665/121666.
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  /// The y coordinates of the eight points whose order divides 8: 1 (order 1), -1 (order 2), 0
  /// (order 4, twice), and the two of order 8, each with both signs of x.
  private static final Set<BigInteger> LOW_ORDER_Y =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          littleEndian("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
          littleEndian("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));

  private PublicKeys() {}

  /// What is wrong with `publicKey`, if anything. Ed25519 keys are checked for size, form, order
  /// and being on the curve (about 50 µs the first time); of ML-DSA-44 keys every string of the
  /// right size is one.
  public static Optional<KeyFlaw> flawOf(Algorithm algorithm, Bytes publicKey) {
    if (publicKey.size() != algorithm.publicKeySize()) {
      return Optional.of(KeyFlaw.WRONG_SIZE);
    }
    return switch (algorithm) {
      case ED25519 -> SOUND_POINTS.contains(publicKey) ? Optional.empty() : remembered(publicKey);
      case ML_DSA_44 -> Optional.empty();
    };
  }

  private static Optional<KeyFlaw> remembered(Bytes point) {
    var flaw = flawOfPoint(point);
    if (flaw.isEmpty() && SOUND_POINTS.size() < POINTS_KEPT) {
      // A copy, because a slice would keep all that it is a slice of.
      SOUND_POINTS.add(Bytes.of(point.toArray()));
    }
    return flaw;
  }

  private static Optional<KeyFlaw> flawOfPoint(Bytes point) {
    var y = littleEndian(point).clearBit(255);
    if (y.compareTo(P) >= 0) {
      return Optional.of(KeyFlaw.NOT_CANONICAL);
    }
    // The other non-canonical spelling, a negative zero for x, only exists for y = 1 and y = -1.
    if (LOW_ORDER_Y.contains(y)) {
      return Optional.of(KeyFlaw.LOW_ORDER);
    }
    return hasX(y) ? Optional.empty() : Optional.of(KeyFlaw.NOT_ON_CURVE);
  }

  /// Whether x² = (y² - 1) / (d y² + 1) has a solution: Euler's criterion on the product of
  /// numerator and denominator, which is a square exactly when their quotient is.
  private static boolean hasX(BigInteger y) {
    var y2 = y.multiply(y).mod(P);
    var product = y2.subtract(BigInteger.ONE).multiply(D.multiply(y2).add(BigInteger.ONE)).mod(P);
    var half = P.subtract(BigInteger.ONE).shiftRight(1);
    return product.modPow(half, P).equals(BigInteger.ONE);
  }

  private static BigInteger littleEndian(String hex) {
    return littleEndian(Bytes.parseHex(hex).orElseThrow());
  }

  private static BigInteger littleEndian(Bytes bytes) {
    var reversed = new byte[bytes.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = bytes.at(reversed.length - 1 - i);
    }
    return new BigInteger(1, reversed);
  }
}
