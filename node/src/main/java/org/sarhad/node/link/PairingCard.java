package org.sarhad.node.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.StringJoiner;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.SideKeys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Who a node says it is: what two administrators compare before their nodes believe each other
/// (06-1). Nothing on a card is trusted because it came; it is trusted because a person confirmed
/// its [#fingerprint].
///
/// @param keys its side, its log and the keys of its node
/// @param tlsKey SHA-256 of the public key in its TLS certificate (SubjectPublicKeyInfo)
/// @param address `host:port` of its link
public record PairingCard(SideKeys keys, Hash tlsKey, String address) {
  private static final int GROUPS = 8;
  private static final int GROUP_BOUND = 100_000;

  /// The side it speaks for.
  public PartyId party() {
    return keys.party();
  }

  /// Its log of the channel.
  public Origin origin() {
    return keys.log();
  }

  /// The keys that sign heads of its log.
  public List<VerifierKey> log() {
    return keys.logKeys();
  }

  /// The keys that cosign heads of others' logs.
  public List<VerifierKey> mirror() {
    return keys.mirrorKeys();
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
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
  }

  /// What the fingerprint covers: the keys as the genesis of the log will say them, and the TLS
  /// key.
  public String text() {
    return "sarhad card v1\n" + keys.toJson().canonical().utf8() + "\ntls " + tlsKey.hex() + "\n";
  }
}
