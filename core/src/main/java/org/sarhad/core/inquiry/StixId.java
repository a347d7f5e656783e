package org.sarhad.core.inquiry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The identifier of a STIX object: `note--` and a UUID of version 5 (RFC 9562 §5.5), made of what
/// the object stands for. So the same matter is exported with the same identifiers on every node,
/// today and in ten years.
///
/// STIX 2.1 §2.9 keeps its own namespace for observables; this one is ours, made of the DNS
/// namespace and `inquiry.sarhad.example`.
final class StixId {
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  private static final UUID NAMESPACE = uuid5(DNS, "inquiry.sarhad.example");

  private StixId() {}

  /// The identifier of the object of `type` that stands for `name`.
  static String of(String type, String name) {
    return type + "--" + uuid5(NAMESPACE, type + " " + name);
  }

  /// SHA-1 of namespace and name, with version and variant in their places.
  static UUID uuid5(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError("every JDK has SHA-1", missing);
    }
  }
}
