package org.sarhad.node.config;

/// Who computes and checks Ed25519 signatures.
///
/// @param provider whose code does it
public record SignatureConfig(Provider provider) {
  /// Whose code does it. All of them give the same answers; that is tried at every start.
  public enum Provider {
    /// Conscrypt where it runs, the JDK otherwise.
    AUTO,
    /// The JDK, whose code is Java.
    JDK,
    /// Conscrypt, whose code is native and an order of magnitude faster, or no start.
    CONSCRYPT
  }

  static SignatureConfig read(Settings settings) {
    return new SignatureConfig(
        settings.choice(
            "signatures.provider",
            Provider.AUTO,
            Provider.class,
            "Who does Ed25519: conscrypt, jdk, or auto: Conscrypt where it runs."));
  }
}
