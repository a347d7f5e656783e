package org.sarhad.node.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sarhad.core.party.Role;

/// Who may call an operation.
sealed interface Access {
  /// Everybody, signed in or not.
  record Open() implements Access {}

  /// Everybody who is signed in.
  record SignedIn() implements Access {}

  /// Everybody signed in who holds one of these roles.
  record Holding(Set<Role> roles) implements Access {
    /// Copies the set, in the enum's order.
    public Holding {
      roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
  }

  /// Everybody.
  static Access open() {
    return new Open();
  }

  /// Whoever is signed in.
  static Access signedIn() {
    return new SignedIn();
  }

  /// Holders of any of `roles`.
  static Access holding(Set<Role> roles) {
    return new Holding(roles);
  }

  /// Holders of any of these roles.
  static Access of(Role first, Role... more) {
    return new Holding(EnumSet.of(first, more));
  }
}
