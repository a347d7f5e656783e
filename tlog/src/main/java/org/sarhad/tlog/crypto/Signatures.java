package org.sarhad.tlog.crypto;

import java.nio.ByteBuffer;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sarhad.tlog.Bytes;

/// Signing and verifying with the machine's own providers.
///
/// Ed25519 is done by the JDK, or by whoever is given ([#of]): Conscrypt, which gives the same
/// answers an order of magnitude faster. ML-DSA-44 is always the JDK's. Bouncy Castle is refused
/// for Ed25519: it multiplies by the cofactor and accepts signatures that everybody else rejects,
/// so two nodes could disagree about one entry.
///
/// Public keys with a [KeyFlaw] verify nothing here. Decoded keys are kept, at most {@value
/// #KEYS_KEPT} of them. Safe for use by several threads.
public final class Signatures implements Verifier {
  private static final int KEYS_KEPT = 4096;

  /// SubjectPublicKeyInfo (RFC 8410) up to the 32 bytes of an Ed25519 key.
  private static final Bytes ED25519_SPKI = hex("302a300506032b6570032100");

  /// SubjectPublicKeyInfo (RFC 9881) up to the 1312 bytes of an ML-DSA-44 key.
  private static final Bytes ML_DSA_44_SPKI = hex("30820532300b06096086480165030403110382052100");

  private final Provider ed25519;
  private final ConcurrentHashMap<Enrolled, PublicKey> decoded = new ConcurrentHashMap<>();

  /// One object a thread: to find the provider's service anew for every signature takes a twentieth
  /// of the time that a fast provider needs to verify.
  private final ThreadLocal<Signature> verification =
      ThreadLocal.withInitial(() -> signature(Algorithm.ED25519));

  private record Enrolled(Algorithm algorithm, Bytes publicKey) {}

  private Signatures(Provider ed25519) {
    this.ed25519 = ed25519;
  }

  /// With the JDK's own providers, which need no native code.
  public static Signatures jdk() {
    return new Signatures(jdkProvider(Algorithm.ED25519));
  }

  /// With `ed25519` for Ed25519. Throws [IllegalArgumentException] if it is Bouncy Castle, or has
  /// no Ed25519.
  public static Signatures of(Provider ed25519) {
    if (ed25519.getName().startsWith("BC")) {
      throw new IllegalArgumentException(
          "Bouncy Castle accepts Ed25519 signatures that others reject; use the JDK or Conscrypt");
    }
    if (ed25519.getService("Signature", Algorithm.ED25519.jdkName()) == null) {
      throw new IllegalArgumentException("provider %s has no Ed25519".formatted(ed25519.getName()));
    }
    return new Signatures(ed25519);
  }

  /// Who does Ed25519 here: a provider's name and version, for a start-up line.
  public String provider() {
    return ed25519.getName() + " " + ed25519.getVersionStr();
  }

  @Override
  public boolean verify(KeyType type, Bytes publicKey, byte[] message, byte[] signature) {
    var algorithm = type.algorithm();
    if (signature.length != algorithm.signatureSize()) {
      return false;
    }
    return decodedKey(algorithm, publicKey)
        .filter(key -> verifies(algorithm, key, message, signature))
        .isPresent();
  }

  /// The key pair that `seed` stands for, signing as `type`. Throws [IllegalArgumentException] if
  /// the seed is of another algorithm. Deterministic, both the keys and what they sign.
  public SigningKey signingKey(KeyType type, Seed seed) {
    if (type.algorithm() != seed.algorithm()) {
      throw new IllegalArgumentException("%s cannot sign as %s".formatted(seed, type));
    }
    var pair = derivedPair(seed);
    var encoded = pair.getPublic().getEncoded();
    var publicKey =
        Bytes.of(encoded, encoded.length - seed.algorithm().publicKeySize(), encoded.length);
    return new DerivedKey(type, publicKey, translated(seed.algorithm(), pair.getPrivate()));
  }

  private final class DerivedKey implements SigningKey {
    private final KeyType type;
    private final Bytes publicKey;
    private final PrivateKey privateKey;

    DerivedKey(KeyType type, Bytes publicKey, PrivateKey privateKey) {
      this.type = type;
      this.publicKey = publicKey;
      this.privateKey = privateKey;
    }

    @Override
    public KeyType type() {
      return type;
    }

