package org.sarhad.node.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.party.Role;

/// Somebody who may sign in: a desk or duty by preference, and never more of a person than their
/// own side decides to write in `name`.
///
/// @param login what they type; 2 to 32 characters of `[a-z0-9._-]`
/// @param name what colleagues read
/// @param roles what they are meant to be entitled to; what they *are* entitled to is on record
/// @param state where the account is in its life
/// @param key the officer key
/// @param createdAt when it was made
/// @param lastSignIn when they last signed in
/// @param lockedSince since when an administrator lets nobody sign in as it
public record Account(
    String login,
    String name,
    Set<Role> roles,
    State state,
    OfficerKey key,
    Instant createdAt,
    Optional<Instant> lastSignIn,
    Optional<Instant> lockedSince) {

  /// Where an account is in its life.
  public enum State {
    /// Made here; the record does not yet say so. Cannot sign.
    ENROLLING,
    /// On record.
    ACTIVE,
    /// Ended. The record says, or will say, that the key is revoked.
    REVOKED
  }

  /// Copies the roles, in the enum's order.
  public Account {
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }

  /// Whether `login` can be one.
  public static boolean isLogin(String login) {
    return login.matches("[a-z0-9][a-z0-9._-]{1,31}");
  }
}
