package org.sarhad.tlog.crypto;

/// Why a public key is refused before it can verify anything, ordered by precedence.
///
/// Verifiers in the field disagree about signatures under such keys: of 914 edge cases, common
/// libraries accept between 172 and 212. With flawed keys refused at the door, the JDK, Conscrypt,
/// Go and OpenSSL give the same answer on every remaining case, and so do both nodes.
public enum KeyFlaw {
  /// It has not the size its algorithm asks for.
  WRONG_SIZE("has the wrong size"),

  /// It spells its point's coordinate with a number that is not below the field's prime.
  NOT_CANONICAL("is not in canonical form"),

  /// Its point has order 1, 2, 4 or 8: anybody can make signatures that verify under it.
  LOW_ORDER("is a point of low order"),

  /// It names no point of the curve.
  NOT_ON_CURVE("is not a point of the curve");

  private final String predicate;

  KeyFlaw(String predicate) {
    this.predicate = predicate;
  }

  /// A sentence about the key.
  public String sentence() {
    return "the public key " + predicate;
  }
}
