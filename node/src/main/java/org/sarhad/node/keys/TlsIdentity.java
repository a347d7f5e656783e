package org.sarhad.node.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// This node's half of TLS: an ECDSA key on P-256 and the certificate it issued to itself.
///
/// @param key the private key
/// @param certificate around its public half; the rest of it means nothing to us
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {
  private static final Duration BACKDATED = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(365L * 50);

  /// A new key and certificate under `name`, which a person sees in a browser's warning.
  public static TlsIdentity issue(String name, Instant now) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var subject = new X500Principal("CN=" + name);
      var builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
              Date.from(now.minus(BACKDATED)),
              Date.from(now.plus(VALID)),
              subject,
              pair.getPublic());
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
      return new TlsIdentity(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java platform cannot make an EC certificate", e);
    }
  }

  /// What a neighbour pins: the SHA-256 of the public key in `certificate`, as
  /// SubjectPublicKeyInfo.
  public static Hash pinOf(Certificate certificate) {
    return Merkle.sha256(Bytes.of(certificate.getPublicKey().getEncoded()));
  }

  /// What a neighbour pins of this node.
  public Hash pin() {
    return pinOf(certificate);
  }

  /// For a listener that takes clients with any key and asks afterwards whose it is.
  public SSLContext serverContext() {
    return context(PinnedTrust.anyKey());
  }

  /// For calling a neighbour with one of these keys and nobody else.
  public SSLContext clientContext(Set<Hash> pins) {
    return context(PinnedTrust.only(pins));
  }

  /// For calling somebody who is not known yet, to fetch their card. Trust nothing that comes.
  public SSLContext strangerContext() {
    return context(PinnedTrust.anyKey());
  }

  private SSLContext context(PinnedTrust trust) {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keyManagers(), new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java platform cannot do TLS 1.3", e);
    }
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    var password = new char[0];
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry("node", key, password, new Certificate[] {certificate});
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  /// The pin only: secrets do not belong in messages.
  @Override
  public String toString() {
    return "TlsIdentity[" + pin().hex() + "]";
  }
}
