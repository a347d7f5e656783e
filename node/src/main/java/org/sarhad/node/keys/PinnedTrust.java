package org.sarhad.node.keys;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.sarhad.tlog.tree.Hash;

/// Trusts a TLS public key because it is one of those two people compared, and for no other reason.
/// TLS itself proves that the other end has the private half.
///
/// It is an *extended* trust manager on purpose: the JDK leaves all checks of name and algorithm to
/// such a one, so no switch of the whole JVM is needed to do without host names.
final class PinnedTrust extends X509ExtendedTrustManager {
  private final Optional<Set<Hash>> pins;

  private PinnedTrust(Optional<Set<Hash>> pins) {
    this.pins = pins;
  }

  /// Lets every key through the handshake; who it belongs to is asked afterwards.
  static PinnedTrust anyKey() {
    return new PinnedTrust(Optional.empty());
  }

  /// Lets these keys through, by their SHA-256, and ends the handshake of any other.
  static PinnedTrust only(Set<Hash> pins) {
    return new PinnedTrust(Optional.of(Set.copyOf(pins)));
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("the other end shows no certificate");
    }
    var pin = TlsIdentity.pinOf(chain[0]);
    if (pins.isPresent() && !pins.get().contains(pin)) {
      throw new CertificateException(
          "the other end has the TLS key %s, which is not the one on its confirmed card"
              .formatted(pin.hex()));
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
