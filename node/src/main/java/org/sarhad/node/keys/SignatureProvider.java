package org.sarhad.node.keys;

import java.security.Provider;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
import org.sarhad.node.config.SignatureConfig;
import org.sarhad.tlog.crypto.ProviderSelfTest;
import org.sarhad.tlog.crypto.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds who does Ed25519 on this machine, and asks them the hard questions of [ProviderSelfTest]
/// before anything is signed or believed (decision 3).
///
/// Conscrypt is asked for by hand and registered nowhere, so TLS and everything else stay with the
/// JDK. Its native code comes in the jar and is unpacked below `java.io.tmpdir`; where it cannot be
/// loaded (another platform, a directory from which nothing may be run) it is not there.
public final class SignatureProvider {
  private static final Logger LOG = LoggerFactory.getLogger(SignatureProvider.class);

  private SignatureProvider() {}

  /// Whoever was asked for. Takes a few milliseconds, with Conscrypt a quarter of a second.
  ///
  /// @throws SignatureProviderException if they are not there, or give a wrong answer. For `AUTO`
  ///   that is said in a line of the log, and the JDK does it
  public static Signatures find(SignatureConfig.Provider wanted) throws SignatureProviderException {
    return find(wanted, Conscrypt::newProvider);
  }

  /// The same, with Conscrypt from somewhere else.
  static Signatures find(SignatureConfig.Provider wanted, Supplier<Provider> conscrypt)
      throws SignatureProviderException {
    return switch (wanted) {
      case JDK -> tested(Signatures.jdk());
      case CONSCRYPT -> tested(loaded(conscrypt));
      case AUTO -> {
        try {
          yield tested(loaded(conscrypt));
        } catch (SignatureProviderException e) {
          LOG.warn("the JDK does Ed25519, an order of magnitude slower: {}", e.getMessage());
          yield tested(Signatures.jdk());
        }
      }
    };
  }

  private static Signatures loaded(Supplier<Provider> conscrypt) throws SignatureProviderException {
    try {
      return Signatures.of(conscrypt.get());
    } catch (LinkageError e) { // what the JVM says of native code that is not for this machine
      throw new SignatureProviderException(
          "Conscrypt cannot be used on this machine (%s). Write signatures.provider = auto, or jdk, in sarhad.properties."
              .formatted(e),
          e);
    }
  }

  private static Signatures tested(Signatures signatures) throws SignatureProviderException {
    var failures = ProviderSelfTest.failures(signatures);
    if (!failures.isEmpty()) {
      throw new SignatureProviderException(
          "%s gives wrong answers about signatures: %s. Use another JDK or another signatures.provider; this one must not verify a record."
              .formatted(signatures.provider(), String.join("; ", failures)));
    }
    return signatures;
  }
}
