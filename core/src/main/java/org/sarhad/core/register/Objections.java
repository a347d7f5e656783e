package org.sarhad.core.register;

import java.util.Optional;
import java.util.Set;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.Role;

/// Small words for lists of objections in order of precedence.
public final class Objections {
  private Objections() {}

  /// `refusal` if it applies.
  public static <R> Optional<R> when(boolean applies, R refusal) {
    return applies ? Optional.of(refusal) : Optional.empty();
  }

  /// Whether the officer of `context` holds one of `roles` there.
  public static boolean hasOneOf(FactContext context, Set<Role> roles) {
    for (Role role : roles) {
      if (context.has(role)) {
        return true;
      }
    }
    return false;
  }
}
