package org.sarhad.node.keys;

import java.util.List;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.NoteSigner;

/// The keys of one node, loaded and ready.
///
/// @param node signs entries beside the officer
/// @param log signs heads of the own log, in the order of their lines; the first is Ed25519
/// @param mirror cosigns heads of other logs, in the order of their lines; the first is Ed25519
/// @param tls this node's half of TLS
public record NodeKeys(
    NoteSigner node, List<NamedKey> log, List<NamedKey> mirror, TlsIdentity tls) {
  /// Copies the lists.
  public NodeKeys {
    log = List.copyOf(log);
    mirror = List.copyOf(mirror);
  }
}
