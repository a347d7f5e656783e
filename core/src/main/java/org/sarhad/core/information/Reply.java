package org.sarhad.core.information;

/// What an answer is.
public enum Reply {
  /// Everything that was asked for.
  FULL,
  /// Some of it. Without a ground the rest follows, and the request stays open.
  PARTIAL,
  /// Nothing, for a ground.
  REFUSED,
  /// There is nothing of that sort.
  NOTHING_HELD
}