    @Override
    public Bytes publicKey() {
      return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) {
      try {
        var signing = signature(type.algorithm());
        // ML-DSA mixes these bytes in; all zero is its deterministic variant (FIPS 204 §3.4).
        signing.initSign(privateKey, new FixedBytes(Bytes.EMPTY));
        signing.update(message);
        return signing.sign();
      } catch (InvalidKeyException | SignatureException e) {
        throw new IllegalStateException("cannot sign with a key of our own", e);
      }
    }
  }

  /// What the provider says, whatever the key.
  boolean verifies(Algorithm algorithm, PublicKey key, byte[] message, byte[] signature) {
    try {
      var verifying =
          switch (algorithm) {
            case ED25519 -> verification.get();
            case ML_DSA_44 -> signature(algorithm);
          };
      verifying.initVerify(key);
      verifying.update(message);
      return verifying.verify(signature);
    } catch (SignatureException | InvalidKeyException _) {
      return false;
    }
  }

  private Optional<PublicKey> decodedKey(Algorithm algorithm, Bytes publicKey) {
    var enrolled = new Enrolled(algorithm, publicKey);
    var known = decoded.get(enrolled);
    if (known != null) {
      return Optional.of(known);
    }
    if (PublicKeys.flawOf(algorithm, publicKey).isPresent()) {
      return Optional.empty();
    }
    var key = decode(algorithm, publicKey);
    if (decoded.size() >= KEYS_KEPT) {
      decoded.clear();
    }
    key.ifPresent(k -> decoded.put(enrolled, k));
    return key;
  }

  /// The provider's form of a public key, or empty if the provider will not have it. Does not ask
  /// for flaws.
  Optional<PublicKey> decode(Algorithm algorithm, Bytes publicKey) {
    var prefix = algorithm == Algorithm.ED25519 ? ED25519_SPKI : ML_DSA_44_SPKI;
    var encoded = Bytes.concat(prefix, publicKey).toArray();
    try {
      return Optional.of(keyFactory(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (InvalidKeySpecException _) {
      return Optional.empty();
    }
  }

  /// The JDK has no function from a seed to its key pair, but its generators take exactly the seed
  /// from their source of randomness.
  private static KeyPair derivedPair(Seed seed) {
    var name = seed.algorithm().jdkName();
    try {
      var generator = KeyPairGenerator.getInstance(name, jdkProvider(seed.algorithm()));
      generator.initialize(new NamedParameterSpec(name), new FixedBytes(seed.secret()));
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw missing(name, e);
    }
  }

  /// The same private key as an object of the provider that will sign with it.
  private PrivateKey translated(Algorithm algorithm, PrivateKey key) {
    try {
      return keyFactory(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException(
          "provider %s does not read a PKCS #8 key of the JDK".formatted(provider(algorithm)), e);
    }
  }

  /// A fresh signature object of the provider.
  Signature signature(Algorithm algorithm) {
    try {
      return Signature.getInstance(algorithm.jdkName(), provider(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw missing(algorithm.jdkName(), e);
    }
  }

  private KeyFactory keyFactory(Algorithm algorithm) {
    try {
      return KeyFactory.getInstance(algorithm.jdkName(), provider(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw missing(algorithm.jdkName(), e);
    }
  }

  private Provider provider(Algorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> ed25519;
      case ML_DSA_44 -> jdkProvider(algorithm);
    };
  }

  /// Asked for by name: without one, a provider that somebody put in front would be taken.
  private static Provider jdkProvider(Algorithm algorithm) {
    var name =
        switch (algorithm) {
          case ED25519 -> "SunEC";
          case ML_DSA_44 -> "SUN";
        };
    return Optional.ofNullable(Security.getProvider(name))
        .orElseThrow(() -> missing("provider " + name, null));
  }

  private static IllegalStateException missing(String what, @Nullable Exception cause) {
    return new IllegalStateException(
        "this Java platform has no %s; Sarhad needs a JDK 25".formatted(what), cause);
  }

  /// "Randomness" that is given: the bytes of a seed, once, and zeros behind them.
  private static final class FixedBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient ByteBuffer rest;

    FixedBytes(Bytes bytes) {
      this.rest = bytes.asByteBuffer();
    }

    @Override
    public void nextBytes(byte[] target) {
      Arrays.fill(target, (byte) 0);
      rest.get(target, 0, Math.min(target.length, rest.remaining()));
    }
  }

  private static Bytes hex(String hex) {
    return Bytes.parseHex(hex).orElseThrow();
  }
}
