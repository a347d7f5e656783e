package org.sarhad.node.uptime;

import java.time.Duration;
import java.time.Instant;
import org.sarhad.core.party.PartyId;

/// For so long the link with one peer was seen to be the same.
///
/// @param peer with whom
/// @param isUp whether it was up
/// @param from when it was first seen so, by this node's wall clock
/// @param to when it was last seen so
public record LinkSpell(PartyId peer, boolean isUp, Instant from, Instant to) {
  /// @throws IllegalArgumentException when it ends before it begins
  public LinkSpell {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "spell from " + from + " to " + to + "; expected it not to end before it begins");
    }
  }

  /// How much of it lies from `begin` until before `end`.
  Duration within(Instant begin, Instant end) {
    Instant first = from.isAfter(begin) ? from : begin;
    Instant last = to.isBefore(end) ? to : end;
    return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
  }

  LinkSpell until(Instant later) {
    return new LinkSpell(peer, isUp, from, later);
  }
}
