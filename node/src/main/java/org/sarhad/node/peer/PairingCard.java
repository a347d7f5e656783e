package org.sarhad.node.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Who a node says it is: what two administrators compare before their nodes believe each other
/// (06-1). Nothing on a card is trusted because it came; it is trusted because a person confirmed
/// its [#fingerprint].
///
/// @param party the side it speaks for
/// @param origin its own log of the channel
/// @param node signs entries beside the officer
/// @param log keys that sign heads of its log; the first is an Ed25519 note key
/// @param mirror keys that cosign heads of others' logs
/// @param tlsKey SHA-256 of the public key in its TLS certificate (SubjectPublicKeyInfo)
/// @param address `host:port` of its link
public record PairingCard(
    PartyId party,
    Origin origin,
    VerifierKey node,
    List<VerifierKey> log,
    List<VerifierKey> mirror,
    Hash tlsKey,
    String address) {
  private static final int GROUPS = 8;
  private static final int GROUP_BOUND = 100_000;

  /// Copies the lists. Throws [IllegalArgumentException] if there is no key to sign or to mirror
  /// with, or one key has two jobs.
  public PairingCard {
    log = List.copyOf(log);
    mirror = List.copyOf(mirror);
    if (log.isEmpty() || mirror.isEmpty()) {
      throw new IllegalArgumentException(
          "the card of %s needs a log key and a mirror key".formatted(party));
    }
    for (var key : mirror) {
      // SPEC (tlog-cosignature): distinct cosigners MUST use distinct public keys.
      if (log.stream().anyMatch(other -> other.key().equals(key.key()))
          || node.key().equals(key.key())) {
        throw new IllegalArgumentException(
            "key %s of the mirror of %s has another job as well".formatted(key.name(), party));
      }
    }
  }

  /// What to read out over the telephone: SHA-256 of [#text], eight groups of five digits with a
  /// space between them. Covers every key and the certificate, not the address, which may change.
  public String fingerprint() {
    var digest = Merkle.sha256(Bytes.ofUtf8(text())).toBytes().asByteBuffer();
    var groups = new StringJoiner(" ");
    for (int i = 0; i < GROUPS; i++) {
      groups.add("%05d".formatted(Integer.toUnsignedLong(digest.getInt()) % GROUP_BOUND));
    }
    return groups.toString();
  }

  /// Whether `typed` is the fingerprint, however it is spaced.
  public boolean isFingerprint(String typed) {
    var digits = typed.replaceAll("\\s", "");
    var own = fingerprint().replace(" ", "");
    // Compared in one go, so that the time it takes says nothing about where they differ.
    return java.security.MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
  }

  /// What the fingerprint covers: one line for each part, in a fixed order.
  public String text() {
    var text = new StringBuilder("sarhad card v1\n");
    text.append("party ").append(party).append('\n');
    text.append("origin ").append(origin).append('\n');
    text.append("node ").append(node.text()).append('\n');
    log.forEach(key -> text.append("log ").append(key.text()).append('\n'));
    mirror.forEach(key -> text.append("mirror ").append(key.text()).append('\n'));
    return text.append("tls ").append(tlsKey.hex()).append('\n').toString();
  }
}
