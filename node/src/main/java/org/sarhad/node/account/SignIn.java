package org.sarhad.node.account;

import java.time.Duration;

/// How an attempt to sign in ended.
public sealed interface SignIn {
  /// The password was right and the officer key is unlocked.
  ///
  /// @param token the secret for the session cookie; the only time it is seen
  record Welcome(SessionToken token, OpenSession session) implements SignIn {}

  /// No such login, or not its password; the two are not told apart.
  ///
  /// @param locked whether this failure was the one that locked
  record Wrong(boolean locked) implements SignIn {}

  /// The password was right, and an administrator has locked the account.
  record Shut() implements SignIn {}

  /// Too many failures; the password was not looked at.
  ///
  /// @param remaining how long to wait
  record Locked(Duration remaining) implements SignIn {}

  /// Too many people are signing in at this moment; nothing was looked at.
  record Busy() implements SignIn {}
}
