package org.sarhad.node.machine;

/// Whether this node may sign heads (06-6).
public enum GuardState {
  /// What it holds is not yet compared with what it signed and what its peers hold. Entries are
  /// accepted and durable, no head is signed.
  WAITING,
  /// Compared, or waived by an administrator, or nobody holds a copy yet.
  PASSED,
  /// A peer, or the lock, has more of the own log than is here.
  BEHIND,
  /// The missing part is being fetched.
  RESTORING
}
