package org.sarhad.tlog.crypto;

/// The signature algorithms of the record, by their JDK names.
public enum Algorithm {
  /// Ed25519, RFC 8032: small, everywhere understood.
  ED25519("Ed25519", 32, 64),

  /// ML-DSA-44, FIPS 204: large, and still good when somebody has a quantum computer.
  ML_DSA_44("ML-DSA-44", 1312, 2420);

  private final String jdkName;
  private final int publicKeySize;
  private final int signatureSize;

  Algorithm(String jdkName, int publicKeySize, int signatureSize) {
    this.jdkName = jdkName;
    this.publicKeySize = publicKeySize;
    this.signatureSize = signatureSize;
  }

  /// The name under which a Java security provider knows it.
  public String jdkName() {
    return jdkName;
  }

  /// The size of a public key, in bytes.
  public int publicKeySize() {
    return publicKeySize;
  }

  /// The size of a signature, in bytes.
  public int signatureSize() {
    return signatureSize;
  }
}
