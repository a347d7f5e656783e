package org.sarhad.node.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sarhad.tlog.Bytes;

/// What is kept of a password: enough to recognise it, not enough to know it.
///
/// Argon2id (RFC 9106, version 0x13, one lane) turns password and salt into 32 bytes. HKDF-SHA256
/// (RFC 5869) over those gives the `verifier`, stored here, and the key that wraps the officer's
/// seed, stored nowhere.
///
/// @param memoryKib Argon2id's memory, in KiB
/// @param passes its passes over that memory
/// @param salt 16 random bytes
/// @param verifier 32 bytes
record PasswordHash(int memoryKib, int passes, Bytes salt, Bytes verifier) {
  /// The size of a salt, in bytes.
  static final int SALT_SIZE = 16;

  private static final int KEY_SIZE = 32;
  private static final int NONCE_SIZE = 12;
  private static final int TAG_BITS = 128;

  /// A password that was given and the keys it leads to; only ever on the stack.
  ///
  /// @param hash what may be stored
  /// @param wrapping the key for [#wrap] and [#unwrap]
  record Opened(PasswordHash hash, SecretKey wrapping) {

    /// Encrypts `secret` for keeping. `nonce` is 12 fresh random bytes; `owner` is bound to it, so
    /// one account's secret cannot be put in another's row. AES-256-GCM; the nonce comes first.
    Bytes wrap(Bytes secret, String owner, Bytes nonce) {
      try {
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.toArray());
        return Bytes.concat(nonce, Bytes.of(sealed));
      } catch (GeneralSecurityException e) {
        throw noAlgorithm(e);
      }
    }

    /// Inverse of [#wrap]; empty if the bytes were changed or belong to another owner or password.
    Optional<Bytes> unwrap(Bytes wrapped, String owner) {
      if (wrapped.size() < NONCE_SIZE) {
        return Optional.empty();
      }
      try {
        var nonce = wrapped.slice(0, NONCE_SIZE);
        var secret =
            cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(wrapped.slice(NONCE_SIZE).toArray());
        return Optional.of(Bytes.of(secret));
      } catch (AEADBadTagException _) {
        return Optional.empty();
      } catch (GeneralSecurityException e) {
        throw noAlgorithm(e);
      }
    }

    private Cipher cipher(int mode, Bytes nonce, String owner) throws GeneralSecurityException {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, nonce.toArray()));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher;
    }
  }

  /// Hashes a new password. Costs what the parameters say: about 30 ms and 19 MiB by default.
  static Opened of(String password, Bytes salt, int memoryKib, int passes) {
    var stretched = argon2id(password, salt, memoryKib, passes);
    var hash =
        new PasswordHash(
            memoryKib, passes, salt, Bytes.of(derive(stretched, "verifier").getEncoded()));
    var opened = new Opened(hash, derive(stretched, "wrapping"));
    Arrays.fill(stretched, (byte) 0);
    return opened;
  }

  /// Hashes `password` as this one was hashed; the keys if it is the same. Costs as much when it is
  /// not.
  Optional<Opened> open(String password) {
    var given = of(password, salt, memoryKib, passes);
    return MessageDigest.isEqual(given.hash.verifier.toArray(), verifier.toArray())
        ? Optional.of(given)
        : Optional.empty();
  }

  private static byte[] argon2id(String password, Bytes salt, int memoryKib, int passes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt.toArray())
            .build());
    var stretched = new byte[KEY_SIZE];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), stretched);
    return stretched;
  }

  private static SecretKey derive(byte[] stretched, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(stretched)
                  .thenExpand(
                      ("sarhad account " + purpose).getBytes(StandardCharsets.UTF_8), KEY_SIZE));
    } catch (GeneralSecurityException e) {
      throw noAlgorithm(e);
    }
  }

  private static IllegalStateException noAlgorithm(GeneralSecurityException cause) {
    return new IllegalStateException("this Java platform lacks AES-GCM or HKDF-SHA256", cause);
  }

  /// The parameters only: what is derived from a password does not belong in messages.
  @Override
  public String toString() {
    return "PasswordHash[argon2id m=%d t=%d]".formatted(memoryKib, passes);
  }
}
