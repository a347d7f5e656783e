package org.sarhad.core.fact;

/// Who will read a fact; chosen before a word is typed, and never widened afterwards.
public enum Audience {
  /// Own side only: the private journal, which never leaves the node.
  INTERNAL,
  /// Both sides: the own log, mirrored by the peer. Irrevocable.
  RELEASE
}
