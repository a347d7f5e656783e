package org.sarhad.core.act;

import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.Role;

/// How many officers of one side sign an act, in which roles (protocol clause 07-3.1).
///
/// @param counts for each role how many distinct officers, 1 to 8; at least one role
public record Seats(PersistentMap<Role, Integer> counts) {
  private static final int COUNT_MAX = 8;

  /// @throws IllegalArgumentException when there is no seat, or a count is not in its range
  public Seats {
    if (counts.isEmpty() || counts.values().anyMatch(count -> count < 1 || count > COUNT_MAX)) {
      throw new IllegalArgumentException(
          "seats %s; expected at least one role, 1 to %d each".formatted(counts, COUNT_MAX));
    }
  }

  /// `count` officers of one role.
  public static Seats of(Role role, int count) {
    return new Seats(PersistentMap.of(role, count));
  }

  /// These, and `count` officers of `role`.
  public Seats and(Role role, int count) {
    return new Seats(counts.put(role, count));
  }

  /// How many officers sign in `role`; 0 when it has no seat.
  public int count(Role role) {
    return counts.getOrElse(role, 0);
  }

  /// How many officers sign altogether.
  public int total() {
    return counts.values().mapToInt(Integer::intValue).sum();
  }
}
