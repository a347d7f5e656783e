package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.link.PairingCard;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Hash;

/// Who a node is, with the keys to prove it. Never changes while it runs.
///
/// @param party the side it speaks for
/// @param channel what it shares with its peers
/// @param origin its log of the channel
/// @param journal its private journal
/// @param node signs entries beside the officer
/// @param log sign heads of `origin`; the first is an Ed25519 note key, and one that makes
///   cosignatures puts the time on a head
/// @param mirror cosign heads of others' logs
/// @param tlsKey SHA-256 of the public key in its TLS certificate
/// @param address `host:port` of its link, as the peer is to call it
public record NodeIdentity(
    PartyId party,
    ChannelId channel,
    Origin origin,
    Origin journal,
    NoteSigner node,
    List<NamedKey> log,
    List<NamedKey> mirror,
    Hash tlsKey,
    String address) {
  /// Copies the lists. Throws [IllegalArgumentException] as the constructor of [SideKeys].
  public NodeIdentity {
    log = List.copyOf(log);
    mirror = List.copyOf(mirror);
  }

  /// What it shows of itself.
  public PairingCard card() {
    return new PairingCard(
        new SideKeys(
            party,
            origin,
            node.verifierKey(),
            log.stream().map(NamedKey::verifierKey).toList(),
            mirror.stream().map(NamedKey::verifierKey).toList()),
        tlsKey,
        address);
  }
}
