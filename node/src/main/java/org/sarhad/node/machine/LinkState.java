package org.sarhad.node.machine;

/// How it stands between this node and a peer, the gravest first (06-5).
public enum LinkState {
  /// No person has confirmed the peer's card.
  UNPAIRED,
  /// The peer signed two histories. Nothing more of it is taken or cosigned; own work goes on.
  FORKED,
  /// The peer holds more of our log than we do: we refuse to sign until it is restored.
  BEHIND_OWN_MIRROR,
  /// The peer's bytes failed a check, or it refused ours as untrue. The last good head stands.
  SUSPECT,
  /// Nothing heard for a while: what the peer knows cannot be judged.
  SILENT,
  /// Heard, but something of ours still waits for its cosignature.
  LAGGING,
  /// Heard, and nothing waits.
  LIVE
}
