package org.sarhad.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import org.junit.jupiter.api.Test;
import org.sarhad.node.config.SignatureConfig;

/// docs/decisions/0003: who verifies is chosen at the start, and asked before being believed.
class SignatureProviderTest {
  @Test
  void conscryptComesWithTheNodeAndIsTakenByDefault() throws Exception {
    assertThat(SignatureProvider.find(SignatureConfig.Provider.AUTO).provider())
        .startsWith("Conscrypt");
    assertThat(SignatureProvider.find(SignatureConfig.Provider.CONSCRYPT).provider())
        .startsWith("Conscrypt");
  }

  @Test
  void theJdkIsTakenWhenAskedFor() throws Exception {
    assertThat(SignatureProvider.find(SignatureConfig.Provider.JDK).provider()).startsWith("SunEC");
  }

  @Test
  void conscryptIsRegisteredNowhereSoTlsStaysWithTheJdk() throws Exception {
    SignatureProvider.find(SignatureConfig.Provider.CONSCRYPT);

    assertThat(Security.getProviders()).noneMatch(p -> p.getName().equals("Conscrypt"));
  }

  @Test
  void whereItsCodeDoesNotRunTheJdkDoesIt() throws Exception {
    assertThat(
            SignatureProvider.find(
                    SignatureConfig.Provider.AUTO, SignatureProviderTest::onAnotherPlatform)
                .provider())
        .startsWith("SunEC");
  }

  @Test
  void whereItsCodeDoesNotRunAskingForItFails() {
    assertThatThrownBy(
            () ->
                SignatureProvider.find(
                    SignatureConfig.Provider.CONSCRYPT, SignatureProviderTest::onAnotherPlatform))
        .isInstanceOf(SignatureProviderException.class)
        .hasMessageContaining("no conscrypt_openjdk_jni")
        .hasMessageContaining("signatures.provider = auto");
  }

  @Test
  void aProviderThatBelievesTooMuchIsNotTaken() throws Exception {
    assertThatThrownBy(
            () -> SignatureProvider.find(SignatureConfig.Provider.CONSCRYPT, Gullible::new))
        .isInstanceOf(SignatureProviderException.class)
        .hasMessageContaining("gives wrong answers")
        .hasMessageContaining("only the cofactor hides it");
    assertThat(SignatureProvider.find(SignatureConfig.Provider.AUTO, Gullible::new).provider())
        .startsWith("SunEC");
  }

  private static Provider onAnotherPlatform() {
    throw new UnsatisfiedLinkError("no conscrypt_openjdk_jni");
  }

  /// Accepts every signature.
  private static final class Gullible extends Provider {
    private static final long serialVersionUID = 1L;

    Gullible() {
      super("Gullible", "1", "believes everything");
      put("Signature.Ed25519", Yes.class.getName());
      put("KeyFactory.Ed25519", Keys.class.getName());
    }
  }

  /// Made by the JDK, by name.
  public static final class Yes extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int count) {}

    @Override
    protected byte[] engineSign() {
      return new byte[64];
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException(name);
    }
  }

  /// The JDK's keys.
  public static final class Keys extends KeyFactorySpi {
    private static KeyFactory jdk() {
      try {
        return KeyFactory.getInstance("Ed25519", "SunEC");
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
      return jdk().generatePublic(spec);
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
      return jdk().generatePrivate(spec);
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type)
        throws InvalidKeySpecException {
      return jdk().getKeySpec(key, type);
    }

    @Override
    protected Key engineTranslateKey(Key key) {
      return key;
    }
  }
}
